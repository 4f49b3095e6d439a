import type { Conversation } from '../rules/conversation.ts';
import { questionOfEvent } from '../rules/event-question.ts';
import { activeEvents } from '../rules/undo.ts';
import type { Desk } from './desk.ts';
import { eventOf } from './rows.ts';

/**
 * Whether it was somebody else who spoke with the customer last. Whoever goes on then says who they
 * are, and that the story is known (P8): after a hand-over, and as well where it was left and somebody
 * else is there to go on.
 * @returns false also where no story was told yet, since nobody can say that they have read it
 * @throws StoreError when the record cannot be read
 */
export async function isTakenOver(
  { store, agent }: Pick<Desk, 'store' | 'agent'>,
  { state }: Conversation,
): Promise<boolean> {
  const { id, answers } = state;
  if (answers.words === undefined && answers.restated === undefined) return false;
  const events = (await store.read.eventsOf(id)).flatMap((row) => eventOf(row) ?? []);
  const last = activeEvents(events).findLast((event) => questionOfEvent(event) !== undefined);
  return last !== undefined && last.agent !== agent.name;
}
