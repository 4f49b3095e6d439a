import type { Desk } from '../../desk/desk.ts';
import { sayingFor, sayingOnTakingOver, type Voice } from '../../desk/saying.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { type OffersField, offersPut } from './fields/offers.ts';

/**
 * The lines to say now.
 * @param at a question's name or a moment; for the offers the field itself, since what is ticked is
 *   said before it is on record (P19)
 * @param takenOver whether somebody else heard the story, and who goes on has yet to say who they are
 */
export function linesFor(
  desk: Desk,
  conversation: Conversation,
  at: string | OffersField | undefined,
  voice: Voice,
  takenOver = false,
): readonly string[] {
  if (at === undefined) return [];
  const saying = takenOver ? sayingOnTakingOver : sayingFor;
  if (typeof at === 'string') return saying(desk, conversation, at, voice);
  return saying(desk, conversation, 'offers', voice, offersPut(at, conversation));
}
