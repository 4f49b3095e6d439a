import { execFileSync } from 'node:child_process';
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** What the bundle is made from. */
const sources = ['src', 'data', 'build.js', 'package.json', 'package-lock.json', 'tsconfig.json'];

const isFile = (entry: Dirent): boolean => entry.isFile();

function changedAt(path: string): number[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [statSync(path).mtimeMs];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(isFile)
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}

/**
 * @param folder the project's folder
 * @returns why the bundle in `dist` is not made from the sources as they are, or undefined when it is
 */
export function whyStale(folder: string): string | undefined {
  const built = changedAt(join(folder, 'dist'));
  if (built.length === 0) return 'there is no bundle in dist';
  // Any one of several bundle files is as young as the build that wrote it; the youngest counts,
  // since a build may leave files alone whose text did not change.
  const newest = Math.max(...sources.flatMap((source) => changedAt(join(folder, source))));
  return newest > Math.max(...built) ? 'a source is newer than the bundle in dist' : undefined;
}

/**
 * Makes sure that a test of the built program tests what is in `src` now.
 * @throws Error when the bundle is missing or older than a source
 */
export function assertFreshDist(): void {
  const reason = whyStale(inProject(''));
  if (reason !== undefined) {
    throw new Error(`This test needs the built program, but ${reason}. Run: npm run build`);
  }
}

/**
 * Builds the bundle, unless it is fresh.
 * @throws Error when the build fails; its output is in the message
 */
export function ensureBuilt(): void {
  if (whyStale(inProject('')) === undefined) return;
  // The build decides by itself for whom it builds; the test runner's NODE_ENV is not its business.
  const { NODE_ENV: _runner, ...env } = process.env;
  execFileSync(process.execPath, [inProject('build.js')], {
    cwd: inProject(''),
    env,
    stdio: 'pipe',
    encoding: 'utf8',
  });
}
