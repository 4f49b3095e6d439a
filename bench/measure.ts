import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export const root = join(import.meta.dirname, '..');
export const launcher = join(root, 'bin', 'amends.js');
/** Where the large record and other things that are made once are kept; not part of the project. */
export const workshop = join(root, '.tmp', 'bench');

/** One figure of the issue: what was measured, against what, and how much it may be. */
export interface Figure {
  readonly what: string;
  readonly reference: string;
  /** The ratio to the reference, or milliseconds, megabytes or kilobytes where there is none. */
  readonly value: number;
  readonly unit: 'x' | 'ms' | 'MB' | 'kB';
  readonly atMost: number;
}

/** @returns the middle of some numbers. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** @returns the value below which a share of the numbers lies; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @returns milliseconds that a command took, from start to end. @throws Error when it fails */
export function timeCommand(command: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const [file = '', ...args] = command;
  const started = performance.now();
  const done = spawnSync(file, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const took = performance.now() - started;
  if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.stderr}`);
  return took;
}

/**
 * Runs two commands in turn, so that whatever else the machine does falls on both alike.
 * @returns the ratio of their medians
 */
export function ratio(subject: () => number, reference: () => number, rounds: number): number {
  subject();
  reference();
  const pairs = Array.from({ length: rounds }, () => [subject(), reference()] as const);
  return median(pairs.map(([took]) => took)) / median(pairs.map(([, took]) => took));
}

/** An empty Node script: what any program on Node costs before it does anything. */
export const emptyScript = [process.execPath, '-e', ''];

/**
 * @returns what a command took in milliseconds, its largest memory in megabytes, and what that was after
 *   a tenth of the time
 */
export async function timeAndMemory(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{
  readonly took: number;
  readonly megabytes: number;
  readonly megabytesEarly: number;
}> {
  const [file = '', ...args] = command;
  const started = performance.now();
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  const seen: { readonly at: number; readonly kilobytes: number }[] = [];
  const watch = setInterval(() => {
    seen.push({ at: performance.now() - started, kilobytes: highWater(child.pid) });
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  const took = performance.now() - started;
  const highest = (until: number): number =>
    Math.max(0, ...seen.filter(({ at }) => at <= until).map(({ kilobytes }) => kilobytes)) / 1024;
  return { took, megabytes: highest(took), megabytesEarly: highest(took / 10) };
}

/** The most memory a process has held so far, in kilobytes, as Linux counts it. */
function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
