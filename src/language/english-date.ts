/** Longer English, such as "the 27th of November at 3 in the afternoon", by way of chrono. */

import { strict } from 'chrono-node/en';

/** What was certain in a text. Relative ones are whole minutes from now. */
export type EnglishReading =
  | { readonly kind: 'away'; readonly ms: number }
  | {
      readonly kind: 'wall';
      readonly date?: { readonly year: number; readonly month: number; readonly day: number };
      readonly clock?: { readonly hour: number; readonly minute: number };
    };

/**
 * chrono guesses, and takes the part of a text that it knows: it is believed only when it read the
 * whole text, one moment and no range, and was certain of what is used.
 * @param text as typed, blanks single
 * @param wallNow the desk's wall clock, as if it were UTC, in epoch milliseconds: chrono then counts
 *   in the desk's own days whatever zone this machine is in
 * @param forward whether a date without a year looks ahead
 */
export function readEnglish(
  text: string,
  wallNow: number,
  forward: boolean,
): EnglishReading | undefined {
  const reference = { instant: new Date(wallNow), timezone: 0 };
  const [found, ...more] = strict.parse(text, reference, { forwardDate: forward });
  if (found === undefined || more.length > 0 || found.end) return undefined;
  if (found.text.trim() !== text.replace(/^(by|on|the) /i, '')) return undefined;
  const { start } = found;
  if (start.isCertain('timezoneOffset') && !found.tags().has('result/relativeDateAndTime')) {
    return undefined;
  }
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(name) ?? 0;
  const date = { year: part('year'), month: part('month'), day: part('day') };
  const clock = { hour: part('hour'), minute: part('minute') };
  if (found.tags().has('result/relativeDateAndTime')) {
    const wall = Date.UTC(date.year, date.month - 1, date.day, clock.hour, clock.minute);
    const startOfMinute = Math.floor(wallNow / 60_000) * 60_000;
    return { kind: 'away', ms: wall - startOfMinute };
  }
  const dated = start.isCertain('day') && start.isCertain('month');
  // "at 8" is not certain: it says nothing of which half of the day.
  const timed = start.isCertain('hour') && (start.isCertain('meridiem') || clock.hour > 12);
  if (start.isCertain('hour') && !timed) return undefined;
  if (!dated && (!timed || start.isCertain('weekday'))) return undefined;
  return {
    kind: 'wall',
    ...(dated ? { date } : {}),
    ...(timed ? { clock } : {}),
  };
}
