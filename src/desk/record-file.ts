import { createMessages, type Messages } from '../language/messages.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId, Refusal } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { keepNext, momentAfter, writeState } from './act.ts';
import type { Desk } from './desk.ts';
import { type RecordFile, readRecord } from './record-file/read-record.ts';
import { type ReceivedRead, readReceived } from './record-file/received.ts';
import { takeRecord } from './record-file/take-record.ts';
import type { Taking } from './record-file/taking.ts';
import { startIn } from './start.ts';

export { recordSchema } from './record-file/schema.ts';

/**
 * What came of a file: the complaint, or all that is wrong. `malformed`: it is not a record at all
 * (its refusals carry line and column); `refused`: a rule says no. Each refusal's `field` is the path
 * into the file. Nothing was written unless it is `ok`.
 */
export type RecordOutcome =
  | { readonly ok: true; readonly id: ComplaintId; readonly conversation: Conversation }
  | {
      readonly ok: false;
      readonly kind: 'malformed' | 'refused';
      readonly refusals: readonly Refusal[];
    };

/** How a record file is taken. */
export interface RecordOptions {
  /** Does everything, says what came of it, and takes it all back. */
  readonly dryRun?: boolean | undefined;
  /** The language in which what is left out is filled in; English when none is given. */
  readonly words?: Messages | undefined;
}

/**
 * Takes a whole conversation from a file: the same decisions as question by question, in one
 * transaction, all of it or nothing.
 * @param text of the file, YAML or JSON; as bytes it must be UTF-8
 * @returns the complaint, or every fault with its path, not only the first
 * @throws StoreError when the record cannot be written
 */
export async function recordFromText(
  desk: Desk,
  text: string | Uint8Array,
  options: RecordOptions = {},
): Promise<RecordOutcome> {
  const read = readRecord(text);
  if (!read.ok) return { ok: false, kind: 'malformed', refusals: read.refusals };
  try {
    return await desk.store.transact(async (tx) => {
      const outcome = await record(tx, desk, read.record, options);
      if (!outcome.ok || options.dryRun === true) throw new TakenBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

/** Ends the transaction so that nothing of it stays; nobody outside sees it. */
class TakenBack extends Error {
  readonly outcome: RecordOutcome;

  constructor(outcome: RecordOutcome) {
    super('the record was taken back');
    this.outcome = outcome;
  }
}

async function record(
  tx: Transactor,
  desk: Desk,
  said: RecordFile,
  { words = createMessages('en') }: RecordOptions,
): Promise<RecordOutcome> {
  const received = await receivedIn(desk, said);
  const opened = await startIn(tx, desk, received && 'at' in received ? received.at : undefined);
  const now = momentAfter(opened.state, desk.now());
  const taking: Taking = {
    tx,
    desk,
    words,
    now,
    conversation: opened,
    faults: received && 'refusal' in received ? [received.refusal] : [],
    faulty: new Set(),
  };
  await takeRecord(taking, said);
  const { conversation, faults } = taking;
  if (faults.length > 0) return { ok: false, kind: 'refused', refusals: faults };
  await writeState(tx, opened.state, conversation.state);
  await keepNext(tx, conversation, now);
  return { ok: true, id: conversation.state.id, conversation };
}

/** From when it reached us the clocks run, so this is read before anything else. */
const receivedIn = async (
  desk: Desk,
  { received }: RecordFile,
): Promise<ReceivedRead | undefined> =>
  received === undefined ? undefined : readReceived(received, desk, desk.now());
