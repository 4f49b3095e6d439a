import { Temporal } from 'temporal-polyfill';
import { type Millis, millis } from '../rules/values.ts';

export const periodSteps = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** How a period is cut into pieces. */
export type PeriodStep = (typeof periodSteps)[number];

/** A stretch of time, `[since, until)`. */
export interface Stretch {
  readonly since: Millis;
  readonly until: Millis;
}

/** A piece of a period: `2026-11`, `November 2026`. */
export interface Piece extends Stretch {
  readonly name: string;
  readonly text: string;
}

/** More pieces than this are nothing that anybody looks at. */
export const MOST_PIECES = 400;

/** A step is so small that nobody could look at all pieces. */
export class TooManyPieces extends Error {
  readonly by: PeriodStep;

  constructor(by: PeriodStep) {
    super(`more than ${MOST_PIECES} pieces`);
    this.name = 'TooManyPieces';
    this.by = by;
  }
}

/** A time that is over ended before anybody complained. */
export class NothingBefore extends Error {
  /** The day on which the first complaint of all reached us: `2026-11-19`. */
  readonly first: string;

  /** @param first when it reached us */
  constructor(first: Millis, zone: string) {
    super('no complaint had come by then');
    this.name = 'NothingBefore';
    this.first = dayOf(first, zone).toString();
  }
}

/** What is reported when nobody said: so many of each step, the one under way among them. */
const usual: Readonly<Record<PeriodStep, Temporal.DurationLike>> = {
  day: { days: 30 },
  week: { weeks: 13 },
  month: { months: 12 },
  quarter: { months: 24 },
  year: { years: 5 },
};

/** What was asked for. */
export interface PeriodAsked {
  readonly since?: Millis | undefined;
  readonly until?: Millis | undefined;
  readonly by?: PeriodStep | undefined;
  readonly now: Millis;
  /** IANA time zone in which days begin. */
  readonly zone: string;
}

/**
 * @returns the stretch that was asked for. Without a beginning it is the last thirty days, or as many
 *   whole pieces as one looks at; without an end it goes to the end of today
 */
export function periodAsked({ since, until, by, now, zone }: PeriodAsked): Stretch {
  const end = until ?? momentOf(dayOf(now, zone).add({ days: 1 }), zone);
  if (since !== undefined) return { since, until: end };
  const last = dayOf(millis(end - 1), zone);
  const first =
    by === undefined || by === 'day'
      ? last.add({ days: 1 }).subtract(usual.day)
      : startOf(last, by).add(one[by]).subtract(usual[by]);
  return { since: momentOf(first, zone), until: end };
}

/**
 * @returns the stretch just before, to hold the first against: the months before where it is whole
 *   months, else as many days
 */
export function stretchBefore({ since, until }: Stretch, zone: string): Stretch {
  const first = Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(zone);
  const midnight = first.startOfDay().equals(first) && end.startOfDay().equals(end);
  if (!midnight) return { since: millis(since - (until - since)), until: since };
  const from = first.toPlainDate();
  const to = end.toPlainDate();
  const back =
    from.day === 1 && to.day === 1
      ? from.subtract({ months: from.until(to, { largestUnit: 'months' }).months })
      : from.subtract({ days: from.until(to, { largestUnit: 'days' }).days });
  return { since: momentOf(back, zone), until: since };
}

/** @returns the step at which a stretch shows best. */
export function stepFor({ since, until }: Stretch): PeriodStep {
  const days = (until - since) / 86_400_000;
  if (days <= 35) return 'day';
  if (days <= 190) return 'week';
  if (days <= 1200) return 'month';
  return days <= 4000 ? 'quarter' : 'year';
}

/**
 * @param language BCP 47 tag
 * @returns the stretch in pieces; the first and the last may be cut off
 * @throws TooManyPieces where there would be more than `MOST_PIECES`
 */
export function piecesOf(
  stretch: Stretch,
  by: PeriodStep,
  zone: string,
  language: string,
): readonly Piece[] {
  const texts = new Map<PeriodStep, Intl.DateTimeFormat>();
  const pieces: Piece[] = [];
  let start = startOf(dayOf(stretch.since, zone), by);
  for (;;) {
    const next = start.add(one[by]);
    const since = millis(Math.max(stretch.since, momentOf(start, zone)));
    const until = millis(Math.min(stretch.until, momentOf(next, zone)));
    if (since >= stretch.until) return pieces;
    if (pieces.length === MOST_PIECES) throw new TooManyPieces(by);
    pieces.push({
      since,
      until,
      name: nameOf(start, by),
      text: textOf(start, by, language, texts),
    });
    start = next;
  }
}

const one: Readonly<Record<PeriodStep, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

function startOf(day: Temporal.PlainDate, by: PeriodStep): Temporal.PlainDate {
  switch (by) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
    case 'year':
      return day.with({ day: 1, month: 1 });
  }
}

/** As ISO 8601 has it; it has no quarters, which are written like its weeks. */
function nameOf(day: Temporal.PlainDate, by: PeriodStep): string {
  const date = day.toString();
  switch (by) {
    case 'day':
      return date;
    case 'week':
      return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${day.year}-Q${quarterOf(day)}`;
    case 'year':
      return date.slice(0, 4);
  }
}

const quarterOf = (day: Temporal.PlainDate): number => Math.ceil(day.month / 3);

const parts: Readonly<Record<Exclude<PeriodStep, 'quarter' | 'year'>, Intl.DateTimeFormatOptions>> =
  {
    day: { weekday: 'short', day: 'numeric', month: 'short' },
    week: { day: 'numeric', month: 'short', year: 'numeric' },
    month: { month: 'short', year: 'numeric' },
  };

function textOf(
  day: Temporal.PlainDate,
  by: PeriodStep,
  language: string,
  texts: Map<PeriodStep, Intl.DateTimeFormat>,
): string {
  if (by === 'year') return String(day.year);
  if (by === 'quarter') return `${day.year} Q${quarterOf(day)}`;
  const format = texts.get(by) ?? dateFormat(language, parts[by]);
  texts.set(by, format);
  return format.format(Date.parse(`${day.toString()}T00:00:00Z`));
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // As everywhere: British order for English, and Thai dates in the year that everybody else has.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    ...options,
  });
}

/** @returns a stretch as people say it: `1–30 November 2026`; its last day is in it. */
export function stretchText({ since, until }: Stretch, zone: string, language: string): string {
  const format = dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
  const at = (moment: number): number =>
    Date.parse(`${dayOf(millis(moment), zone).toString()}T00:00:00Z`);
  return format.formatRange(at(since), at(Math.max(since, until - 1)));
}

const dayOf = (at: Millis, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** @returns the first moment of the day in which another one lies. */
export const startOfDay = (at: Millis, zone: string): Millis => momentOf(dayOf(at, zone), zone);

const momentOf = (day: Temporal.PlainDate, zone: string): Millis =>
  millis(day.toZonedDateTime(zone).epochMilliseconds);

/**
 * @returns how `list` is asked for a stretch, as words of a command line: days where it begins and
 *   ends with one
 */
export function stretchFlags({ since, until }: Stretch, zone: string): readonly string[] {
  return [
    ...(since <= 0 ? [] : ['--since', flagOf(since, zone, false)]),
    '--until',
    flagOf(until, zone, true),
  ];
}

function flagOf(moment: Millis, zone: string, isEnd: boolean): string {
  const at = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  // An end is the first moment that no longer counts; the last day that does is what people type.
  if (at.startOfDay().equals(at))
    return (isEnd ? at.subtract({ days: 1 }) : at).toPlainDate().toString();
  return new Date(isEnd ? moment - 1 : moment).toISOString();
}
