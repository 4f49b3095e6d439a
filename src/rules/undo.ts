import type { ComplaintEvent } from './events.ts';

/**
 * The events that still count. An `undone` takes its target out; taking back an `undone` puts the
 * target in again. Nothing is ever removed from the log itself.
 * @param events all events of one complaint by `n`
 * @returns those that count, in order, without any `undone`
 */
export function activeEvents(events: readonly ComplaintEvent[]): readonly ComplaintEvent[] {
  const out = takenBack(events);
  return events.filter((event) => event.type !== 'undone' && !out.has(event.n));
}

/**
 * What undo takes back next: the newest event that counts. The opening stays, for a complaint that
 * was heard is never unheard.
 * @returns the event, or undefined when nothing is left to take back
 */
export function undoTarget(events: readonly ComplaintEvent[]): ComplaintEvent | undefined {
  // Nobody did that to this complaint: the opening hours, or the customer, changed.
  const newest = activeEvents(events).findLast(({ type }) => type !== 'reclocked');
  return newest === undefined || isBeginning(newest) ? undefined : newest;
}

/** @returns whether an event is the first of its complaint. */
export const isBeginning = ({ type }: ComplaintEvent): boolean =>
  type === 'opened' || type === 'imported';

/**
 * What redo brings again: the newest undo, unless something new was said since.
 * @returns the `undone` event to take back, or undefined
 */
export function redoTarget(events: readonly ComplaintEvent[]): ComplaintEvent | undefined {
  const out = takenBack(events);
  for (const event of events.toReversed()) {
    if (event.type !== 'undone') return undefined;
    const undoesUndo = events.some(
      (other) => other.n === event.body.undoes && other.type === 'undone',
    );
    if (!undoesUndo && !out.has(event.n)) return event;
  }
  return undefined;
}

/** From the newest back: an `undone` that itself still counts takes its target out. */
function takenBack(events: readonly ComplaintEvent[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (const event of events.toReversed()) {
    if (event.type === 'undone' && !out.has(event.n)) out.add(event.body.undoes);
  }
  return out;
}
