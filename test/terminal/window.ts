import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { atTestEnd } from '../support/at-test-end.ts';
import { cleanEnvironment } from '../support/clean-environment.ts';
import { amendsCommand } from '../support/run-amends.ts';
import { patience, visible } from '../support/shown.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitUntil } from '../support/wait-until.ts';

/** The library's type leaves out what its own `kill` is built on. */
type Closable = IPty & { destroy(): void };

/** A window with the built program in it, which can be taken away while the program runs. */
export interface Window {
  /** Waits until a text was written to the window. @throws Error with what was, when it never is */
  see(text: string): Promise<void>;
  /** Sends input in one piece. */
  write(input: string): void;
  /**
   * Closes the window as a person does: nobody holds the other end of the terminal any more, so the
   * system hangs up on the program, and reading and writing fail from then on.
   * @returns how the program ended and what it complained of, although nobody can see it
   * @throws Error when it did not end
   */
  close(): Promise<{ readonly code: number; readonly stderr: string }>;
}

/**
 * The shell outlives the hang-up, so that somebody is left to say how the program ended.
 * $1 is a folder, what follows is the command.
 */
const script = 'trap : HUP; folder=$1; shift; "$@" 2>"$folder/stderr"; echo $? >"$folder/code"';

/** Opens the built program in a window that can be closed. */
export function openWindow(args: readonly string[], home: string): Window {
  const folder = temporaryFolder();
  const command = ['-c', script, 'window', folder, ...amendsCommand, ...args];
  const pty = spawn('sh', command, {
    cols: 80,
    rows: 24,
    env: cleanEnvironment(home, { TERM: 'xterm-256color' }),
  }) as Closable;
  let said = '';
  pty.onData((output) => {
    said += output;
  });
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  let closed = false;
  atTestEnd(() => {
    if (!closed) pty.destroy();
  });
  return {
    write: (input) => pty.write(input),
    async see(text) {
      if (await waitUntil(() => said.includes(text), patience)) return;
      throw new Error(`“${text}” was never written:\n${visible(said)}`);
    },
    async close() {
      closed = true;
      pty.destroy();
      if (await waitUntil(() => read('code').endsWith('\n'), patience)) {
        return { code: Number(read('code')), stderr: read('stderr') };
      }
      throw new Error(`The program did not end when its window was closed:\n${read('stderr')}`);
    },
  };
}
