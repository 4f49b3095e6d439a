import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { begin, fold } from '../rules/fold.ts';
import type { Millis } from '../rules/values.ts';
import { complaintId } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { clocked, conversationOf, keepNext } from './act.ts';
import type { Desk } from './desk.ts';
import { clockRow, complaintColumns } from './rows.ts';

/**
 * Opens a complaint: the moment of the first hello, from which the answer clock runs (P25). It is
 * on disk, and has its reference, when this returns.
 * @param received when it reached us, where that was before: an email that lay there since the morning
 * @throws StoreError when the file cannot be written
 */
export async function startComplaint(desk: Desk, received?: Millis): Promise<Conversation> {
  return desk.store.transact((tx) => startIn(tx, desk, received));
}

/** Opens a complaint inside a transaction that goes on. */
export async function startIn(
  tx: Transactor,
  desk: Desk,
  received?: Millis,
): Promise<Conversation> {
  const now = desk.now();
  const bare = {
    type: 'opened',
    body: { aim: now, due: now, ...(received === undefined ? {} : { received }) },
    complaint: complaintId(0),
    n: 1,
    at: now,
    agent: desk.agent.name,
  } as const;
  const blank = await started(tx, desk, bare);
  // The row comes first, because it gives the number that the event speaks of.
  const id = complaintId(await tx.insertComplaint(complaintColumns(foldOne(blank))));
  const opened: ComplaintEvent = { ...blank, complaint: id };
  await tx.appendEvent(opened);
  const state = foldOne(opened);
  for (const clock of state.clocks) await tx.putClock(clockRow(id, clock));
  const conversation = await conversationOf(tx, desk, state);
  await keepNext(tx, conversation, now);
  return conversation;
}

/** @returns the opening with its clocks; the answer's aim and target are told by name as well. */
async function started(tx: Transactor, desk: Desk, bare: Opening): Promise<Opening> {
  const { clocks = [] } = (await clocked(tx, desk, undefined, begin(bare), bare)).body;
  const { aim, due } = clocks.find(({ kind }) => kind === 'answer') ?? bare.body;
  return { ...bare, body: { ...bare.body, aim, due, clocks } };
}

type Opening = Extract<ComplaintEvent, { readonly type: 'opened' }>;

function foldOne(opened: ComplaintEvent) {
  const state = fold([opened]);
  if (state === undefined) throw new RangeError('an opened complaint has a state');
  return state;
}
