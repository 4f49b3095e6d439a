import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts one of the programs in this folder as a process of its own. */
export function start(
  name: string,
  parameters: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const program = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  return spawn(process.execPath, ['--no-warnings', program, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
}

/** @returns everything the process printed, once it has ended. */
export async function outputOf(child: ChildProcess): Promise<string> {
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  await new Promise((resolve) => child.once('close', resolve));
  return Buffer.concat(pieces).toString('utf8');
}
