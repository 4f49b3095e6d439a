import type { Holiday, Hours, Interval } from '../playbook.ts';
import { type Day, day, type Refusal, refuse } from '../values.ts';

/** Opening hours as they hold from a moment on, with the place whose clock they mean. */
export interface WorkCalendar extends Hours {
  /** 1, 2, 3 ...; 0 is the time before any hours were set, and counts around the clock. */
  readonly version: number;
  /** An IANA time zone. */
  readonly zone: string;
}

const DAY = 86_400_000;
const minutesOfDay = 1440;
const wholeDay: readonly Interval[] = [[0, minutesOfDay]];

/** @returns the days since 1970-01-01 of a calendar date. */
export const numberOfDay = (date: Day): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** @returns the calendar date so many days after 1970-01-01. */
export const dayOfNumber = (number: number): Day =>
  day(new Date(number * DAY).toISOString().slice(0, 10));

/** @returns whether a clock by these hours counts every minute there is. */
export const isAroundTheClock = ({ week, holidays }: Hours): boolean =>
  week === undefined && holidays.length === 0;

/**
 * @param hours holidays hold around the clock too: a desk that never sleeps may be closed on New Year
 * @returns when the desk is open on a day, by its number: intervals in order, none touching another
 */
export function intervalsOf(hours: Hours): (day: number) => readonly Interval[] {
  const week = hours.week?.map(inOrder);
  const holidays = new Map(
    hours.holidays.map(({ day, open = [] }) => [numberOfDay(day), inOrder(open)]),
  );
  return (number) => {
    const holiday = holidays.get(number);
    if (holiday !== undefined) return holiday;
    // 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday.
    return week === undefined ? wholeDay : (week[(((number + 3) % 7) + 7) % 7] ?? []);
  };
}

/** @returns the number of the last day on which these hours ever open; undefined when there is none such. */
export function lastOpenDay({ week, holidays }: Hours): number | undefined {
  if (week === undefined || week.some(opens)) return undefined;
  const open = holidays.filter((holiday) => opens(holiday.open ?? []));
  return Math.max(Number.NEGATIVE_INFINITY, ...open.map((holiday) => numberOfDay(holiday.day)));
}

/**
 * Checks hours before they are set. A week that never opens is refused, since no deadline would ever come.
 * @returns why they cannot be set, or undefined
 */
export function refusesHours({ week, holidays }: Hours): Refusal | undefined {
  if (week !== undefined) {
    if (week.length !== 7) return refuse('hours_not_a_week', { days: week.length }, 'week');
    const wrong = week.findIndex((day) => !day.every(isInterval));
    if (wrong !== -1) return refuse('hours_not_in_a_day', {}, `week[${wrong}]`);
    if (!week.some(opens)) return refuse('hours_never_open', {}, 'week');
  }
  const wrong = holidays.findIndex((holiday) => !isHoliday(holiday));
  return wrong === -1 ? undefined : refuse('hours_not_in_a_day', {}, `holidays[${wrong}]`);
}

const opens = (intervals: readonly Interval[]): boolean =>
  intervals.some(([from, to]) => from < to);

const isInterval = ([from, to]: Interval): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= minutesOfDay;

const isHoliday = ({ day, open = [] }: Holiday): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && Number.isFinite(numberOfDay(day)) && open.every(isInterval);

/** Sorted, and joined where two shifts touch or overlap: nobody's minute counts twice. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = [];
  for (const [from, to] of intervals.filter((one) => opens([one])).toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1])
      joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
