import { randomFillSync } from 'node:crypto';
import { commitmentOfSalted, hashOf } from './event-hash.ts';
import type { Head } from './head-file.ts';
import { prepared, type Queryable } from './prepared.ts';
import type { EventTable } from './tables/event.ts';
import { requireWellFormedDeep } from './well-formed.ts';

/** An event to be written: what happened, to which complaint, when and by whom. */
export interface NewEvent {
  /** Null for what concerns the desk and no complaint. */
  readonly complaint: number | null;
  /** 1, 2, 3 ... within the complaint. */
  readonly n: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly agent: string;
  readonly type: string;
  readonly body: object;
}

/** An event as it is read back. */
export interface StoredEvent {
  readonly seq: number;
  readonly complaint: number | null;
  readonly n: number;
  readonly at: number;
  readonly agent: string;
  readonly type: string;
  /** Undefined once the person it speaks of was erased. */
  readonly body: unknown;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

const insert = prepared<EventTable & Record<string, unknown>, unknown>((db, value) =>
  db.insertInto('event').values({
    seq: value('seq'),
    complaint_id: value('complaint_id'),
    n: value('n'),
    at: value('at'),
    agent: value('agent'),
    type: value('type'),
    salt: value('salt'),
    body: value('body'),
    commitment: value('commitment'),
    hash: value('hash'),
  }),
);

/** What an event is written into. */
export const eventColumns = [
  'seq',
  'complaint_id',
  'n',
  'at',
  'agent',
  'type',
  'salt',
  'body',
  'commitment',
  'hash',
] as const;

const saltBytes = 16;

/** Random bytes not given out yet: drawing them sixteen at a time takes a tenth of a commit. */
let drawn = Buffer.alloc(0);

function newSalt(): Buffer {
  if (drawn.length === 0) drawn = randomFillSync(Buffer.alloc(saltBytes * 256));
  const salt = drawn.subarray(0, saltBytes);
  drawn = drawn.subarray(saltBytes);
  return salt;
}

/**
 * Writes one event behind the newest. The newest is read inside the same transaction, which holds
 * the write lock, so two processes can never chain to the same event.
 * @param tx a transaction
 * @param before the newest event as this transaction reads it; undefined for an empty log
 * @returns the new head
 * @throws StoreError `bad-text` for a text that cannot be kept; `failed` when the complaint
 * already has an event of this number
 */
export async function append(
  tx: Queryable,
  before: Head | undefined,
  event: NewEvent,
): Promise<Head> {
  const { row, head } = chained(before, event);
  await insert(tx, row);
  return head;
}

const escaped = /\\u(?:0000|d[89a-f])/;

/** An event's place in the log without its words. */
export type EventFacts = Omit<NewEvent, 'body'>;

/**
 * Makes the row of an event behind another.
 * @returns it, not yet written, and the head that it will be
 * @throws StoreError `bad-text` for a text that cannot be kept
 */
function chained(
  before: Head | undefined,
  { body: words, ...event }: NewEvent,
): { readonly row: EventTable & Record<string, unknown>; readonly head: Head } {
  const body = keptJson(words);
  const { row, head } = chainedPieces(before, event, [body]);
  return { row: { ...row, body }, head };
}

/**
 * @returns a value as JSON
 * @throws StoreError `bad-text` for a text in it that cannot be kept
 */
export function keptJson(value: object): string {
  const text = JSON.stringify(value);
  // JSON escapes what cannot be kept; only a text with such an escape in it is looked at word by word.
  if (text.includes('\\u') && escaped.test(text)) requireWellFormedDeep(value);
  return text;
}

/**
 * The same for words that are JSON already, all of which can be kept, in pieces.
 * @param pieces text, or UTF-8
 * @returns the row with them in UTF-8
 */
export function chainedPieces(
  before: Head | undefined,
  event: EventFacts,
  pieces: readonly (string | Uint8Array)[],
) {
  const seq = (before?.seq ?? 0) + 1;
  const salted = Buffer.concat([newSalt(), ...pieces.map(utf8Of)]);
  const commitment = commitmentOfSalted(salted);
  const hash = hashOf(before?.hash ?? '', { ...event, seq, commitment });
  const row = {
    seq,
    complaint_id: event.complaint,
    n: event.n,
    at: event.at,
    agent: event.agent,
    type: event.type,
    salt: salted.subarray(0, saltBytes),
    body: salted.subarray(saltBytes),
    commitment: Buffer.from(commitment, 'hex'),
    hash: Buffer.from(hash, 'hex'),
  };
  return { row, head: { seq, hash } };
}

const utf8Of = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? Buffer.from(piece) : piece;
