/**
 * How many cells a character takes on a present-day terminal.
 *
 * xterm's own table is Unicode 6: it gives an emoji one cell and knows no clusters, so that a
 * family of four takes four. The program lays text out by grapheme cluster, as the terminals that
 * people use now do (kitty, WezTerm, iTerm2, Windows Terminal, Ghostty). The rules here are written
 * from the standards and not taken from the package the program measures with, so that a mistake
 * in that package shows as a shifted border.
 */

/** What the characters so far leave open for the next one to join. */
const open = { nothing: 0, flag: 1, pictograph: 2, joined: 3, keycap: 4 } as const;

/** East Asian Wide and Fullwidth, Unicode UAX #11, as the blocks Markus Kuhn's wcwidth names. */
const wideBlocks: ReadonlyArray<readonly [first: number, last: number]> = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\u{1160}-\u{11FF}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;
const keycapBase = /^[0-9#*]$/;
const softHyphen = 0xad;
const joiner = 0x200d;
const emojiStyle = 0xfe0f;

const isFlagLetter = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;
const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;

/**
 * @param code a Unicode code point, printed by itself
 * @returns the cells it takes: 0, 1 or 2
 */
export function cellsOf(code: number): 0 | 1 | 2 {
  if (code < 0x7f || code === softHyphen) return 1;
  const char = String.fromCodePoint(code);
  if (zeroWidth.test(char)) return 0;
  if (emoji.test(char)) return 2;
  return wideBlocks.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** xterm packs a character's properties as `state << 3 | width << 1 | joins the one before`. */
const pack = (state: number, width: number, joins: boolean): number =>
  (state << 3) | (width << 1) | (joins ? 1 : 0);

function stateOf(code: number): number {
  if (isFlagLetter(code)) return open.flag;
  const char = String.fromCodePoint(code);
  if (keycapBase.test(char)) return open.keycap;
  return pictograph.test(char) ? open.pictograph : open.nothing;
}

function joinMark(code: number, state: number, width: number): number {
  const becomesEmoji =
    code === emojiStyle && (state === open.pictograph || state === open.keycap) && width === 1;
  const next = code === joiner && state === open.pictograph ? open.joined : state;
  return pack(next, becomesEmoji ? 2 : width, true);
}

/**
 * The width rules in the shape xterm takes them (`IUnicodeVersionProvider`). Clusters follow
 * Unicode UAX #29: marks and joiners stay in the cell before them, flags are pairs, an emoji after
 * a joiner or a skin tone after an emoji adds nothing.
 */
export const clusterWidths = {
  version: 'clusters',
  wcwidth: cellsOf,
  charProperties(code: number, preceding: number): number {
    const state = preceding >> 3;
    const before = (preceding >> 1) & 3;
    const width = cellsOf(code);
    if (before > 0) {
      if (state === open.flag && isFlagLetter(code)) return pack(open.nothing, 2, true);
      if (state === open.pictograph && isSkinTone(code)) return pack(open.pictograph, 2, true);
      if (state === open.joined && pictograph.test(String.fromCodePoint(code))) {
        return pack(open.pictograph, 2, true);
      }
      if (width === 0) return joinMark(code, state, before);
    }
    return pack(stateOf(code), width, false);
  },
};
