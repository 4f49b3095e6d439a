/** Lengths of time as people type them: "in two hours", "3 days", "2 working days", "a week ago". */

export type SpanUnit = 'minutes' | 'hours' | 'days' | 'workdays' | 'weeks' | 'months' | 'years';

/** A length of time, ahead or back. */
export interface SpanReading {
  /** Whole, except for halves of hours. */
  readonly many: number;
  readonly unit: SpanUnit;
  readonly ago: boolean;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
};

const UNITS: readonly (readonly [RegExp, SpanUnit])[] = [
  [/^min(ute)?s?$/, 'minutes'],
  [/^(hours?|hrs?|h)$/, 'hours'],
  [/^(working|business|work|bank)[ -]?days?$/, 'workdays'],
  [/^days?$/, 'days'],
  [/^(weeks?|wks?)$/, 'weeks'],
  [/^months?$/, 'months'],
  [/^years?$/, 'years'],
];

/**
 * @param text in lower case, blanks single
 * @returns the length, or undefined when the text is none
 */
export function readSpan(text: string): SpanReading | undefined {
  const ago = text.endsWith(' ago');
  const bare = text.replace(/ (ago|from now|from today)$/, '').replace(/^(in|within) /, '');
  if (bare === 'half an hour') return { many: 30, unit: 'minutes', ago };
  if (bare === 'an hour and a half') return { many: 90, unit: 'minutes', ago };
  if (bare === 'a fortnight') return { many: 2, unit: 'weeks', ago };
  const [, number = '', word = ''] =
    /^(\d{1,4}|a couple of|[a-z]+) ?([a-z]+(?:[ -]?days?)?)$/.exec(bare) ?? [];
  const many = /^\d/.test(number)
    ? Number(number)
    : Object.hasOwn(NUMBERS, number)
      ? NUMBERS[number]
      : undefined;
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  if (many === undefined || unit === undefined) return undefined;
  // "15h" by itself is as well three in the afternoon.
  if (/^\d{1,2} ?h$/.test(text) && many < 24) return undefined;
  return { many, unit, ago };
}
