import type { Desk } from '../../desk/desk.ts';
import { sayingFor, type Voice } from '../../desk/saying.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { type OffersField, offersPut } from './fields/offers.ts';

/**
 * The lines to say now.
 * @param at a question's name or a moment; for the offers the field itself, since what is ticked is
 *   said before it is on record (P19)
 */
export function linesFor(
  desk: Desk,
  conversation: Conversation,
  at: string | OffersField | undefined,
  voice: Voice,
): readonly string[] {
  if (at === undefined) return [];
  if (typeof at === 'string') return sayingFor(desk, conversation, at, voice);
  return sayingFor(desk, conversation, 'offers', voice, offersPut(at, conversation));
}
