import { isoUtc } from '../language/iso.ts';
import type { ComplaintId } from '../rules/values.ts';
import { complaintId, millis, refOf } from '../rules/values.ts';
import type { StoredEvent } from '../store/event-log.ts';
import type { WholeRecord } from './read-record.ts';

/** Which part of the log. */
export interface LogSearch {
  readonly complaint?: ComplaintId | undefined;
  /** From this moment on, epoch milliseconds. */
  readonly since?: number | undefined;
  /** Before this moment, epoch milliseconds. */
  readonly until?: number | undefined;
  /** The newest so many of those that fit. */
  readonly limit?: number | undefined;
}

const page = 1000;

/** Every field of an event, in its order: the contract with scripts. */
export const eventFields = [
  { name: 'seq', kind: 'integer' },
  { name: 'reference', kind: 'text' },
  { name: 'n', kind: 'integer' },
  { name: 'at', kind: 'time' },
  { name: 'agent', kind: 'text' },
  { name: 'type', kind: 'text' },
  { name: 'body', kind: 'json' },
  { name: 'hash', kind: 'text' },
] as const;

/** @returns an event as machines read it; `body` is null once its words were erased. */
export const eventRecord = (event: StoredEvent): Readonly<Record<string, unknown>> => ({
  seq: event.seq,
  reference: event.complaint === null ? null : refOf(complaintId(event.complaint)),
  n: event.n,
  at: isoUtc(millis(event.at)),
  agent: event.agent,
  type: event.type,
  body: event.body ?? null,
  hash: event.hash,
});

/** Reads the log page by page, the newest event last. */
export async function* readLog(
  record: WholeRecord,
  search: LogSearch,
): AsyncGenerator<readonly StoredEvent[], void> {
  const { limit } = search;
  if (limit === undefined) {
    yield* pages(record, search, 0);
    return;
  }
  // Without a condition the newest are the last numbers; else the last that fit are kept in hand.
  const unconditional = [search.complaint, search.since, search.until].every(
    (one) => one === undefined,
  );
  const after = unconditional ? Math.max(0, ((await record.head())?.seq ?? 0) - limit) : 0;
  let kept: StoredEvent[] = [];
  for await (const events of pages(record, search, after)) {
    kept = [...kept, ...events].slice(-limit);
  }
  yield kept;
}

async function* pages(
  record: WholeRecord,
  { complaint, since = -Infinity, until = Infinity }: LogSearch,
  after: number,
): AsyncGenerator<readonly StoredEvent[], void> {
  const fits = ({ at }: StoredEvent): boolean => at >= since && at < until;
  if (complaint !== undefined) {
    yield (await record.read.eventsOf(complaint)).filter(fits);
    return;
  }
  for (let seq = after; ; ) {
    const events = await record.read.eventsAfter(seq, page);
    const last = events.at(-1);
    if (last === undefined) return;
    yield events.filter(fits);
    seq = last.seq;
  }
}
