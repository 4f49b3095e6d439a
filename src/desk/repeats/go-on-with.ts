import type { Conversation } from '../../rules/conversation.ts';
import { beginConversation } from '../begin.ts';
import type { Acted, Desk } from '../desk.ts';
import { mergeInto } from '../merge.ts';
import type { Repeat } from '../repeats.ts';
import type { Voice } from '../saying.ts';
import { whyText } from './repeat-text.ts';

/**
 * It is an earlier complaint that the customer calls about: this one is merged into it, saying why
 * (P8). Undoing the merging takes the two apart again.
 * @returns the conversation that was merged, or why the two cannot be
 */
export const mergeIntoEarlier = (
  desk: Desk,
  voice: Pick<Voice, 'words'>,
  before: Conversation,
  { id, why }: Repeat,
): Promise<Acted> => mergeInto(desk, before, { into: id, reason: whyText(voice, why) });

/**
 * The same, and the earlier complaint goes on.
 * @returns its conversation, or why the two cannot be merged
 */
export async function goOnWith(
  desk: Desk,
  voice: Pick<Voice, 'words'>,
  before: Conversation,
  repeat: Repeat,
): Promise<Acted> {
  const merged = await mergeIntoEarlier(desk, voice, before, repeat);
  if (!merged.ok) return merged;
  const { conversation } = await beginConversation(desk, { kind: 'resume', id: repeat.id });
  return { ok: true, conversation };
}
