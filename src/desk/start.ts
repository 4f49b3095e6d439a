import { answerClock } from '../rules/clock.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { fold } from '../rules/fold.ts';
import type { ComplaintId } from '../rules/values.ts';
import { complaintId } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { conversationOf, keepNext } from './act.ts';
import type { Desk } from './desk.ts';
import { complaintColumns } from './rows.ts';

/**
 * Opens a complaint: the moment of the first hello, from which the answer clock runs (P25). It is
 * on disk, and has its reference, when this returns.
 * @throws StoreError when the file cannot be written
 */
export async function startComplaint(desk: Desk): Promise<Conversation> {
  return desk.store.transact((tx) => startIn(tx, desk));
}

/** Opens a complaint inside a transaction that goes on. */
export async function startIn(tx: Transactor, desk: Desk): Promise<Conversation> {
  const now = desk.now();
  const { aim, due } = answerClock(desk.playbook.targets, now, undefined);
  const begin = (id: ComplaintId): ComplaintEvent => ({
    type: 'opened',
    body: { aim, due },
    complaint: id,
    n: 1,
    at: now,
    agent: desk.agent.name,
  });
  // The row comes first, because it gives the number that the event speaks of.
  const blank = foldOne(begin(complaintId(0)));
  const id = complaintId(await tx.insertComplaint(complaintColumns(blank)));
  const opened = begin(id);
  await tx.appendEvent(opened);
  const conversation = await conversationOf(tx, desk, foldOne(opened));
  await keepNext(tx, conversation, now);
  return conversation;
}

function foldOne(opened: ComplaintEvent) {
  const state = fold([opened]);
  if (state === undefined) throw new RangeError('an opened complaint has a state');
  return state;
}
