/** What happens to a text at the program's door. */
export type Fate =
  /** Refused: it cannot be stored as text. */
  | 'refused'
  /** Kept, but shown with a visible mark in the place of what could act on the terminal. */
  | 'marked'
  /** Kept, and guarded where a spreadsheet opens it. */
  | 'guarded'
  /** Somebody's own language: kept and shown exactly as it is. */
  | 'plain';

/** A text that somebody may send, by accident or in anger. */
export interface NastyText {
  readonly name: string;
  readonly text: string;
  readonly fate: Fate;
}

const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const codeOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Texts with one awkward character each, in the middle of an ordinary word. */
const withCharacters = (kind: string, codes: readonly number[], fate: Fate): NastyText[] =>
  codes.map((code) => ({
    name: `${kind} ${codeOf(code)}`,
    text: `ket${String.fromCodePoint(code)}tle`,
    fate,
  }));

const named = (fate: Fate, texts: Readonly<Record<string, string>>): NastyText[] =>
  Object.entries(texts).map(([name, text]) => ({ name, text, fate }));

/** Line feed and tab are part of an ordinary text of several lines. */
const ordinaryControls = [0x09, 0x0a];
const c0 = between(0x01, 0x1f).filter((code) => !ordinaryControls.includes(code));
const c1 = between(0x80, 0x9f);
/** Unicode UAX #9: marks, embeddings, overrides, isolates. */
const bidi = [0x061c, 0x200e, 0x200f, ...between(0x202a, 0x202e), ...between(0x2066, 0x2069)];
/** Drawn as nothing. ZWJ and ZWNJ are missing on purpose: languages and emoji need them. */
const zeroWidth = [0x00ad, 0x180e, 0x200b, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff];
/** U+0085, the third of them, is a C1 control. */
const lineSeparators = [0x2028, 0x2029];
/** Invisible copies of ASCII, which can carry a hidden text. */
const tags = [0xe0001, ...between(0xe0020, 0xe007f)];

const escapes = {
  'clipboard written by OSC 52': `${ESC}]52;c;cm0gLXJmIH4K${BEL}`,
  'clipboard asked for by OSC 52': `${ESC}]52;c;?${ST}`,
  'link by OSC 8': `${ESC}]8;;https://example.org${ST}refund here${ESC}]8;;${ST}`,
  'window title set': `${ESC}]0;paid${BEL}`,
  'window title asked for': `${ESC}[21t`,
  'notification by OSC 9': `${ESC}]9;paid${BEL}`,
  'palette changed by OSC 4': `${ESC}]4;1;#000000${ST}`,
  'device string': `${ESC}P$qm${ST}`,
  'application command': `${ESC}_Gf=100;AAAA${ST}`,
  'screen cleared': `${ESC}[2J${ESC}[H`,
  'cursor moved over another line': `PAID${ESC}[3A${ESC}[10DOPEN`,
  'colour never ended': `${ESC}[31;5mlate`,
  'hidden by concealed text': `${ESC}[8msecret${ESC}[0m`,
  'alternate screen left': `${ESC}[?1049l`,
  'mouse reports turned on': `${ESC}[?1003h`,
  'paste broken out of': `${ESC}[201~rm -rf ~\r`,
  'terminal reset': `${ESC}c`,
  'escape alone at the end': `kettle${ESC}`,
  'control sequence never ended': `kettle${ESC}[38;5;`,
  'operating system command never ended': `kettle${ESC}]0;`,
  'escape spliced into an escape': `${ESC}${ESC}[31m]0;paid${BEL}`,
  'control sequence in eight bits': '\u009b31mlate\u009b0m',
  'operating system command in eight bits': '\u009d0;paid\u009c',
  'carriage return over the line': 'PAID\rOPEN',
  'backspaces over the word': 'OPEN\b\b\b\bPAID',
  bells: BEL.repeat(5),
};

const formulas = {
  'formula with an equals sign': '=HYPERLINK("https://example.org","refund")',
  'formula with a plus': '+1+1',
  'formula with a minus': '-2+3',
  'formula with an at sign': '@SUM(A1:A9)',
  'formula behind a tab': '\t=1+1',
  'formula with a command': "=cmd|' /C calc'!A0",
};

const languages = {
  English: 'The kettle arrived in pieces.',
  Thai: 'กาต้มน้ำแตกตอนมาถึง ลูกค้าต้องการเครื่องใหม่',
  Greek: 'Ο βραστήρας έφτασε σπασμένος, θέλω τα χρήματά μου πίσω',
  'Greek with every letter marked': 'Ἀλέξιος ᾧ ὕστερον ΐ ΰ',
  Mongolian: 'Данх хагарсан байдалтай ирсэн. Өөр данх өгнө үү',
  Bulgarian: 'Чайникът пристигна счупен, искам нов',
  Bosnian: 'Čajnik je stigao razbijen, đaci žele nešto ljepše, ćao šest Hodžić',
  Chinese: '水壶到货时已经碎了',
  Japanese: 'ポットが割れて届きました。ﾊﾝｶｸも',
  Korean: '주전자가 깨진 채로 도착했습니다',
  'letters with marks apart (NFD)': 'Časopis cafe\u0301'.normalize('NFD'),
  'emoji families': '👨‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈 👍🏿',
  'flags and keycaps': '🇹🇭🇲🇳🇧🇬🇧🇦🇬🇷 1️⃣ #️⃣',
  'emoji in two styles': '❤ ❤️ ✔ ✔️ ☎ ☎️',
  'Persian with a joiner': 'می\u200cخواهم',
  'quotes and slashes': `"it's" \\ / \`x\` $(x) %s {name} <b>&amp;</b> ');--`,
  'several lines': 'The kettle\n\tarrived\nin pieces.\n',
  'a very long word': 'x'.repeat(10_000),
  'a very long text': 'The kettle arrived in pieces. '.repeat(4_000),
  'a very long Thai text': 'กาต้มน้ำแตก'.repeat(1_000),
};

/**
 * Texts to put into every field, each with a name for the test's title. Together they hold every
 * C0 and C1 control, every bidirectional control, zero-width and tag characters, escape sequences
 * that reach beyond the screen, spreadsheet formulas, texts that are no text, and the languages of
 * the people who complain.
 */
export const nastyTexts: readonly NastyText[] = [
  ...withCharacters('lone surrogate', [0xd800, 0xdbff, 0xdc00, 0xdfff], 'refused'),
  ...withCharacters('NUL', [0], 'refused'),
  ...withCharacters('C0 control', c0, 'marked'),
  ...withCharacters('delete', [0x7f], 'marked'),
  ...withCharacters('C1 control', c1, 'marked'),
  ...withCharacters('bidirectional control', bidi, 'marked'),
  ...withCharacters('zero-width character', zeroWidth, 'marked'),
  ...withCharacters('line separator', lineSeparators, 'marked'),
  ...withCharacters('tag character', tags, 'marked'),
  ...named('marked', escapes),
  ...named('guarded', formulas),
  ...named('plain', languages),
];

/** @returns the nasty texts that meet one fate */
export const textsToBe = (fate: Fate): NastyText[] =>
  nastyTexts.filter((nasty) => nasty.fate === fate);
