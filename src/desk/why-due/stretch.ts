import type { Piece, WorkCalendar } from '../../rules/business-time.ts';
import type { Millis } from '../../rules/values.ts';
import type { ExplainedCounting } from '../counting.ts';
import type { StoryLine } from './lines.ts';

/** What a stretch of time is told with. */
export interface Hours {
  readonly counting: ExplainedCounting;
  /** The opening hours by version: for the names of holidays. */
  readonly calendars: ReadonlyMap<number, WorkCalendar>;
}

/** More days than these in a row are told week by week, but for the first and the last week. */
const fewDays = 7;

/**
 * Tells what counted between two moments: day by day, long stretches week by week.
 * @param version of the opening hours that it counts by
 * @param before what was counted before it
 * @returns no line for no time
 */
export function stretchLines(
  { counting, calendars }: Hours,
  version: number,
  from: Millis,
  to: Millis,
  before: number,
): readonly StoryLine[] {
  if (to <= from) return [];
  const pieces = counting.pieces(version, from, to);
  const sum = pieces.reduce((all, { counted }) => all + counted, 0);
  const [first] = pieces;
  if (first !== undefined && first.day === undefined) {
    return [{ kind: 'elapsed', from, to, counted: sum, soFar: before + sum }];
  }
  const named = holidaysIn(calendars.get(version), from, to);
  if (first === undefined) return [{ kind: 'closed', from, to }, ...named.map(({ line }) => line)];
  let soFar = before;
  const counted = groupsOf(pieces).map((group): Told => {
    const many = group.reduce((all, piece) => all + piece.counted, 0);
    soFar += many;
    return toldOf(group, many, soFar);
  });
  return [...counted, ...named]
    .sort((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : one.turn - other.turn,
    )
    .map(({ line }) => line);
}

/** A line with the day it begins on; a holiday is named before what counted on it. */
interface Told {
  readonly day: string;
  readonly turn: 0 | 1;
  readonly line: StoryLine;
}

function toldOf(group: readonly Piece[], counted: number, soFar: number): Told {
  const [first] = group;
  const last = group.at(-1);
  if (first?.day === undefined || last === undefined)
    throw new RangeError('a day has opening hours');
  const { day } = first;
  const line: StoryLine =
    day === last.day
      ? { kind: 'day', day, open: group.map(({ from, to }) => ({ from, to })), counted, soFar }
      : { kind: 'week', from: first.from, to: last.to, counted, soFar };
  return { day, turn: 1, line };
}

/** Puts the stretches of each day together, and those of the weeks in the middle of many. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const days = Object.values(Object.groupBy(pieces, ({ day = '' }) => day)).map(
    (some) => some ?? [],
  );
  if (days.length <= fewDays) return days;
  const weekOf = (group: readonly Piece[] | undefined): number => weekNumber(group?.[0]?.day ?? '');
  const [first, last] = [weekOf(days[0]), weekOf(days.at(-1))];
  const groups: Piece[][] = [];
  let week: number | undefined;
  for (const group of days) {
    const of = weekOf(group);
    if (of !== first && of !== last && of === week) groups.at(-1)?.push(...group);
    else groups.push([...group]);
    week = of;
  }
  return groups;
}

/** Weeks are counted from Monday; 1970-01-01 was a Thursday. */
const weekNumber = (day: string): number =>
  Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7);

/** The holidays from the day a stretch begins on to the day it ends on. */
function holidaysIn(calendar: WorkCalendar | undefined, from: Millis, to: Millis): readonly Told[] {
  if (calendar === undefined || calendar.holidays.length === 0) return [];
  // The Swedish form of a date is the ISO form.
  const { format } = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.zone,
    dateStyle: 'short',
  });
  const [first, last] = [format(from), format(to)];
  return calendar.holidays
    .filter(({ day }) => first <= day && day <= last)
    .map(({ day, label }) => ({ day, turn: 0, line: { kind: 'holiday', day, label } }));
}
