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
  const free = () => left.filter((column) => ![...found.values()].includes(column));
  const take = (field: ImportFieldName, column: string | undefined): void => {
    if (column !== undefined) found.set(field, column);
  };
  if (!placed.includes('opened_at') && !placed.includes('received_at')) {
    take(
      'opened_at',
      free().find((column) => sample.fits(column, 'time')),
    );
  }
  if (!placed.includes('customer_email')) {
    take(
      'customer_email',
      free().find((column) => sample.mostAre(column, isEmail)),
    );
  }
  if (!placed.includes('customer_phone')) {
    take(
      'customer_phone',
      free().find((column) => sample.mostAre(column, isPhone)),
    );
  }
  if (!placed.includes('words')) take('words', longestProse(free(), sample));
  return found;
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** With its country, or with a nought in front and written in groups: account numbers are not. */
const isPhone = (text: string): boolean =>
  /^(?:\+|0(?=.*[ ()./-]))[\d ()./-]+$/.test(text) && /^\d{7,15}$/.test(text.replaceAll(/\D/g, ''));

/** Letters a text has at least, in the middle of a column, to be what somebody said. */
const leastProse = 12;

function longestProse(columns: readonly string[], sample: Sample): string | undefined {
  const [longest] = columns
    .map((column) => ({ column, length: sample.middleLength(column) }))
    .filter(({ column, length }) => length >= leastProse && sample.words(column).length !== 1)
    .filter(({ column }) => sample.mostAre(column, (text) => /\p{L}{2}/u.test(text)))
    .sort((one, other) => other.length - one.length);
  return longest?.column;
}
