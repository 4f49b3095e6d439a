import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface RunOptions {
  /** What the program reads; without it, standard input is empty. */
  readonly stdin?: string | Uint8Array;
  readonly env?: Environment;
  readonly cwd?: string;
  /** The folder to live in, for several runs on the same record; a fresh one without it. */
  readonly home?: string;
  /** Milliseconds after which the program is killed; a minute without it. */
  readonly within?: number;
}

/** How a run ended: its exit code (null when a signal ended it) and all it said, read as UTF-8. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program without a terminal, in a clean environment, to its end.
 * @param command the program and its arguments
 * @throws Error when the program cannot be started, or does not end in time
 */
export async function runCommand(
  [program = '', ...args]: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const within = options.within ?? 60_000;
  const giveUp = AbortSignal.timeout(within);
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: cleanEnvironment(options.home ?? temporaryFolder(), options.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    signal: giveUp,
    killSignal: 'SIGKILL',
  });
  // A program may end without reading all of its input; that is its right.
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin);

  const ended = new Promise<Pick<Ran, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    const [end, [stdout, stderr]] = await Promise.all([ended, said]);
    return { ...end, stdout, stderr };
  } catch (cause) {
    if (!giveUp.aborted) throw cause;
    const [stdout, stderr] = await said;
    const what = `${[program, ...args].join(' ')} did not end within ${within} ms`;
    throw new Error(`${what}\nstdout: ${stdout}\nstderr: ${stderr}`, { cause });
  }
}
