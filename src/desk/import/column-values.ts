import type { Sample } from './column-sample.ts';
import type { ImportFieldName } from './import-fields.ts';

/**
 * Tells by what stands in a column what it may hold, where no name says so: a moment, an email address,
 * a phone number, and what the customer said, which is the longest text there is.
 * @param left the columns that no name has placed
 * @param placed the fields that have a column
 * @returns for each field that could be told its column
 */
export function fieldsByValues(
  left: readonly string[],
  placed: readonly string[],
  sample: Sample,
): ReadonlyMap<ImportFieldName, string> {
  const found = new Map<ImportFieldName, string>();
  const free = (): readonly string[] =>
    left.filter((column) => ![...found.values()].includes(column));
  const guess = (field: ImportFieldName, isSuch: (column: string) => boolean): void => {
    const column = placed.includes(field) ? undefined : free().find(isSuch);
    if (column !== undefined) found.set(field, column);
  };
  const isDate = (column: string): boolean => sample.fits(column, 'time');
  if (!placed.includes('received_at')) guess('opened_at', isDate);
  guess('customer_email', (column) => sample.mostAre(column, isEmail));
  // 01/02/2025 has as many digits as a short number.
  guess('customer_phone', (column) => !isDate(column) && sample.mostAre(column, isPhone));
  const longest = longestProse(free(), sample);
  guess('words', (column) => column === longest);
  return found;
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** With its country, or with a nought in front and written in groups: account numbers are not. */
const isPhone = (text: string): boolean =>
  /^(?:\+|0(?=.*[ ()./-]))[\d ()./-]+$/.test(text) && /^\d{7,15}$/.test(text.replaceAll(/\D/g, ''));

/** Letters a text has at least, in the middle of a column, to be what somebody said. */
const leastProse = 12;

/** What people say is seldom the same twice: a column of long set phrases is none. */
function longestProse(columns: readonly string[], sample: Sample): string | undefined {
  const [longest] = columns
    .filter((column) => sample.mostDiffer(column) && sample.mostAre(column, isWorded))
    .map((column) => ({ column, length: sample.middleLength(column) }))
    .filter(({ length }) => length >= leastProse)
    .sort((one, other) => other.length - one.length);
  return longest?.column;
}

const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text);
