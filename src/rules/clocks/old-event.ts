import type { Clock } from '../clock.ts';
import type { ComplaintEvent } from '../events.ts';

/**
 * What an event without clocks did to them. Before events told it themselves there was one clock, for
 * the answer, which ran around the clock and never paused.
 * @param before the clocks before the event
 * @returns those that it changed
 */
export function clocksOfOldEvent(
  before: readonly Clock[],
  event: ComplaintEvent,
): readonly Clock[] {
  if (event.type === 'opened') {
    const { at, body } = event;
    const { aim, due } = body;
    const spans = { target: due - at, aimTarget: aim - at, counted: 0 };
    return [{ kind: 'answer', started: at, ...spans, calendar: 0, since: at, aim, due }];
  }
  const answer = before.find(({ kind }) => kind === 'answer');
  if (answer === undefined || answer.stoppedAt !== undefined) return [];
  const { started } = answer;
  if (event.type === 'answered') {
    const { aim = answer.aim, due = answer.due } = event.body;
    if (aim === answer.aim && due === answer.due) return [];
    return [{ ...answer, aim, due, target: due - started, aimTarget: aim - started }];
  }
  if (event.type !== 'finished') return [];
  const { since: _, ...stopped } = answer;
  return [{ ...stopped, counted: event.at - started, stoppedAt: event.at }];
}
