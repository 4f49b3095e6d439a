import { commitmentOf, hashOf } from './event-hash.ts';
import type { Head } from './head-file.ts';
import { hexOf } from './hex.ts';
import type { Queryable } from './prepared.ts';
import { eventsAfter } from './queries/events.ts';

/**
 * What is wrong with the log.
 * - `missing`: an event's number does not follow the one before it
 * - `altered`: an event's hash is not that of its fields and its place
 * - `words-altered`: the words of an event are not those it was written with
 * - `cut`: the remembered head lies behind the end of the log
 * - `other-history`: the remembered head is not the event of that number
 * - `unexpected`: the expected hash is nowhere in the log
 */
export type LogFaultCode =
  | 'missing'
  | 'altered'
  | 'words-altered'
  | 'cut'
  | 'other-history'
  | 'unexpected';

/** What is wrong with the log, and where. */
export interface LogFault {
  readonly code: LogFaultCode;
  /** The event it was found at. */
  readonly seq: number;
}

/** What walking the log has shown. */
export interface Verification {
  /** How many events were read. */
  readonly events: number;
  /** How many of them have had their words erased. */
  readonly erased: number;
  readonly head: Head | undefined;
  /** The first faults found, in the order of the log; at most `mostFaults`. */
  readonly faults: readonly LogFault[];
}

/** What the log is held against, beyond its own hashes. */
export interface VerifyOptions {
  /** A hash that was printed once: 64 hexadecimal digits. It must be in the log. */
  readonly expect?: string;
  /** The head from the file beside the database. */
  readonly remembered?: Head | undefined;
}

/** One page of the walk: the file is not locked between two. */
const page = 1000;

/** After so many faults more of them say nothing new. */
export const mostFaults = 100;

/**
 * Walks the whole log and computes every hash again. A change anywhere shows at its place; a tail
 * that was cut off shows against a head that is known from elsewhere.
 * @throws StoreError when the file cannot be read
 */
export async function verifyLog(db: Queryable, options: VerifyOptions): Promise<Verification> {
  const { expect, remembered } = options;
  const faults: LogFault[] = [];
  let events = 0;
  let erased = 0;
  let head: Head | undefined;
  let expected = expect === undefined;
  for (;;) {
    const { rows } = await eventsAfter(db, { seq: head?.seq ?? 0, limit: page });
    if (rows.length === 0) break;
    for (const { complaint_id: complaint, salt, body, ...row } of rows) {
      const before: Head = head ?? { seq: 0, hash: '' };
      const hash = hexOf(row.hash);
      const commitment = hexOf(row.commitment);
      const fault = (code: LogFaultCode) => {
        if (faults.length < mostFaults) faults.push({ code, seq: row.seq });
      };
      if (row.seq !== before.seq + 1) fault('missing');
      if (hash !== hashOf(before.hash, { ...row, complaint, commitment })) fault('altered');
      if (salt === null && body === null) erased++;
      else if (salt === null || body === null || commitmentOf(salt, body) !== commitment) {
        fault('words-altered');
      }
      if (row.seq === remembered?.seq && hash !== remembered.hash) fault('other-history');
      if (hash === expect) expected = true;
      events++;
      // The stored hash goes on, so that one altered event is one fault and not a thousand.
      head = { seq: row.seq, hash };
    }
  }
  const last = head?.seq ?? 0;
  if (remembered !== undefined && remembered.seq > last) faults.push({ code: 'cut', seq: last });
  if (!expected) faults.push({ code: 'unexpected', seq: last });
  return { events, erased, head, faults };
}
