/** Reading sums of money as people type them. */

import { placesOf } from './money-text.ts';

/** A sum: a whole number of the smallest unit, and an ISO 4217 code. */
export interface ReadMoney {
  readonly minor: number;
  readonly currency: string;
}

/** Beyond any complaint, and far from where a number loses a cent. */
const MOST_MINOR = 9e12;

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₮', 'MNT'],
  ['฿', 'THB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['лв', 'BGN'],
  ['лв.', 'BGN'],
  ['km', 'BAM'],
]);

/** Signs that several currencies share: the desk's own if it is one of them, else the best known. */
const SHARED: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD']],
  ['¥', ['JPY', 'CNY']],
]);

let codes: ReadonlySet<string> | undefined;

function currencyNamed(name: string, usual: string): string | undefined {
  const shared = SHARED.get(name);
  if (shared !== undefined) return shared.includes(usual) ? usual : shared[0];
  const symbol = SYMBOLS.get(name.toLowerCase());
  if (symbol !== undefined) return symbol;
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  const code = name.toUpperCase();
  return code === usual || codes.has(code) ? code : undefined;
}

interface Digits {
  readonly whole: string;
  readonly decimals: string;
}

/**
 * `1,234` alone is a thousand or a little more than one. It is a thousand where the currency has no
 * decimals, and `1.234` is what machines write for three places; otherwise nobody can tell.
 */
function readOneMark(
  whole: string,
  mark: string,
  rest: string,
  places: number,
): Digits | undefined {
  const groupable = rest.length === 3 && whole.length <= 3;
  if (!groupable || (places >= 3 && mark === '.')) return { whole, decimals: rest };
  return places === 0 && mark === ',' ? { whole: whole + rest, decimals: '' } : undefined;
}

/** The digits of a number, or undefined when it can be read in two ways or in none. */
function readDigits(text: string, places: number): Digits | undefined {
  if (/^\d+$/.test(text)) return { whole: text, decimals: '' };
  const oneMark = /^(\d+)([.,])(\d+)$/.exec(text);
  if (oneMark !== null) {
    const [, whole = '', mark = '', rest = ''] = oneMark;
    return readOneMark(whole, mark, rest, places);
  }
  const blanks = text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
  const grouped = /^(\d{1,3}([ '’,.])\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(blanks);
  if (grouped === null) return undefined;
  const [, digits = '', group = '', mark, decimals = ''] = grouped;
  return mark === group ? undefined : { whole: digits.replaceAll(group, ''), decimals };
}

/**
 * Reads a sum: `29.90 EUR`, `29,90`, `€29.90`, `30`, `1 234,50`, `1,234.50`.
 * @param text as typed; the currency before or after the number, as a code or a sign
 * @param usual ISO 4217 code of the desk's currency, taken when none is named
 * @returns the sum; undefined when the text is no sum, is negative, names an unknown currency, has
 *   more decimals than the currency, is more than 9e12 of the smallest unit, or can be read in two
 *   ways (`1,234` in euro)
 */
export function readMoney(text: string, usual: string): ReadMoney | undefined {
  const [, before = '', number = '', after = ''] =
    /^\s*(\p{L}{2,3}\.?|\p{Sc})?\s*(\d(?:[\d\s'’.,]*\d)?)\s*(\p{L}{2,3}\.?|\p{Sc})?\s*$/v.exec(
      text,
    ) ?? [];
  if (number === '' || (before !== '' && after !== '')) return undefined;
  const currency = currencyNamed(before || after || usual, usual);
  if (currency === undefined) return undefined;
  const places = placesOf(currency);
  const read = readDigits(number, places);
  if (read === undefined || read.decimals.length > places) return undefined;
  const minor = Number(read.whole + read.decimals.padEnd(places, '0'));
  return minor <= MOST_MINOR ? { minor, currency } : undefined;
}
