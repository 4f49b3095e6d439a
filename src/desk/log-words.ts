import type { StoredEvent } from '../store/event-log.ts';
import { deskEventWords } from './desk-event-words.ts';
import { deskEventOf } from './desk-events.ts';
import { eventWords, type Teller } from './event-words.ts';
import { eventOf } from './rows.ts';

/**
 * Says in one line what a line of the log says, of a complaint or of the desk.
 * @returns text as it was given: whoever prints it makes it safe
 */
export function logWords(row: StoredEvent, teller: Teller): string {
  const happening = deskEventOf(row);
  if (happening !== undefined) return deskEventWords(happening, teller.voice);
  return eventWords(eventOf(row), teller);
}
