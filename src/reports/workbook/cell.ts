/** What a column of a sheet holds; anything else is text. */
export type CellKind = 'integer' | 'number' | 'decimal' | 'time' | 'day' | 'boolean' | 'text';

/** The styles of `styles.xml`, by what they are for. */
export const styles = {
  plain: 0,
  head: 1,
  time: 2,
  day: 3,
  /** By how many decimals a sum has. */
  decimals: [4, 5, 6, 7, 8],
} as const;

/** The most characters (UTF-16) that a cell holds, in every spreadsheet of this format. */
export const longestCell = 32_767;

/** What is written of a text that is too long for a cell ends with this. */
const cut = '…';

/** How many texts did not fit. */
export interface Cuts {
  count: number;
}

/**
 * @param at the name of the cell, `AB12`
 * @param value as JSON has it
 * @param cuts counts the texts that are longer than a cell
 * @returns the cell of a sheet (ECMA-376 part 1, 18.3.1.4); empty where there is no value
 */
export function cellXml(at: string, kind: string, value: unknown, cuts: Cuts): string {
  if (value === null || value === undefined) return '';
  switch (kind) {
    case 'integer':
    case 'number':
      return number(at, String(value), styles.plain);
    case 'boolean':
      return `<c r="${at}" t="b"><v>${value === true ? 1 : 0}</v></c>`;
    case 'decimal':
      return sum(at, String(value), cuts);
    case 'time':
    case 'day':
      return moment(at, String(value), styles[kind], cuts);
    default:
      return text(at, typeof value === 'object' ? JSON.stringify(value) : String(value), cuts);
  }
}

const number = (at: string, value: string, style: number): string =>
  `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;

/** A number of a sheet has fifteen digits; a longer sum stays a text, with all of them. */
const digits = 15;

function sum(at: string, value: string, cuts: Cuts): string {
  const places = value.split('.')[1]?.length ?? 0;
  const style = styles.decimals[places];
  return style === undefined || value.replace(/\D/g, '').length > digits
    ? text(at, value, cuts)
    : number(at, value, style);
}

const DAY = 86_400_000;
/** 1 January 1970 in days of a sheet, and 1 March 1900, before which they are counted wrong. */
const EPOCH = 25_569;
const COUNTED = 61;

/** A moment is a number of days; sheets know no time zone, so it is the one in UTC. */
function moment(at: string, value: string, style: number, cuts: Cuts): string {
  const days = Date.parse(value) / DAY + EPOCH;
  return days >= COUNTED ? number(at, String(days), style) : text(at, value, cuts);
}

/** A typed text is never run as a formula, so that it needs no apostrophe before it. */
export function text(at: string, value: string, cuts: Cuts, style: number = styles.plain): string {
  let fits = value;
  if (value.length > longestCell) {
    cuts.count += 1;
    const before = value.slice(0, longestCell - cut.length);
    // Never half of a character.
    fits = `${/[\ud800-\udbff]$/.test(before) ? before.slice(0, -1) : before}${cut}`;
  }
  const styled = style === styles.plain ? '' : ` s="${style}"`;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(fits)}</t></is></c>`;
}

// What XML 1.0 cannot hold, what it would change, and what would be read as an escape.
const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const isSpecial = new RegExp(special.source);

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Every other is written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), and comes back as it was. */
const escaped = (value: string): string =>
  isSpecial.test(value) ? value.replace(special, (found) => named[found] ?? hex(found)) : value;

const hex = (found: string): string =>
  `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
