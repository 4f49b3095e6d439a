/** Finds anything that can be done by its name (P11); what cannot be done now says why. */

import { foldForSearch } from '../../language/fold.ts';
import { type Binding, spelling } from './bindings.ts';
import { clamp } from './clamp.ts';
import type { Key } from './keys.ts';
import { emptyBuffer, type TextBuffer, textOf } from './text-buffer.ts';
import { applyTextKey } from './text-keys.ts';

/** What is typed to find something, and which of what fits is in hand. */
export interface Palette {
  /** `find` has everything, `keys` only what has a key. */
  readonly kind: 'find' | 'keys';
  readonly buffer: TextBuffer;
  readonly index: number;
}

/** One line of the palette; one that cannot be used now says why. */
export interface PaletteEntry<Does> {
  readonly label: string;
  /** Keys as bindings write them; what is found by its name alone has none. */
  readonly keys: readonly string[];
  readonly does: Does;
  /** Why it cannot be used now, in words. */
  readonly not: string | undefined;
}

/** What a key comes to. */
export type PaletteTaken<Does> =
  | { readonly palette: Palette }
  | { readonly picked: PaletteEntry<Does> }
  | { readonly closed: true };

const choosing = ['enter', 'tab'];
const closing = ['escape', 'ctrl+q', 'shift+tab'];

/**
 * @param closes key of the message that names what lies beneath it: where closing leads
 * @returns what the palette is used with
 */
export const paletteBindings = (closes: string): readonly Binding<'choose' | 'close'>[] => [
  { action: 'choose', keys: choosing, label: 'action.choose', bar: 1, whileTyping: true },
  { action: 'close', keys: closing, label: closes, bar: 2, whileTyping: true },
];

/** The key that opens each kind closes it as well. */
const openers = { find: 'ctrl+p', keys: 'f1' } as const;

/** @returns an empty palette. */
export const openPalette = (kind: Palette['kind']): Palette => ({
  kind,
  buffer: emptyBuffer({ multiLine: false, maxLength: 100 }),
  index: 0,
});

/** @returns the entries that fit what is typed, in their own order. */
export function fittingEntries<Does>(
  { buffer }: Palette,
  entries: readonly PaletteEntry<Does>[],
): readonly PaletteEntry<Does>[] {
  const tokens = foldForSearch(textOf(buffer)).split(' ').filter(Boolean);
  return entries.filter(({ label }) => {
    const text = foldForSearch(label);
    return tokens.every((token) => text.includes(token));
  });
}

/**
 * @param columns width of the field that is typed in
 * @returns what the key comes to; undefined when it is none of the palette's
 */
export function takePaletteKey<Does>(
  palette: Palette,
  key: Key,
  entries: readonly PaletteEntry<Does>[],
  columns: number,
): PaletteTaken<Does> | undefined {
  const pressed = spelling(key);
  if (pressed !== undefined) {
    if (closing.includes(pressed) || pressed === openers[palette.kind]) return { closed: true };
    const fitting = fittingEntries(palette, entries);
    if (choosing.includes(pressed)) {
      const picked = fitting[palette.index];
      return picked === undefined ? { palette } : { picked };
    }
    const move = { up: -1, down: 1, pageup: -8, pagedown: 8 }[pressed];
    if (move !== undefined) {
      const index = clamp(palette.index + move, 0, fitting.length - 1);
      return { palette: { ...palette, index: Math.max(0, index) } };
    }
  }
  const buffer = applyTextKey(palette.buffer, key, columns, 1);
  return buffer && { palette: { ...palette, buffer, index: 0 } };
}
