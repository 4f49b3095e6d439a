/** Dates as other programs and people write them into files. */

/** In which order a date of three numbers names day, month and year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date as it stands on a wall, or with what it is away from UTC. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds since midnight; undefined when it names no time. */
  readonly time?: number;
  /** Minutes ahead of UTC, where it says so. */
  readonly offset?: number;
}

/** Three numbers of which nobody can tell alone which is the day. */
interface ThreeNumbers {
  readonly numbers: readonly [first: number, second: number, third: number];
  readonly yearDigits: 2 | 4;
  readonly time?: number;
}

export type DateShape = { readonly date: WrittenDate } | ThreeNumbers;

const MINUTE = 60_000;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const time = String.raw`(?:(?:[T ,]|\s)\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}${zone}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${time}$`, 'i');
const dayNamed = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-/. ]\s*([a-z]{3,9})\.?[-/, ]\s*(\d{4}|\d{2})${time}${zone}$`,
  'i',
);
const monthNamed = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?[-/. ]\s*(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]\s*(\d{4})${time}${zone}$`,
  'i',
);

/**
 * Reads the shape of a date: `2025-03-14T01:20:00Z`, `2025/03/14 1:20`, `3/14/2025 1:20 PM`,
 * `14.03.25`, `14 Mar 2025`, `March 14, 2025`.
 * @param text without blanks around it
 * @returns the date; three numbers where their order is not told by themselves; undefined for no date
 */
export function readDateShape(text: string): DateShape | undefined {
  const first = yearFirst.exec(text);
  if (first !== null) {
    const [, year, , month, day, ...rest] = first;
    return dated(Number(year), Number(month), Number(day), timeOf(rest), rest[5]);
  }
  const last = yearLast.exec(text);
  if (last !== null) {
    const [, one = '', , two = '', three = '', ...rest] = last;
    const numbers = [Number(one), Number(two), Number(three)] as const;
    const at = timeOf(rest);
    if (at === null) return undefined;
    const yearDigits = three.length === 4 ? 4 : 2;
    return { numbers, yearDigits, ...(at === undefined ? {} : { time: at }) };
  }
  const named = dayNamed.exec(text);
  if (named !== null) {
    const [, day, month = '', year = '', ...rest] = named;
    return dated(fullYear(year), monthOf(month), Number(day), timeOf(rest), rest[5]);
  }
  const before = monthNamed.exec(text);
  if (before === null) return undefined;
  const [, month = '', day, year, ...rest] = before;
  return dated(Number(year), monthOf(month), Number(day), timeOf(rest), rest[5]);
}

/** @returns three numbers read in an order; undefined when that is no date. */
export function inOrder(shape: ThreeNumbers, order: DateOrder): WrittenDate | undefined {
  const [one, two, three] = shape.numbers;
  const { yearDigits, time: at } = shape;
  if (order === 'ymd' && yearDigits === 4) return undefined;
  const [day, month, year] =
    order === 'dmy' ? [one, two, three] : order === 'mdy' ? [two, one, three] : [three, two, one];
  const full = yearDigits === 4 && order !== 'ymd' ? year : fullYear(String(year));
  const read = dated(full, month, day, at, undefined);
  return read?.date;
}

/** The Buddhist era, in which Thailand counts, is 543 years ahead. */
const westernYear = (year: number): number => (year >= 2400 && year <= 2700 ? year - 543 : year);

/** Two digits are a year of this century, unless it is still far ahead. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return 2000 + year > new Date().getUTCFullYear() + 10 ? 1900 + year : 2000 + year;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** @returns milliseconds since midnight; undefined for no time, null for a wrong one. */
function timeOf([hours, minutes, seconds = '0', fraction = '', half]: readonly (
  | string
  | undefined
)[]): number | undefined | null {
  if (hours === undefined) return undefined;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return (hour * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + thousandths;
}

function dated(
  written: number,
  month: number,
  day: number,
  at: number | undefined | null,
  away: string | undefined,
): { readonly date: WrittenDate } | undefined {
  const year = westernYear(written);
  if (at === null || month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const offset = away === undefined ? undefined : offsetOf(away);
  return {
    date: {
      year,
      month,
      day,
      ...(at === undefined ? {} : { time: at }),
      ...(offset === undefined ? {} : { offset }),
    },
  };
}

function offsetOf(away: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(away) ?? [];
  if (hours === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
