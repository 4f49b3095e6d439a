/** Days as people type them: "tomorrow", "next friday", "27 Nov", "27.11.2026", "end of the month". */

import type { Temporal } from 'temporal-polyfill';
import type { DayContext, DayReading, NoDate } from './calendar-day.ts';
import { readNamedDay } from './named-day.ts';
import { readNumericDay } from './numeric-day.ts';
import { readSpan } from './span-words.ts';
import { lastWorkday, workdaysAfter } from './work-week.ts';

function readRelativeDay(
  text: string,
  { today, week }: DayContext,
): Temporal.PlainDate | undefined {
  switch (text.replace(/^the /, '')) {
    case 'today':
    case 'eod':
    case 'cob':
    case 'end of day':
    case 'end of the day':
    case 'close of business':
      return today;
    case 'tomorrow':
      return today.add({ days: 1 });
    case 'yesterday':
      return today.subtract({ days: 1 });
    case 'day after tomorrow':
      return today.add({ days: 2 });
    case 'day before yesterday':
      return today.subtract({ days: 2 });
    case 'next working day':
    case 'next business day':
      return workdaysAfter(today, 1, week);
    case 'end of the week':
    case 'end of this week':
    case 'end of week':
      return lastWorkday(today, week);
    case 'end of next week':
      return lastWorkday(today.add({ days: 8 - today.dayOfWeek }), week);
    case 'end of the month':
    case 'end of this month':
    case 'end of month':
      return today.with({ day: today.daysInMonth });
    case 'end of next month': {
      const next = today.with({ day: 1 }).add({ months: 1 });
      return next.with({ day: next.daysInMonth });
    }
    default:
      return undefined;
  }
}

/** A length in whole days or more; hours are counted from the moment and not from the day. */
function readDaysAway(text: string, { today, week }: DayContext): Temporal.PlainDate | undefined {
  const span = readSpan(text);
  if (span === undefined || span.unit === 'minutes' || span.unit === 'hours') return undefined;
  if (span.unit === 'workdays') {
    return workdaysAfter(today, span.ago ? -span.many : span.many, week);
  }
  const length = { [span.unit]: span.many };
  return span.ago ? today.subtract(length) : today.add(length);
}

/**
 * Reads a day.
 * @param text in lower case, blanks single
 * @returns the day; why there is none; undefined when the text is no day at all
 */
export function readDayWords(text: string, context: DayContext): DayReading | NoDate | undefined {
  const relative = readRelativeDay(text, context) ?? readDaysAway(text, context);
  if (relative !== undefined) return { day: relative };
  return readNumericDay(text, context) ?? readNamedDay(text, context);
}
