import { expect, it } from 'vitest';
import { encodeKey, encodePaste } from './keys.ts';

// From the control sequences of xterm (ctlseqs), section "PC-Style Function Keys".
it.each([
  ['enter', '\r'],
  ['tab', '\t'],
  ['shift+tab', '\u001b[Z'],
  ['escape', '\u001b'],
  ['backspace', '\u007f'],
  ['space', ' '],
  ['up', '\u001b[A'],
  ['ctrl+left', '\u001b[1;5D'],
  ['shift+end', '\u001b[1;2F'],
  ['ctrl+alt+up', '\u001b[1;7A'],
  ['delete', '\u001b[3~'],
  ['pageup', '\u001b[5~'],
  ['ctrl+pagedown', '\u001b[6;5~'],
  ['f1', '\u001bOP'],
  ['shift+f1', '\u001b[1;2P'],
  ['f5', '\u001b[15~'],
  ['f12', '\u001b[24~'],
  ['ctrl+z', '\u001a'],
  ['ctrl+c', '\u0003'],
  ['ctrl+space', '\u0000'],
  ['alt+enter', '\u001b\r'],
  ['alt+b', '\u001bb'],
  ['alt+backspace', '\u001b\u007f'],
  ['?', '?'],
  ['+', '+'],
  ['ctrl++', '+'],
  ['ö', 'ö'],
  ['👍', '👍'],
])('the key %s is sent as xterm sends it', (key, sent) => {
  expect(encodeKey(key)).toBe(sent);
});

it('a key that is on no keyboard is a mistake in the test', () => {
  expect(() => encodeKey('retrun')).toThrow('no key "retrun"');
  expect(() => encodeKey('strg+c')).toThrow('"strg" in "strg+c" is no modifier');
});

it('a pasted text is marked where the program asked for it, and cannot end the mark itself', () => {
  expect(encodePaste('one\ntwo\r\n', false)).toBe('one\rtwo\r');
  expect(encodePaste('one\ntwo', true)).toBe('\u001b[200~one\rtwo\u001b[201~');
  expect(encodePaste('a\u001b[201~b', true)).toBe('\u001b[200~ab\u001b[201~');
});
