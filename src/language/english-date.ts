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
  const [year, month, day, hour, minute] = (
    ['year', 'month', 'day', 'hour', 'minute'] as const
  ).map((part) => start.get(part) ?? 0) as [number, number, number, number, number];
  if (found.tags().has('result/relativeDateAndTime')) {
    const startOfMinute = Math.floor(wallNow / 60_000) * 60_000;
    return { kind: 'away', ms: Date.UTC(year, month - 1, day, hour, minute) - startOfMinute };
  }
  const dated = start.isCertain('day') && start.isCertain('month');
  // "at 8" is not certain: it says nothing of which half of the day.
  const timed = start.isCertain('hour') && (start.isCertain('meridiem') || hour > 12);
  if (start.isCertain('hour') && !timed) return undefined;
  if (!dated && (!timed || start.isCertain('weekday'))) return undefined;
  return {
    kind: 'wall',
    ...(dated ? { date: { year, month, day } } : {}),
    ...(timed ? { clock: { hour, minute } } : {}),
  };
}
