/**
 * Dates as people type them. Import this module only where somebody types one (`await import`): the
 * calendar and the English grammar behind it take tens of milliseconds to load.
 */

import { Temporal } from 'temporal-polyfill';
import type { DayContext, DayReading, NoDate } from './calendar-day.ts';
import { type ClockReading, clockOf, readClock } from './clock-words.ts';
import { readDayWords } from './day-words.ts';
import { readEnglish } from './english-date.ts';
import { readSpan } from './span-words.ts';
import type { WorkWeek } from './work-week.ts';

/** What the words for a moment depend on. */
export interface WhenContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA time zone of the desk, such as `Europe/Sofia`. */
  readonly zone: string;
  /** The zone of whom a moment is agreed with: `10:30 their time` is read by it. */
  readonly theirZone?: string | undefined;
  /** Working days, 1 for Monday to 7 for Sunday; Monday to Friday when none are given. */
  readonly workdays?: readonly number[] | undefined;
  /** `17:00`: a date without a time is meant by then. */
  readonly dayEnd?: string | undefined;
  /** How `03/04/2026` is meant; without it that is `ambiguous`. */
  readonly order?: 'day-first' | 'month-first' | undefined;
}

/** A moment in epoch milliseconds; `dateOnly` when no time was said and `at` is the end of that day. */
export type WhenRead =
  | { readonly at: number; readonly dateOnly: boolean }
  | { readonly reason: NoDate };

/** A day that has been, as `YYYY-MM-DD`, or why none was read. */
export type DayRead = { readonly day: string } | { readonly reason: NoDate | 'future' };

/** By the customer's clocks: `10:30 their time`, `tomorrow 9:00 for them`. */
const THEIRS = /(?:,? \(?(?:in )?(?:their|the customer's) time(?: zone)?\)?| for them)$/;

const OFFSET = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(z|[+-]\d\d:?\d\d)$/;

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/^(\d{4}-\d\d-\d\d)t(?=\d)/, '$1 ')
    .replace(/^(?:by|on|at|until|till) /, '');
}

function weekOf({ workdays, dayEnd = '17:00' }: WhenContext): WorkWeek {
  const worked = workdays?.filter((day) => day >= 1 && day <= 7) ?? [];
  return { workdays: worked.length > 0 ? worked : [1, 2, 3, 4, 5], dayEnd };
}

function readOffset(text: string): number | undefined {
  const [, date, time, offset] = OFFSET.exec(text) ?? [];
  if (date === undefined) return undefined;
  try {
    return Temporal.Instant.from(`${date}T${time}${offset}`).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The ways to cut a text into a day and a time: "tomorrow 3pm", "15:00 on friday". */
function* cuts(text: string): Generator<{ day: string; clock: string }> {
  const words = text.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const head = words.slice(0, at).join(' ').replace(/,$/, '');
    const tail = words.slice(at).join(' ');
    yield { day: head.replace(/ (at|by)$/, ''), clock: tail.replace(/^(at|by) /, '') };
    yield { day: tail.replace(/^on /, ''), clock: head };
  }
}

interface Typed {
  readonly day?: DayReading;
  readonly clock?: { readonly hour: number; readonly minute: number };
}

/** The day and time of a text by our own words; why not; undefined when they do not cover it. */
function readWords(text: string, context: DayContext): Typed | NoDate | undefined {
  const day = readDayWords(text, context);
  if (typeof day === 'object') return { day };
  const alone = readClock(text, context.week.dayEnd);
  // "10.11" alone stays what the day says: ambiguous.
  if (typeof alone === 'object' && day === undefined) return { clock: alone };
  let reason: NoDate | undefined = day ?? (alone === 'vague' ? 'ambiguous' : undefined);
  for (const cut of cuts(text)) {
    const clock: ClockReading = readClock(cut.clock, context.week.dayEnd);
    if (clock === undefined) continue;
    const dayPart = cut.day === 'this' ? 'today' : cut.day;
    const dayOfCut = readDayWords(dayPart, context);
    if (dayOfCut === undefined) continue;
    if (typeof dayOfCut === 'object' && clock !== 'vague') return { day: dayOfCut, clock };
    reason ??= typeof dayOfCut === 'string' ? dayOfCut : 'ambiguous';
  }
  return reason;
}

function momentOf(
  day: Temporal.PlainDate,
  clock: { readonly hour: number; readonly minute: number },
  zone: string,
): number {
  // "compatible": a time that the clocks skip is taken as much later, one they repeat as its first.
  return day.toPlainDateTime(clock).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** The moment of what was typed: the first still ahead where the words fit more than one day. */
function settle(typed: Typed, today: Temporal.PlainDate, context: WhenContext): WhenRead {
  const clock = typed.clock ?? clockOf(weekOf(context).dayEnd);
  const day: DayReading = typed.day ?? { day: today, other: today.add({ days: 1 }) };
  const first = momentOf(day.day, clock, context.zone);
  const at =
    first <= context.now && day.other !== undefined
      ? momentOf(day.other, clock, context.zone)
      : first;
  return { at, dateOnly: typed.clock === undefined };
}

/** Dates in figures are never left to chrono, which would choose an order for them. */
function isInFigures(text: string): boolean {
  return /\d\s*[/.-]\s*\d/.test(text);
}

/**
 * Reads when something will be: `2026-11-27 15:00`, `27.11.2026`, `fri 10:30`, `tomorrow 3pm`, `in 2
 * hours`, `2 working days`, `48 hours`, `noon`, `end of the month`. A time or a weekday without more is
 * the first one still ahead; a date without a time is meant by the end of the working day. Nothing is
 * guessed: the whole text is understood or none of it. A date in the past is read too, and is for the
 * caller to refuse. `10:30 their time` is read by the customer's clocks, where these are known (P9).
 * @throws RangeError when the zone is unknown
 */
export function readWhen(text: string, context: WhenContext): WhenRead {
  const said = tidy(text);
  if (said === '') return { reason: 'empty' };
  const typed = said.replace(THEIRS, '').trim();
  if (typed === said) return readHere(typed, context);
  const { theirZone } = context;
  if (theirZone === undefined) return { reason: 'their-zone' };
  return readHere(typed, { ...context, zone: theirZone });
}

/** Reads a moment by the clocks of one zone. */
function readHere(typed: string, context: WhenContext): WhenRead {
  const absolute = readOffset(typed);
  if (absolute !== undefined) return { at: absolute, dateOnly: false };
  const span = readSpan(typed);
  if (span?.unit === 'minutes' || span?.unit === 'hours') {
    const length = span.many * (span.unit === 'hours' ? 3_600_000 : 60_000);
    return { at: context.now + (span.ago ? -length : length), dateOnly: false };
  }
  const here = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.zone);
  const today = here.toPlainDate();
  const read = readWords(typed, {
    today,
    toward: 'ahead',
    week: weekOf(context),
    order: context.order,
  });
  if (typeof read === 'object') return settle(read, today, context);
  if (read !== undefined) return { reason: read };
  if (isInFigures(typed)) return { reason: 'not-understood' };
  const english = readEnglish(typed, context.now + here.offsetNanoseconds / 1e6, true);
  if (english === undefined) return { reason: 'not-understood' };
  if (english.kind === 'away') return { at: context.now + english.ms, dateOnly: false };
  return settle(
    {
      ...(english.date ? { day: { day: Temporal.PlainDate.from(english.date) } } : {}),
      ...(english.clock ? { clock: english.clock } : {}),
    },
    today,
    context,
  );
}

/**
 * Reads on what day something happened: `yesterday`, `last friday`, `12 Nov`, `two weeks ago`, `this
 * morning`. Words without a year or a week look back; a time of day is read and left out.
 * @returns the day as `YYYY-MM-DD` in the zone; `future` for one after today
 * @throws RangeError when the zone is unknown
 */
export function readDay(text: string, context: WhenContext): DayRead {
  const typed = tidy(text);
  if (typed === '') return { reason: 'empty' };
  const here = Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.zone);
  const today = here.toPlainDate();
  const day = readPastDay(typed, here, context);
  if (typeof day === 'string') return { reason: day };
  return Temporal.PlainDate.compare(day, today) > 0
    ? { reason: 'future' }
    : { day: day.toString() };
}

function readPastDay(
  typed: string,
  here: Temporal.ZonedDateTime,
  context: WhenContext,
): Temporal.PlainDate | NoDate {
  const today = here.toPlainDate();
  if (/^((just )?now|(earlier|later) today)$/.test(typed)) return today;
  const absolute = readOffset(typed);
  const span = readSpan(typed);
  const isShort = span?.unit === 'minutes' || span?.unit === 'hours';
  if (absolute !== undefined || isShort) {
    const when = readWhen(typed, context);
    const at = 'at' in when ? when.at : context.now;
    return Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(context.zone)
      .toPlainDate();
  }
  const week = weekOf(context);
  const read = readWords(typed, { today, toward: 'behind', week, order: context.order });
  if (typeof read === 'object') return read.day?.day ?? today;
  if (read !== undefined) return read;
  if (isInFigures(typed)) return 'not-understood';
  const english = readEnglish(typed, context.now + here.offsetNanoseconds / 1e6, false);
  if (english?.kind !== 'wall' || english.date === undefined) return 'not-understood';
  return Temporal.PlainDate.from(english.date);
}
