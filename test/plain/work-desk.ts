import { PassThrough } from 'node:stream';
import type { Desk } from '../../src/desk/desk.ts';
import { type DeskStart, holdDesk } from '../../src/plain/hold-desk.ts';
import { waitUntil } from '../support/wait-until.ts';

/** How a round in lines ended, and everything that was printed. */
export interface Worked {
  readonly outcome: 'finished' | 'left' | 'cancelled';
  readonly output: string;
}

/** Hands on the keyboard of a desk that is worked in lines. */
export interface Working {
  readonly type: (...lines: readonly string[]) => void;
  /** Waits until something is printed behind what was seen before. */
  readonly sees: (text: string) => Promise<void>;
  /** Ctrl+D. */
  readonly hangUp: () => Promise<Worked>;
  /** Ctrl+C. */
  readonly interrupt: () => Promise<Worked>;
}

/** Begins a round at today's page, unless it is said otherwise. */
export function beginWorking(desk: Desk, start: DeskStart = { kind: 'today' }): Working {
  const input = new PassThrough();
  const output = new PassThrough();
  const stop = new AbortController();
  let printed = '';
  let seen = 0;
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  const held = holdDesk(desk, start, { input, output, signal: stop.signal });
  const ending = async (): Promise<Worked> => ({ ...(await held), output: printed });
  return {
    type: (...lines) => {
      for (const line of lines) input.write(`${line}\n`);
    },
    sees: async (text) => {
      if (!(await waitUntil(() => printed.includes(text, seen), 5000))) {
        throw new Error(`“${text}” was not printed. This was:\n${printed.slice(seen)}`);
      }
      seen = printed.indexOf(text, seen) + text.length;
    },
    hangUp: () => {
      input.end();
      return ending();
    },
    interrupt: () => {
      stop.abort();
      return ending();
    },
  };
}

/** Types lines one after the other and hangs up. */
export async function work(
  desk: Desk,
  typed: readonly string[],
  start: DeskStart = { kind: 'today' },
): Promise<Worked> {
  const working = beginWorking(desk, start);
  working.type(...typed);
  return working.hangUp();
}
