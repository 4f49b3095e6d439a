import type { Messages } from '../language/messages.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { Report } from './report.ts';

/**
 * Says when a report was made, and of which record.
 * @param digits of the head that are shown; enough to tell two apart, unless it is to be proved
 */
export function madeText({ madeAt, zone, head }: Report, words: Messages, digits = 8): string {
  const made = words.say('report.text.made', {
    when: createSpokenTime(words, zone).fullMoment(madeAt),
  });
  if (head === '') return made;
  const shown = head.length > digits ? `${head.slice(0, digits)}…` : head;
  return `${made} ${words.say('report.text.head', { head: shown })}`;
}
