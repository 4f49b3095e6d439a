/** What a key does, said once: the handler, the key bar, the overlay and the guide all read this. */

import type { Key } from './keys.ts';

/**
 * One action and its keys. A key is written `enter`, `f1`, `?`, `n` or with its modifiers before it,
 * always in the order `ctrl+alt+shift+`: `ctrl+z`, `shift+tab`.
 */
export interface Binding<Action extends string> {
  readonly action: Action;
  /** The first one is the one that is shown. */
  readonly keys: readonly string[];
  /** Key of the message that names the action. */
  readonly label: string;
  /** Place in the key bar, lowest first; without it the action is only in the overlay. */
  readonly bar?: number;
  /** Whether it works while a text field has the focus. A key that types something must not. */
  readonly whileTyping: boolean;
}

/** What the key meets. */
export interface Focus {
  /** Whether a text field has the focus. */
  readonly typing: boolean;
}

/** @returns the action of the first binding that the key belongs to, or undefined. */
export function matchBinding<Action extends string>(
  bindings: readonly Binding<Action>[],
  key: Key,
  focus: Focus,
): Action | undefined {
  const pressed = spelling(key);
  if (pressed === undefined) return undefined;
  return bindings.find(
    ({ keys, whileTyping }) => (whileTyping || !focus.typing) && keys.includes(pressed),
  )?.action;
}

/** @returns the bindings that the key bar shows, in its order. */
export function barBindings<Action extends string>(
  bindings: readonly Binding<Action>[],
  focus: Focus,
): readonly Binding<Action>[] {
  return bindings
    .filter(({ bar, whileTyping }) => bar !== undefined && (whileTyping || !focus.typing))
    .toSorted((a, b) => (a.bar ?? 0) - (b.bar ?? 0));
}

/** @returns the key as bindings write it: `ctrl+z`, `shift+tab`, `?`; undefined for a paste. */
export function spelling(key: Key): string | undefined {
  if (key.kind === 'paste') return undefined;
  if (key.kind === 'text') return key.text === ' ' ? 'space' : key.text;
  const held = `${key.ctrl ? 'ctrl+' : ''}${key.alt ? 'alt+' : ''}${key.shift ? 'shift+' : ''}`;
  return held + key.name;
}

/** How a key is named to people: with symbols, or in ASCII where the terminal has no Unicode. */
interface KeyFace {
  readonly symbol: string;
  readonly ascii: string;
}

const faces: Readonly<Record<string, KeyFace>> = {
  enter: { symbol: '↵', ascii: 'Enter' },
  tab: { symbol: 'Tab', ascii: 'Tab' },
  escape: { symbol: 'Esc', ascii: 'Esc' },
  backspace: { symbol: '⌫', ascii: 'Backspace' },
  delete: { symbol: 'Del', ascii: 'Del' },
  up: { symbol: '↑', ascii: 'Up' },
  down: { symbol: '↓', ascii: 'Down' },
  left: { symbol: '←', ascii: 'Left' },
  right: { symbol: '→', ascii: 'Right' },
  home: { symbol: 'Home', ascii: 'Home' },
  end: { symbol: 'End', ascii: 'End' },
  pageup: { symbol: 'PgUp', ascii: 'PgUp' },
  pagedown: { symbol: 'PgDn', ascii: 'PgDn' },
  space: { symbol: 'Space', ascii: 'Space' },
};

/**
 * Names a key as the key bar shows it.
 * @param spelled the key as bindings write it
 * @param unicode false where the terminal shows ASCII only
 * @returns `^Z` for `ctrl+z`, `↵` (`Enter`) for `enter`, `⇧Tab` (`Shift+Tab`) for `shift+tab`
 */
export function keyName(spelled: string, unicode = true): string {
  const parts = /^(ctrl\+)?(alt\+)?(shift\+)?(.+)$/s.exec(spelled);
  const [, ctrl, alt, shift, key = spelled] = parts ?? [];
  const face = faces[key];
  const held = `${alt === undefined ? '' : 'Alt+'}${shift === undefined ? '' : unicode ? '⇧' : 'Shift+'}`;
  if (face !== undefined) {
    return `${ctrl === undefined ? '' : 'Ctrl+'}${held}${unicode ? face.symbol : face.ascii}`;
  }
  if (ctrl !== undefined)
    return alt === undefined ? `^${held}${key.toUpperCase()}` : `Ctrl+${held}${key.toUpperCase()}`;
  const functionKey = /^f\d+$/.test(key);
  return functionKey || held !== '' ? held + key.toUpperCase() : key;
}
