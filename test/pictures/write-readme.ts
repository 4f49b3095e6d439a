// Writes what the README's commands really say into it: `npm run readme`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExamples } from '../support/readme-examples.ts';
import { sampleHome } from '../support/sample-home.ts';

const home = await sampleHome(mkdtempSync(join(tmpdir(), 'amends-readme-')));
await writeExamples(home);
rmSync(home, { recursive: true, force: true });
