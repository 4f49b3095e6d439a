import { fileURLToPath } from 'node:url';

/**
 * @param path below the project's own folder, with forward slashes
 * @returns where that is on this machine
 */
export const inProject = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
