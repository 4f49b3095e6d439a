import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId, Millis, Refusal } from '../rules/values.ts';
import { openConversation } from './act.ts';
import { answer } from './converse.ts';
import type { Desk } from './desk.ts';
import { takeUp } from './leave.ts';
import { startComplaint } from './start.ts';

/** Which conversation: a new one, by a channel that may be known already, or one that was left. */
export type ConversationStart =
  | {
      readonly kind: 'new';
      readonly channel?: string | undefined;
      /** When it reached us, where that was before now. */
      readonly received?: Millis | undefined;
    }
  | { readonly kind: 'resume'; readonly id: ComplaintId };

/**
 * Begins a conversation, or goes on with one that was left.
 * @returns the conversation, and why a channel that was named could not be taken: it is asked for then
 * @throws RangeError when there is no complaint of that number
 * @throws StoreError when the record cannot be read or written
 */
export async function beginConversation(
  desk: Desk,
  start: ConversationStart,
): Promise<{ readonly conversation: Conversation; readonly refusals: readonly Refusal[] }> {
  const begun =
    start.kind === 'new' ? await startComplaint(desk, start.received) : await left(desk, start.id);
  if (start.kind !== 'new' || start.channel === undefined) {
    return { conversation: begun, refusals: [] };
  }
  const acted = await answer(desk, begun, { question: 'channel', value: start.channel });
  return acted.ok
    ? { conversation: acted.conversation, refusals: [] }
    : { conversation: begun, refusals: acted.refusals };
}

async function left(desk: Desk, id: ComplaintId): Promise<Conversation> {
  const found = await openConversation(desk, id);
  if (found === undefined) throw new RangeError(`there is no complaint ${id}`);
  const taken = await takeUp(desk, found);
  return taken.ok ? taken.conversation : found;
}
