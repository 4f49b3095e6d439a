import { Text } from 'ink';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { spelling } from '../../../src/screens/kit/bindings.ts';
import type { Key } from '../../../src/screens/kit/keys.ts';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { type FakeTerminal, fakeTerminal } from './fake-terminal.tsx';

let terminal: FakeTerminal | undefined;
afterEach(() => terminal?.close());

async function pressed(...chunks: string[]): Promise<Key[]> {
  const keys: Key[] = [];
  function Listener() {
    useKeys((key) => keys.push(key));
    return <Text>ready</Text>;
  }
  terminal = await fakeTerminal(<Listener />, 40, 5);
  for (const chunk of chunks) await terminal.send(chunk);
  return keys;
}

const names = (keys: readonly Key[]) =>
  keys.map((key) => (key.kind === 'key' ? `<${spelling(key)}>` : key.text));

describe('what arrives from a real terminal', () => {
  test('typing ahead and Enter in one chunk is text and then Enter', async () => {
    expect(names(await pressed('hello\r'))).toEqual(['hello', '<enter>']);
  });

  test.each([
    ['Enter', '\r', '<enter>'],
    ['Enter on the keypad', '\x1bOM', '<enter>'],
    ['Alt+Enter', '\x1b\r', '<alt+enter>'],
    ['Ctrl+J', '\n', '<ctrl+j>'],
    ['Tab', '\t', '<tab>'],
    ['Shift+Tab', '\x1b[Z', '<shift+tab>'],
    ['Escape', '\x1b', '<escape>'],
    ['Backspace as DEL', '\x7f', '<backspace>'],
    ['Backspace as BS', '\b', '<backspace>'],
    ['Alt+Backspace', '\x1b\x7f', '<alt+backspace>'],
    ['Delete', '\x1b[3~', '<delete>'],
    ['Up', '\x1b[A', '<up>'],
    ['Up in application mode', '\x1bOA', '<up>'],
    ['Ctrl+Left', '\x1b[1;5D', '<ctrl+left>'],
    ['Alt+B', '\x1bb', '<alt+b>'],
    ['Alt+Shift+B', '\x1bB', '<alt+shift+b>'],
    ['Home', '\x1b[H', '<home>'],
    ['End', '\x1b[4~', '<end>'],
    ['Page Up', '\x1b[5~', '<pageup>'],
    ['Ctrl+Z', '\x1a', '<ctrl+z>'],
    ['Ctrl+C', '\x03', '<ctrl+c>'],
    ['F1', '\x1bOP', '<f1>'],
    ['F1 of a vt220', '\x1b[11~', '<f1>'],
    ['F12', '\x1b[24~', '<f12>'],
    ['Ctrl+Z in the kitty protocol', '\x1b[122;5u', '<ctrl+z>'],
    ['Ctrl+Shift+Z in the kitty protocol', '\x1b[122;6u', '<ctrl+shift+z>'],
    ['Shift+Enter in the kitty protocol', '\x1b[13;2u', '<shift+enter>'],
    ['Escape in the kitty protocol', '\x1b[27u', '<escape>'],
    ['a question mark', '?', '?'],
    ['a capital letter', 'A', 'A'],
    ['a Thai syllable', 'ที่', 'ที่'],
    ['a family', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ])('%s is one key', async (_, bytes, name) => {
    expect(names(await pressed(bytes))).toEqual([name]);
  });

  test('several control characters in one chunk are as many keys', async () => {
    expect(names(await pressed('\x1a\x1a'))).toEqual(['<ctrl+z>', '<ctrl+z>']);
    expect(names(await pressed('abc\x7f\x7f\r'))).toEqual([
      ...['abc', '<backspace>', '<backspace>', '<enter>'],
    ]);
  });

  test('a key that is let go, the mouse and terminal replies are no keys', async () => {
    expect(await pressed('\x1b[97;1:3u', '\x1b[<0;3;4M', '\x1b[I', '\x1b[?62;22c')).toEqual([]);
  });

  test('a paste is one key, its line ends untouched, its markers never seen', async () => {
    expect(await pressed('a\x1b[200~one\r\ntwo\tthree\x1b[201~b')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'paste', text: 'one\r\ntwo\tthree' },
      { kind: 'text', text: 'b' },
    ]);
    expect(names(await pressed('x\x1b[201~y'))).toEqual(['x', 'y']);
  });
});

test('each key meets the state that the key before it left behind', async () => {
  const sent: string[] = [];
  function Answer() {
    const [text, setText] = useState('');
    useKeys((key) => {
      if (key.kind === 'text') setText(text + key.text);
      else if (key.kind === 'key' && key.name === 'backspace') setText(text.slice(0, -1));
      else {
        sent.push(text);
        setText('');
      }
    });
    return <Text>{text}</Text>;
  }
  terminal = await fakeTerminal(<Answer />, 40, 5);
  await terminal.send('kettle\x7f\x7fal\rbroken\rsoon');
  expect(sent).toEqual(['kettal', 'broken']);
  expect(terminal.rows()[0]).toBe('soon');
});

test('hundreds of keys in one chunk all arrive', async () => {
  const keys = await pressed('\x01'.repeat(300));
  await expect.poll(() => keys.length).toBe(300);
});

test('a listener that is switched off hears nothing', async () => {
  const keys: Key[] = [];
  function Deaf() {
    useKeys((key) => keys.push(key), { isActive: false });
    useKeys(() => undefined);
    return <Text>ready</Text>;
  }
  terminal = await fakeTerminal(<Deaf />, 40, 5);
  await terminal.send('abc\x1bOP');
  expect(keys).toEqual([]);
});
