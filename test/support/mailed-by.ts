import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amendsInPath, pathAt } from './readme-examples.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Writes down what it is given: what stands behind it, then what it reads. */
const mail = '#!/bin/sh\n{ echo "$*"; cat; } >> "$HOME/mailed"\n';

/**
 * Runs a script on a desk, with a `mail` that sends nothing.
 * @param home whose record it reads; one where nothing was ever written without it
 * @returns what it would have mailed; empty when it mailed nothing
 * @throws Error when the script does not end well
 */
export async function mailedBy(script: string, home: string = temporaryFolder()): Promise<string> {
  amendsInPath(home);
  const file = join(home, 'bin', 'mail');
  writeFileSync(file, mail);
  chmodSync(file, 0o755);
  const mailed = join(home, 'mailed');
  writeFileSync(mailed, '');
  const ran = await runCommand(['sh', '-c', script], { home, env: { PATH: pathAt(home) } });
  if (ran.code !== 0) throw new Error(`the script ended with ${ran.code}: ${ran.stderr}`);
  return readFileSync(mailed, 'utf8');
}
