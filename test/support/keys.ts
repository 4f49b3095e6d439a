/** Keys by the action on the keyboard, as xterm sends them to a program. */

const ESC = '\u001b';

/** Keys that send a fixed text. */
const plainKeys: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  escape: ESC,
  space: ' ',
  backspace: '\u007f',
};

/** Keys that end a control sequence in a letter (`CSI 1 ; modifiers LETTER` when modified). */
const letterKeys: Readonly<Record<string, string>> = {
  up: 'A',
  down: 'B',
  right: 'C',
  left: 'D',
  end: 'F',
  home: 'H',
};

/** F1 to F4 come from the VT100 keypad: `SS3 LETTER`, or like the letter keys when modified. */
const keypadKeys: Readonly<Record<string, string>> = { f1: 'P', f2: 'Q', f3: 'R', f4: 'S' };

/** Keys with a number (`CSI NUMBER ; modifiers ~`). */
const numberedKeys: Readonly<Record<string, number>> = {
  insert: 2,
  delete: 3,
  pageup: 5,
  pagedown: 6,
  f5: 15,
  f6: 17,
  f7: 18,
  f8: 19,
  f9: 20,
  f10: 21,
  f11: 23,
  f12: 24,
};

const modifierBits: Readonly<Record<string, number>> = { shift: 1, alt: 2, ctrl: 4 };

/** The key Ctrl turns into another control character; letters follow the rule in `withCtrl`. */
const ctrlKeys: Readonly<Record<string, string>> = {
  space: '\u0000',
  backspace: '\b',
  '@': '\u0000',
  '[': ESC,
  '\\': '\u001c',
  ']': '\u001d',
  '^': '\u001e',
  _: '\u001f',
  '/': '\u001f',
};

function withCtrl(name: string, plain: string): string {
  const special = ctrlKeys[name];
  if (special !== undefined) return special;
  return /^[a-z]$/i.test(name)
    ? String.fromCharCode(name.toUpperCase().charCodeAt(0) & 0x1f)
    : plain;
}

/**
 * @param key a name such as `enter`, `shift+tab`, `ctrl+z`, `alt+enter`, `f1`, `pageup`, or one
 *   character; modifiers `shift`, `alt` and `ctrl` in any order
 * @returns what xterm sends for it, with its default settings (a modifier that xterm cannot
 *   express, such as Shift with Enter, changes nothing, exactly as on a real terminal)
 * @throws Error when there is no key of that name
 */
export function encodeKey(key: string): string {
  const parts = key.length === 1 ? [key] : key.split(/\+(?=.)/);
  const name = parts.at(-1) ?? '';
  const modifiers = new Set(parts.slice(0, -1));
  let bits = 0;
  for (const modifier of modifiers) {
    const bit = modifierBits[modifier];
    if (bit === undefined) throw new Error(`"${modifier}" in "${key}" is no modifier`);
    bits |= bit;
  }

  const letter = letterKeys[name];
  if (letter !== undefined) return bits ? `${ESC}[1;${bits + 1}${letter}` : `${ESC}[${letter}`;
  const keypad = keypadKeys[name];
  if (keypad !== undefined) return bits ? `${ESC}[1;${bits + 1}${keypad}` : `${ESC}O${keypad}`;
  const number = numberedKeys[name];
  if (number !== undefined) {
    return bits ? `${ESC}[${number};${bits + 1}~` : `${ESC}[${number}~`;
  }

  const plain = plainKeys[name] ?? (Array.from(name).length === 1 ? name : undefined);
  if (plain === undefined) throw new Error(`there is no key "${key}" on this keyboard`);
  if (name === 'tab' && modifiers.has('shift')) return `${ESC}[Z`;
  const shifted = modifiers.has('shift') && plain.length === 1 ? plain.toUpperCase() : plain;
  const sent = modifiers.has('ctrl') ? withCtrl(name, plain) : shifted;
  return modifiers.has('alt') ? ESC + sent : sent;
}

/**
 * @param text what is in the clipboard; line ends become carriage returns as in xterm, and an end
 *   mark inside the text is dropped, as terminals do so that text cannot break out of the paste
 * @param marked whether the program asked for pastes to be marked (bracketed paste)
 * @returns what the terminal sends when the text is pasted
 */
export function encodePaste(text: string, marked: boolean): string {
  const endMark = `${ESC}[201~`;
  const typed = text.replace(/\r?\n/g, '\r');
  return marked ? `${ESC}[200~${typed.replaceAll(endMark, '')}${endMark}` : typed;
}
