import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { amendsCommand } from '../support/run-amends.ts';

/** Somebody who owns nothing but what is given to them: root may write everywhere. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** The built program, run by an account that the modes of files bind. */
export const amendsAsNobody: readonly string[] = isRoot
  ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...amendsCommand]
  : amendsCommand;

/** Gives a folder and all that is in it to that account. */
export function giveToNobody(folder: string): void {
  if (!isRoot) return;
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chownSync(join(entry.parentPath, entry.name), nobody, nobody);
  }
}

/** Sets the modes of a folder and of the files right in it. */
export function setModes(folder: string, folderMode: number, fileMode: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(folder, entry.name), fileMode);
  }
  chmodSync(folder, folderMode);
}
