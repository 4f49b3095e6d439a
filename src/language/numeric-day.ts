/** Dates in figures, and which figure is the month. */

import {
  calendarDay,
  type DayContext,
  type DayReading,
  dayAndMonth,
  type NoDate,
} from './calendar-day.ts';

/** Two figures of a year are of this century. */
function fullYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** `03/04/2026`: day first or month first; it counts only when one of them is possible or was said. */
function readEitherOrder(
  first: number,
  second: number,
  year: number | undefined,
  context: DayContext,
): DayReading | NoDate {
  const couldBeDayFirst = second >= 1 && second <= 12;
  const couldBeMonthFirst = first >= 1 && first <= 12;
  if (couldBeDayFirst && couldBeMonthFirst && first !== second && context.order === undefined) {
    return 'ambiguous';
  }
  const dayFirst = couldBeDayFirst && (!couldBeMonthFirst || context.order !== 'month-first');
  return dayFirst
    ? dayAndMonth(first, second, year, context)
    : dayAndMonth(second, first, year, context);
}

/**
 * Reads `2026-11-27`, `2026/11/27`, `27.11.2026`, `27.11.`, `27/11/2026`, `27-11-26`, `27/11`.
 * Points put the day first everywhere that they are used.
 * @returns the day; why there is none; undefined when the text is no date in figures
 */
export function readNumericDay(text: string, context: DayContext): DayReading | NoDate | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso !== null) {
    const day = calendarDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    return day === undefined ? 'no-such-date' : { day };
  }
  const points = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?\.?$/.exec(text);
  if (points !== null) {
    return dayAndMonth(Number(points[1]), Number(points[2]), fullYear(points[3]), context);
  }
  const strokes = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (strokes !== null) {
    return readEitherOrder(Number(strokes[1]), Number(strokes[3]), fullYear(strokes[4]), context);
  }
  // Half past ten, or the tenth of some month?
  return /^\d{1,2}\.(0?[1-9]|1[0-2])$/.test(text) ? 'ambiguous' : undefined;
}
