import { PassThrough } from 'node:stream';
import type { ConversationStart } from '../../src/desk/begin.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { holdConversation, type PlainEnd } from '../../src/plain/hold-conversation.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A conversation held by typing lines, as a script or a screen reader's user does. */
export interface Held extends PlainEnd {
  /** Everything that was printed. */
  readonly output: string;
}

/** Types lines one after the other and then hangs up (Ctrl+D). */
export async function hold(
  desk: Desk,
  typed: readonly string[],
  start: ConversationStart = { kind: 'new' },
): Promise<Held> {
  const typing = beginTyping(desk, start);
  for (const line of typed) typing.type(line);
  return typing.hangUp();
}

export interface Typing {
  readonly type: (line: string) => void;
  /** Waits until something is printed. */
  readonly sees: (text: string) => Promise<void>;
  readonly hangUp: () => Promise<Held>;
  /** Presses Ctrl+C. */
  readonly interrupt: () => Promise<Held>;
  readonly printed: () => string;
}

/** @returns hands on a conversation's keyboard. */
export function beginTyping(desk: Desk, start: ConversationStart = { kind: 'new' }): Typing {
  const input = new PassThrough();
  const output = new PassThrough();
  const stop = new AbortController();
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  const held = holdConversation(desk, start, { input, output, signal: stop.signal });
  const ending = async (): Promise<Held> => ({ ...(await held), output: printed });
  return {
    type: (line) => input.write(`${line}\n`),
    sees: async (text) => {
      if (await waitUntil(() => printed.includes(text), 5000)) return;
      throw new Error(`“${text}” was not printed. This was:\n${printed}`);
    },
    hangUp: () => {
      input.end();
      return ending();
    },
    interrupt: () => {
      stop.abort();
      return ending();
    },
    printed: () => printed,
  };
}

/** Maria's conversation of the sketch as it is typed, step by step: what she tells. */
export const MARIA_TELLS: readonly string[] = [
  // Customer: nobody fits, so Enter writes her down.
  'Maria Petrova',
  '',
  // How to reach her, no account number, Bulgarian, by phone.
  '+359 88 123 4567',
  '',
  'Bulgarian',
  '1',
  // Her words, the main points, her yes.
  'The kettle arrived in pieces.',
  '.',
  'Broken on arrival; she wants a new one.',
  '.',
  '1',
  // No day; a product that is on no list; the cause by a part of it; the usual severity; her wish.
  '',
  'kettle',
  'arrived damaged',
  '',
  '1',
];

/** Ours, and the apology. */
export const APOLOGY: readonly string[] = ['1', 'I am sorry. That was our packing.', '.'];

/** Two offers, her choice, and nothing done yet. */
export const OFFERS: readonly string[] = ['1 2=29.90', '1', '.'];

/** One promise, by Sam, with its date read back; and that is all. How long it takes; promised. */
export const PROMISES: readonly string[] = [
  'new kettle by express',
  '',
  '2026-11-27',
  '',
  '',
  'by Friday 27 November 2026, 17:00',
  'promised',
];

/** What it improves and the follow-up as usual; thanked. */
export const THANKS: readonly string[] = ['', '', '1'];

/** All of it. */
export const MARIA: readonly string[] = [
  ...MARIA_TELLS,
  ...APOLOGY,
  ...OFFERS,
  ...PROMISES,
  ...THANKS,
];
