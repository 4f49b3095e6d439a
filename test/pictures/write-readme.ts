// Writes what commands really say into the README and the guide, and makes the guide's tables anew:
// `npm run readme`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTables } from '../support/guide.ts';
import { pagesWithExamples, writeExamples } from '../support/readme-examples.ts';
import { sampleDay } from '../support/sample-day.ts';
import { writeSchemas } from '../support/schemas.ts';

for (const page of pagesWithExamples) {
  const home = await sampleDay(mkdtempSync(join(tmpdir(), 'amends-readme-')));
  await writeExamples(page, home);
  rmSync(home, { recursive: true, force: true });
}
await writeTables();
writeSchemas();
