import { assertFreshDist } from './fresh-dist.ts';
import { inProject } from './project.ts';
import { openTerminal, type TerminalOptions, type TerminalSession } from './pseudo-terminal.ts';
import { type Ran, type RunOptions, runCommand } from './run-command.ts';

/** How to start the built program: this Node and the launcher. */
export const amendsCommand: readonly string[] = [process.execPath, inProject('bin/amends.js')];

let isFresh = false;

function requireFreshDist(): void {
  // Looked at once a test file: the sources do not change under a running suite.
  if (!isFresh) assertFreshDist();
  isFresh = true;
}

/**
 * Runs the built program without a terminal, in a clean environment with a fresh home.
 * @param args what comes after `amends`
 * @throws Error when the bundle is stale, or the program does not end in time
 */
export async function runAmends(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  requireFreshDist();
  return runCommand([...amendsCommand, ...args], options);
}

/**
 * Opens the built program in a real pseudo-terminal, for the fluent driver.
 * @param args what comes after `amends`
 * @throws Error when the bundle is stale
 */
export function openAmends(
  args: readonly string[] = [],
  options: Omit<TerminalOptions, 'command'> = {},
): TerminalSession {
  requireFreshDist();
  return openTerminal({ ...options, command: [...amendsCommand, ...args] });
}
