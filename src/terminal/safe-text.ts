/**
 * The one choke point between stored text and the terminal.
 *
 * An allow-list: letters, marks, numbers, punctuation, symbols and blanks pass; everything that a
 * terminal obeys or a reader cannot see (C0, C1, DEL, bidi controls, zero-width and tag characters,
 * line separators, byte-order marks, lone surrogates, private and unassigned code points) becomes a
 * visible mark. Nothing is dropped, so what the customer sent can always be told from the screen.
 */

declare const brand: unique symbol;

/** Text that may be printed: it holds nothing a terminal would obey and nothing hidden. */
export type SafeText = string & { readonly [brand]: 'SafeText' };

/** Arabic number signs and their like: format characters by category, but drawn. */
const DRAWN_FORMATS = String.raw`\u{600}-\u{605}\u{6DD}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}`;

/** Scripts whose spelling needs the zero-width joiner or non-joiner (UAX #31, A1 and A2). */
const joinedScript = () =>
  `[${[
    'Arabic',
    'Syriac',
    'Mongolian',
    'Nko',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Khmer',
    'Myanmar',
    'Tibetan',
  ]
    .map((script) => String.raw`[\p{L}&&\p{Script_Extensions=${script}}]`)
    .join('')}]`;

/**
 * What may have to change: a character off the allow-list; a mark that would sit on whatever was
 * printed before it; a pile of more than 30 marks (UAX #15, Stream-Safe Text), which some terminals
 * draw over the lines above.
 */
const makeDoubtful = () =>
  new RegExp(
    String.raw`[^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}${DRAWN_FORMATS}]--\p{Default_Ignorable_Code_Point}]|^\p{M}|(?<=\p{M}{30})\p{M}`,
    'gmv',
  );

/** The invisible characters that are part of a letter or an emoji, where they stand in their place. */
const makeInItsPlace = () =>
  new RegExp(
    [
      // Emoji style and text style, and keycaps.
      String.raw`(?<=[\p{Emoji}--[\d#*]])[\u{FE0E}\u{FE0F}]`,
      String.raw`(?<=[\d#*])\u{FE0F}(?=\u{20E3})`,
      // Families, professions, flags.
      String.raw`(?<=[\p{Emoji}&&\p{Extended_Pictographic}][\p{Emoji_Modifier}\u{FE0F}]?)\u{200D}(?=[\p{Emoji}&&\p{Extended_Pictographic}])`,
      // Persian, Sinhala, Devanagari and their like.
      String.raw`(?<=${joinedScript()}\p{M}{0,8})[\u{200C}\u{200D}](?=${joinedScript()})`,
      // Variants of ideographs (Japanese names) and of Mongolian letters.
      String.raw`(?<=\p{Unified_Ideograph})[\u{FE00}-\u{FE02}\u{E0100}-\u{E01EF}]`,
      String.raw`(?<=[\p{L}&&\p{Script=Mongolian}])[\u{180B}-\u{180D}\u{180F}]`,
    ].join('|'),
    'vy',
  );

// Both name most of Unicode and take milliseconds to compile, which plain ASCII never needs.
let doubtful: RegExp | undefined;
let inItsPlace: RegExp | undefined;

// Sought as the exception: `^[…]*$` would run out of stack on texts of many megabytes.
const BEYOND_PLAIN = /[^\x20-\x7e]/;
const MARK = /^\p{M}$/v;
const NEWLINE = '\n'.codePointAt(0);
const DEL = 0x7f;

/** How a character that may not be printed is shown: `␛` for C0 and DEL, `‹U+202E›` for the rest. */
function visibleMark(point: number): string {
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === DEL) return '␡';
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}

function isClean(text: string): boolean {
  if (!BEYOND_PLAIN.test(text)) return true;
  doubtful ??= makeDoubtful();
  doubtful.lastIndex = 0;
  return !doubtful.test(text);
}

function makeSafe(text: string, newline: string): string {
  doubtful ??= makeDoubtful();
  inItsPlace ??= makeInItsPlace();
  const place = inItsPlace;
  return text.replace(doubtful, (found: string, at: number) => {
    const point = found.codePointAt(0) ?? 0;
    if (point === NEWLINE) return newline;
    if (found === '\t') return ' ';
    place.lastIndex = at;
    if (place.test(text)) return found;
    // A mark with nothing beneath it gets the dotted circle that type designers use for that.
    if (MARK.test(found) && isLoose(text, at)) return `◌${found}`;
    return visibleMark(point);
  });
}

/** Whether the mark at `at` begins its line and is one that is drawn. */
function isLoose(text: string, at: number): boolean {
  const before = text[at - 1];
  const begins = before === undefined || /[\n\r\u2028\u2029]/.test(before);
  return begins && !/^\p{Default_Ignorable_Code_Point}/v.test(text.slice(at, at + 2));
}

/**
 * Makes text safe for one line. A newline (LF or CRLF) becomes `↵`, a tab a blank, a lone CR `␍`.
 * @param text anything, from anywhere
 * @returns the same text when it is clean; making safe twice changes nothing more
 */
export function safeLine(text: string): SafeText {
  if (isClean(text)) return text as SafeText;
  return makeSafe(text.replaceAll('\r\n', '\n'), '↵') as SafeText;
}

/**
 * Makes text of several lines safe. LF stays, CRLF becomes LF, a tab a blank, a lone CR `␍`.
 * @param text anything, from anywhere
 * @returns the same text when it is clean; making safe twice changes nothing more
 */
export function safeBlock(text: string): SafeText {
  if (isClean(text)) return text as SafeText;
  return makeSafe(text.replaceAll('\r\n', '\n'), '\n') as SafeText;
}

/**
 * A template that trusts only what is written in the source: every value goes through `safeLine`.
 * @example safe`${ref}  ${customer.name}`
 */
export function safe(
  literals: TemplateStringsArray,
  ...values: readonly (string | number)[]
): SafeText {
  let text = literals[0] ?? '';
  values.forEach((value, index) => {
    text += safeLine(String(value)) + (literals[index + 1] ?? '');
  });
  return text as SafeText;
}

/** @returns safe texts joined by one that is safe too. */
export function joinSafe(texts: readonly SafeText[], separator: SafeText): SafeText {
  return texts.join(separator) as SafeText;
}
