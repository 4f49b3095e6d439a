import { Box, Text } from 'ink';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { bufferOf, emptyBuffer, left } from '../../../src/screens/kit/text-buffer.ts';
import { TextField } from '../../../src/screens/kit/text-field.tsx';
import { applyTextKey } from '../../../src/screens/kit/text-keys.ts';
import { useKeys } from '../../../src/screens/kit/use-keys.ts';
import { type FakeTerminal, fakeTerminal } from './fake-terminal.tsx';

let terminal: FakeTerminal | undefined;
afterEach(() => terminal?.close());

/** Two fields one above the other; Tab goes between them. */
function Form() {
  const [name, setName] = useState(emptyBuffer({ multiLine: false }));
  const [words, setWords] = useState(emptyBuffer());
  const [inWords, setInWords] = useState(false);
  useKeys((key) => {
    if (key.kind === 'key' && key.name === 'tab') setInWords(!inWords);
    else if (inWords) setWords(applyTextKey(words, key, 16, 3) ?? words);
    else setName(applyTextKey(name, key, 10, 1) ?? name);
  });
  return (
    <Box flexDirection="column" borderStyle="single" width={24}>
      <Box>
        <Text>Name </Text>
        <TextField buffer={name} columns={10} rows={1} focused={!inWords} />
      </Box>
      <TextField buffer={words} columns={16} rows={3} focused={inWords} />
    </Box>
  );
}

test('what is typed appears, with the terminal cursor where the next letter goes', async () => {
  terminal = await fakeTerminal(<Form />, 40, 10);
  expect(terminal.cursor()).toEqual({ x: 6, y: 1 });
  await terminal.send('Maria');
  expect(terminal.rows()[1]).toBe('│Name Maria            │');
  expect(terminal.cursor()).toEqual({ x: 11, y: 1 });
});

test('the cursor follows the focus there and back', async () => {
  terminal = await fakeTerminal(<Form />, 40, 10);
  await terminal.send('Maria\tmy kettle');
  expect(terminal.cursor()).toEqual({ x: 10, y: 2 });
  await terminal.send('\t');
  expect(terminal.cursor()).toEqual({ x: 11, y: 1 });
  await terminal.send('\t');
  expect(terminal.cursor()).toEqual({ x: 10, y: 2 });
});

test('a long text wraps and scrolls inside its frame, which stays straight', async () => {
  terminal = await fakeTerminal(<Form />, 40, 10);
  await terminal.send('\t');
  await terminal.send('The kettle 漢字 arrived in pieces กาน้ำ and it is \u202eours');
  const rows = terminal.rows().slice(0, 6);
  expect(rows[2]).toContain('pieces กาน้ำ');
  expect(rows[4]).toContain('‹U+202E›ours');
  expect(rows.slice(1, 5).every((row) => row.endsWith('│'))).toBe(true);
  expect(terminal.cursor()).toEqual({ x: 13, y: 4 });
});

test('a single line scrolls sideways', async () => {
  terminal = await fakeTerminal(<Form />, 40, 10);
  await terminal.send('Maria Petrova');
  expect(terminal.rows()[1]).toBe('│Name a Petrova        │');
  expect(terminal.cursor()).toEqual({ x: 15, y: 1 });
});

test('a field that moves takes the cursor along', async () => {
  const buffer = left(bufferOf('two words'));
  const field = <TextField buffer={buffer} columns={20} rows={2} focused />;
  terminal = await fakeTerminal(<Box>{field}</Box>, 40, 10);
  expect(terminal.cursor()).toEqual({ x: 8, y: 0 });
  await terminal.redraw(
    <Box paddingTop={3} paddingLeft={5}>
      <TextField buffer={buffer} columns={20} rows={2} focused />
    </Box>,
  );
  expect(terminal.cursor()).toEqual({ x: 13, y: 3 });
});
