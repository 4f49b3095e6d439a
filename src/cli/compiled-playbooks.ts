import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the folder of playbooks as the build compiled them, or undefined in the sources. */
export function compiledPlaybooks(): string | undefined {
  const folder = join(import.meta.dirname, 'playbooks');
  return existsSync(folder) ? folder : undefined;
}
