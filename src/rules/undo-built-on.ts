import type { ComplaintEvent, EventType } from './events.ts';
import { activeEvents } from './undo.ts';

/**
 * Finds what was built on an event, so that it cannot be taken back by itself: whoever wants it
 * undone undoes the later one first.
 * @param events all events of one complaint by `n`
 * @param target the event that somebody wants taken back
 * @returns the first later event that would not have happened so without it; undefined when there is none
 */
export function builtOn(
  events: readonly ComplaintEvent[],
  target: ComplaintEvent,
): ComplaintEvent | undefined {
  return activeEvents(events).find((event) => event.n > target.n && leansOn(event, target));
}

/** Where these happen, everything later happened in another stage of its life. */
const turns: readonly EventType[] = [
  'finished',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'waiting',
  'taken_up',
  'escalated',
  'returned',
];

/** Lists that number their entries in order: taking one out would number the later ones anew. */
const lists: readonly (readonly EventType[])[] = [
  [
    'promised',
    'promise_withdrawn',
    'promise_kept',
    'promise_broken',
    'promise_delayed',
    'promise_told',
  ],
  ['approval_asked', 'approved', 'declined'],
  ['callback_set', 'waiting', 'contacted', 'finished', 'resolved'],
  ['handed_over', 'assigned', 'returned', 'reopened'],
  ['customer_identified', 'customer_changed', 'customer_passed', 'customer_merged'],
];

function leansOn(event: ComplaintEvent, target: ComplaintEvent): boolean {
  if (turns.includes(target.type)) return event.type !== 'noted' && event.type !== 'referred';
  if (event.body.clocks !== undefined && target.body.clocks !== undefined) return true;
  if (lists.some((types) => types.includes(target.type) && types.includes(event.type))) {
    return true;
  }
  if (target.type === 'offered' || target.type === 'approved') {
    return event.type === 'offered' || (event.type === 'answered' && aboutOffers(event));
  }
  return (
    target.type === 'answered' &&
    event.type === 'answered' &&
    event.body.question === target.body.question
  );
}

const aboutOffers = (event: ComplaintEvent & { readonly type: 'answered' }): boolean =>
  ['only_reason', 'chosen', 'instead', 'outcome'].includes(event.body.question);
