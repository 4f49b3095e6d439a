import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId, Millis, Refusal } from '../rules/values.ts';
import { openConversation } from './act.ts';
import { answer } from './converse.ts';
import type { Desk } from './desk.ts';
import { takeUp } from './leave.ts';
import { startComplaint } from './start.ts';
import { isTakenOver } from './taken-over.ts';

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
 * @returns the conversation; why a channel that was named could not be taken: it is asked for then; and
 *   whether somebody else heard the story, so that one says who one is (P8)
 * @throws RangeError when there is no complaint of that number
 * @throws StoreError when the record cannot be read or written
 */
export async function beginConversation(desk: Desk, start: ConversationStart): Promise<Begun> {
  if (start.kind === 'resume') {
    const conversation = await left(desk, start.id);
    return { conversation, refusals: [], takenOver: await isTakenOver(desk, conversation) };
  }
  const begun = { conversation: await startComplaint(desk, start.received), takenOver: false };
  if (start.channel === undefined) return { ...begun, refusals: [] };
  const said = { question: 'channel', value: start.channel } as const;
  const acted = await answer(desk, begun.conversation, said);
  return acted.ok
    ? { ...begun, conversation: acted.conversation, refusals: [] }
    : { ...begun, refusals: acted.refusals };
}

interface Begun {
  readonly conversation: Conversation;
  readonly refusals: readonly Refusal[];
  readonly takenOver: boolean;
}

async function left(desk: Desk, id: ComplaintId): Promise<Conversation> {
  const found = await openConversation(desk, id);
  if (found === undefined) throw new RangeError(`there is no complaint ${id}`);
  const taken = await takeUp(desk, found);
  return taken.ok ? taken.conversation : found;
}
