import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDocument } from 'yaml';

/**
 * Writes the owner's playbook folder into the config file; everything else in it stays, remarks too.
 * @param file which has been read before, so that it has no fault
 * @param folder an absolute path
 * @throws Error of the system when it cannot be written
 */
export function rememberPlaybook(file: string, folder: string): void {
  const config = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (config.get('playbook') === folder) return;
  config.set('playbook', folder);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.new`;
  writeFileSync(half, config.toString(), { mode: 0o600 });
  renameSync(half, file);
}
