import { isAscii, isUtf8 } from 'node:buffer';

/** How the bytes of a file are letters. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-874';

/** All that are known, by the names that people give them. */
export const encodings: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-874',
];

/** Other names of the same encodings, as tools and people write them. */
const otherNames: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'tis-620': 'windows-874',
  'iso-8859-11': 'windows-874',
};

/** @returns the encoding that a name means; `cp1251` and `1251` are `windows-1251`. */
export function encodingNamed(name: string): Encoding | undefined {
  const plain = name.trim().toLowerCase();
  const number = /^(?:cp-?|windows-?|win-?)?(125[0123]|874)$/.exec(plain)?.[1];
  const known = otherNames[plain] ?? (number === undefined ? plain : `windows-${number}`);
  return encodings.find((encoding) => encoding === known);
}

/** What the beginning of a file says of its encoding. */
export interface EncodingFound {
  readonly encoding: Encoding;
  /** Bytes of a byte order mark, which are no text. */
  readonly mark: number;
}

/**
 * Tells the encoding of a file: by its byte order mark, by the zeros that UTF-16 has, by being UTF-8,
 * and else by which of the old code pages makes words of its bytes.
 * @param sample the first bytes of the file; half a character at its end does not count
 */
export function findEncoding(sample: Uint8Array): EncodingFound {
  const [first = 0, second = 0, third = 0] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const wide = wideOrder(sample);
  if (wide !== undefined) return { encoding: wide, mark: 0 };
  const whole = sample.subarray(0, sample.length - unfinished(sample));
  if (isAscii(whole) || isUtf8(whole)) return { encoding: 'utf-8', mark: 0 };
  return { encoding: mostlyUtf8(whole) ? 'utf-8' : likeliestPage(whole), mark: 0 };
}

/** In UTF-16 every other byte of a delimiter, a digit or a line end is a zero. */
function wideOrder(sample: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++;
  const many = sample.length / 20;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : undefined;
}

/** @returns how many bytes at the end are the beginning of a character that UTF-8 goes on with. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? back : 0;
    }
  }
  return 0;
}

/** UTF-8 with a character cut in half here and there is still UTF-8: the rest of it could be nothing else. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterAt(bytes, at);
    if (length > 1) good++;
    if (length === 0) bad++;
    at += Math.max(1, length);
  }
  return good > bad;
}

/** @returns how many bytes the UTF-8 character here has; 0 when there is none. */
export function characterAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/**
 * The letters that the languages of a page write most, in their order; the page under which most of a
 * text's letters are common ones is the one it was written with. English letters count for none.
 */
const pages: readonly { readonly encoding: Encoding; readonly common: string }[] = [
  { encoding: 'windows-1251', common: 'аоеинтсрвлкдмпуязбгчйхжшъыьцюөү' },
  { encoding: 'windows-1253', common: 'αοιετσνηυρπκμλςωδγχθφβξζψάίέόήύώ' },
  { encoding: 'windows-874', common: 'านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถศณธฉภ่้ัิีุู็์ึืำ' },
  { encoding: 'windows-1250', common: 'čćšžđłęąśżóńěřůýáíéőűțşăŘČĆŠŽĐ' },
  { encoding: 'windows-1252', common: 'éèàùâêîôûçñöäüßøåæãõíóúáœ£' },
];

/** What quotation marks, dashes and the like are in all of them. */
const punctuation = /[\u2010-\u2026\u20ac\u2122\u00a0«»°§©®·]/u;

function likeliestPage(bytes: Uint8Array): Encoding {
  let best: { readonly encoding: Encoding; readonly score: number } | undefined;
  for (const { encoding, common } of pages) {
    const score = scoreOf(new TextDecoder(encoding).decode(bytes), common);
    if (best === undefined || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? 'windows-1252';
}

function scoreOf(text: string, common: string): number {
  const latin = /^[\p{Script=Latin}£]/u.test(common);
  const capitals = common.toUpperCase();
  let score = 0;
  let before = '';
  for (const letter of text) {
    if (letter > '\x7f' && !punctuation.test(letter)) {
      // Among Latin letters an accented one stands between plain ones; other scripts have words of theirs.
      const beside = latin ? /[a-z]/i.test(before) || before === '' : /[^\0-\x7f]/.test(before);
      if (!/[\p{L}\p{M}£]/u.test(letter)) score -= 3;
      else if (common.includes(letter)) score += beside ? 3 : 1;
      else if (capitals.includes(letter)) score += /\p{Ll}/u.test(before) ? -2 : 1;
      else score -= 1;
      if (latin && /[^\0-\x7f]/.test(before)) score -= 2;
    }
    before = letter;
  }
  return score;
}
