import type { Conversation } from '../../rules/conversation.ts';
import type { LineSituation } from '../../rules/wording.ts';
import type { Desk } from '../desk.ts';
import { promiseSpokenOf, type SaidAbout } from './said-about.ts';

/** Who speaks, where and when: all of a desk that a line to say is made of. */
export type Speaker = Pick<Desk, 'agent' | 'business' | 'reachUs' | 'zone' | 'now'>;

/**
 * @param at a question's name, or a moment such as `delay`
 * @param about which promise is spoken of, where the moment alone does not tell
 * @returns what decides which lines fit this conversation, here and now
 */
export function situationOf(
  desk: Speaker,
  { state, customer, playbook }: Conversation,
  at: string,
  about: SaidAbout,
): LineSituation {
  const { answers } = state;
  const promise = promiseSpokenOf(state, at, about.promise);
  return {
    fault: answers.fault,
    channel: answers.channel ?? playbook.channels.find(({ usual }) => usual)?.id,
    severity: answers.severity,
    cause: answers.cause?.split('/')[0],
    wish: answers.wish,
    outcome: answers.outcome,
    returning: customer !== undefined && !customer.isNew,
    partOfDay: partOfDay(desk),
    promise: promise && (promise.due > desk.now() ? 'ahead' : 'past'),
  };
}

/** @returns what the time of day is called where the desk is. */
export function partOfDay(desk: Speaker): LineSituation['partOfDay'] {
  const hour = hourAt(desk.zone, desk.now());
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

function hourAt(zone: string, at: number): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit' }).format(at);
  return Number(text);
}
