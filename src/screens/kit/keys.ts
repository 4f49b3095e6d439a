/** One shape for everything that comes from the keyboard, whatever the terminal and Ink make of it. */

import type { Key as InkKey } from 'ink';
import { segmenterOf } from '../../language/segmenter.ts';

/** The keys that have a name on every keyboard. */
export type NamedKey =
  | 'enter'
  | 'tab'
  | 'escape'
  | 'backspace'
  | 'delete'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageup'
  | 'pagedown'
  | 'space'
  | FunctionKey;

type OneToNine = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** F1 to F12. */
export type FunctionKey = `f${OneToNine | 10 | 11 | 12}`;

type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');
type Digit = `${0 | OneToNine}`;

/** A named key, or the letter or digit that Ctrl or Alt is held with. */
export type KeyName = NamedKey | Letter | Digit;

/** A key that is not text. */
export interface NamedPress {
  readonly kind: 'key';
  readonly name: KeyName;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Text that was typed (one or more characters, never a control character), pasted, or a key. */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | NamedPress;

interface Modifiers {
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

/** @returns the event of a key with the modifiers held. */
export function press(name: KeyName, held: Modifiers = {}): NamedPress {
  return {
    kind: 'key',
    name,
    ctrl: held.ctrl ?? false,
    alt: held.alt ?? false,
    shift: held.shift ?? false,
  };
}

/**
 * Takes Ink's chunk apart. A terminal sends whatever was typed since the last look as one piece, and
 * Ink passes it on so: `hello` and Enter in one chunk arrive as `hello\r` without a key.
 * @param input the text of the chunk
 * @param ink what Ink found in it
 * @returns the keys in the order they were pressed; none for a key without meaning here
 */
export function keysFromChunk(input: string, ink: InkKey): Key[] {
  if (ink.eventType === 'release' || ink.super || ink.hyper) return [];
  const named = namedOf(ink);
  if (named !== undefined) {
    return [press(named, { ctrl: ink.ctrl, alt: ink.meta, shift: ink.shift })];
  }
  if (ink.ctrl || ink.meta) {
    const name = nameOfCharacter(input);
    return name === undefined
      ? []
      : [press(name, { ctrl: ink.ctrl, alt: ink.meta, shift: ink.shift })];
  }
  return splitControls(input);
}

/** @returns a text key as one key for each grapheme, other keys as they are: `jjj` is three keys. */
export function eachCharacter(key: Key): Key[] {
  if (key.kind !== 'text') return [key];
  const characters = segmenterOf('grapheme').segment(key.text);
  return [...characters].map(({ segment }) => ({ kind: 'text', text: segment }));
}

/** Turns chunk after chunk into keys. */
export type KeyReader = (input: string, ink: InkKey) => Key[];

/**
 * @returns a reader that also joins a character whose two UTF-16 halves came in two chunks, as some
 * Windows consoles send them
 */
export function keyReader(): KeyReader {
  let half = '';
  return (input, ink) => {
    const whole = startsInHalf.test(input) ? half + input : input;
    half = endsInHalf.test(whole) ? whole.slice(-1) : '';
    if (half === '') return keysFromChunk(whole, ink);
    return whole === half ? [] : keysFromChunk(whole.slice(0, -1), ink);
  };
}

const startsInHalf = /^[\udc00-\udfff]/;
const endsInHalf = /[\ud800-\udbff]$/;

function namedOf(ink: InkKey): NamedKey | undefined {
  if (ink.return) return 'enter';
  if (ink.tab) return 'tab';
  if (ink.escape) return 'escape';
  if (ink.backspace) return 'backspace';
  if (ink.delete) return 'delete';
  if (ink.upArrow) return 'up';
  if (ink.downArrow) return 'down';
  if (ink.leftArrow) return 'left';
  if (ink.rightArrow) return 'right';
  if (ink.home) return 'home';
  if (ink.end) return 'end';
  if (ink.pageUp) return 'pageup';
  return ink.pageDown ? 'pagedown' : undefined;
}

function nameOfCharacter(input: string): KeyName | undefined {
  if (input === ' ') return 'space';
  return /^[a-z\d]$/i.test(input) ? (input.toLowerCase() as Letter | Digit) : undefined;
}

// Paste markers reach us only when they come out of order; the text between is ordinary typing.
const escapeSequences = /\x1b?\[20[01]~|\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[A-Z])/g;

function splitControls(input: string): Key[] {
  const keys: Key[] = [];
  const typed = input.replace(escapeSequences, '').replaceAll('\r\n', '\r');
  for (const piece of typed.split(/([\x00-\x1f\x7f])/)) {
    if (piece === '') continue;
    const key = piece.length === 1 ? controlKey(piece) : undefined;
    if (key !== undefined) keys.push(key);
    else if (!/^[\x00-\x1f\x7f]$/.test(piece)) keys.push({ kind: 'text', text: piece });
  }
  return keys;
}

function controlKey(character: string): Key | undefined {
  const code = character.charCodeAt(0);
  if (code === 0x0d) return press('enter');
  if (code === 0x09) return press('tab');
  if (code === 0x1b) return press('escape');
  // Terminals send one or the other for the backspace key.
  if (code === 0x7f || code === 0x08) return press('backspace');
  if (code === 0x00) return press('space', { ctrl: true });
  if (code > 0x1a) return undefined;
  // A line feed is Ctrl+J; Enter is a carriage return.
  return press(String.fromCharCode(code + 0x60) as Letter, { ctrl: true });
}
