import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds a file that is shipped: `data` lies beside `dist` when installed, two folders above this file
 * in the sources.
 * @param parts of its path within `data`
 */
export function dataFile(...parts: readonly string[]): string | undefined {
  return ['..', join('..', '..')]
    .map((up) => join(import.meta.dirname, up, 'data', ...parts))
    .find((file) => existsSync(file));
}
