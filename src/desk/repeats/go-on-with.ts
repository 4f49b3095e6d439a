import type { Conversation } from '../../rules/conversation.ts';
import { beginConversation } from '../begin.ts';
import type { Acted, Desk } from '../desk.ts';
import { mergeInto } from '../merge.ts';
import type { Repeat } from '../repeats.ts';
import type { Voice } from '../saying.ts';
import { whyText } from './repeat-text.ts';

/**
 * It is an earlier complaint that the customer calls about: this one is merged into it, saying why,
 * and that one goes on (P8). Undoing the merging takes the two apart again.
 * @returns the conversation of the earlier complaint, or why the two cannot be merged
 */
export async function goOnWith(
  desk: Desk,
  voice: Pick<Voice, 'words'>,
  before: Conversation,
  { id, why }: Repeat,
): Promise<Acted> {
  const merged = await mergeInto(desk, before, { into: id, reason: whyText(voice, why) });
  if (!merged.ok) return merged;
  const { conversation } = await beginConversation(desk, { kind: 'resume', id });
  return { ok: true, conversation };
}
