import type { Conversation } from '../rules/conversation.ts';
import { questionOfEvent } from '../rules/event-question.ts';
import { activeEvents } from '../rules/undo.ts';
import type { Desk } from './desk.ts';
import { eventOf } from './rows.ts';
import type { Voice } from './saying.ts';
import { timelineOf } from './timeline.ts';

/**
 * Who gave it to whoever has it now, and why: the reason is for them, and stands in no answer (P8).
 * @returns it in words, "Sam: handed over to Lejla: she knows kettles"; undefined where it was not
 *   handed on, or they have done something with it since
 * @throws StoreError when the record cannot be read
 */
export async function handedOnText(
  { store, playbook, agent }: Pick<Desk, 'store' | 'playbook' | 'agent'>,
  voice: Voice,
  { state }: Conversation,
): Promise<string | undefined> {
  const log = await store.read.eventsOf(state.id);
  const last = timelineOf(log, voice, playbook).findLast(
    ({ n, takenBack }) => !takenBack && log[n - 1]?.type !== 'taken_up',
  );
  const type = log.find(({ n }) => n === last?.n)?.type;
  const isHandedOn = type === 'handed_over' || type === 'assigned' || type === 'returned';
  if (last === undefined || !isHandedOn || last.agent === agent.name) return undefined;
  return `${last.agent}: ${last.words}`;
}

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
