import { Box, Text, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { renderScreen } from './render-screen.tsx';
import { expectTidyFrame } from './tidy-frame.ts';

/** A small desk: shows what it hears, its size, and ends on q. */
function SmallDesk(): ReactNode {
  const [heard, setHeard] = useState<string[]>([]);
  const [pasted, setPasted] = useState('nothing');
  const { columns, rows } = useWindowSize();
  const { exit } = useApp();
  useInput((input, key) => {
    if (input === 'q') exit('C-1042');
    const names = Object.entries(key).flatMap(([name, on]) => (on === true ? [name] : []));
    setHeard((before) => [...before, [...names, input].join(' ').trim()]);
  });
  usePaste(setPasted);
  return (
    <Box flexDirection="column" width={columns} height={rows} borderStyle="round">
      <Text bold color="red">
        late
      </Text>
      <Text>
        size {columns}x{rows}
      </Text>
      <Text>heard {heard.join(', ')}</Text>
      <Text>pasted {JSON.stringify(pasted)}</Text>
    </Box>
  );
}

const size = { columns: 60, rows: 10 };

it('an agent sees the first frame fill the alternate screen', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.see('size 60x10');
  expect(desk.terminal.isAlternate()).toBe(true);
  expect(desk.lines()).toHaveLength(10);
  expectTidyFrame(desk.terminal);
});

it('each key pressed is an event of its own, Escape too', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.press('enter', 'escape', 'j', 'j', 'shift+tab', 'up', 'ctrl+z');
  await desk.see('heard return, escape, j, j, shift tab, upArrow, ctrl z');
});

it('typing is heard character by character, and a paste in one piece', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.type('น้ำ');
  await desk.see('heard น, ้, ำ');
  await desk.paste('one\ntwo');
  await desk.see('pasted "one\\rtwo"');
});

it('a window made smaller is drawn anew', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.resize(40, 8);
  await desk.see('size 40x8');
  expectTidyFrame(desk.terminal);
});

it('colours are drawn when wanted, and not one of them when not', async () => {
  const colourful = renderScreen(<SmallDesk />, size);
  await colourful.see('late');
  expect(colourful.terminal.cell(1, 1)).toMatchObject({ char: 'l', foreground: 1, bold: true });
  await colourful.unmount();

  const plain = renderScreen(<SmallDesk />, { ...size, color: false });
  await plain.see('late');
  expect(plain.terminal.cell(1, 1)).toMatchObject({ foreground: 'default', bold: false });
});

it('drawing goes on where the environment says CI, and the environment is put back', async () => {
  const { CI: before } = process.env;
  const desk = renderScreen(<SmallDesk />, { ...size, env: { CI: 'true' } });
  await desk.press('j');
  await desk.see('heard j');
  expect(process.env).toMatchObject({ CI: 'true' });
  await desk.unmount();
  const { CI: after } = process.env;
  expect(after).toBe(before);
});

it('a screen that ends hands back its result and leaves the shell as it was', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.press('q');
  expect(await desk.exit()).toBe('C-1042');
  expect(desk.terminal.isAlternate()).toBe(false);
  expect(desk.terminal.text()).toBe('');
});

it('a screen that crashes says why', async () => {
  function Broken(): ReactNode {
    throw new Error('no playbook');
  }
  const desk = renderScreen(<Broken />, size);
  await expect(desk.exit()).rejects.toThrow('no playbook');
  await expect(desk.see('Today', { within: 50 })).rejects.toMatchObject({
    cause: { message: 'no playbook' },
  });
});

it('what is not shown fails with a picture of the screen', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await expect(desk.see('Maria', { within: 50 })).rejects.toThrow(/"Maria"[\s\S]*size 60x10/);
  await expect(desk.dontSee(/size \d+/, { within: 50 })).rejects.toThrow('still showed /size');
  await desk.dontSee('Maria');
});

it('the bytes of a frame are counted', async () => {
  const desk = renderScreen(<SmallDesk />, size);
  await desk.see('late');
  const before = desk.bytesWritten();
  await desk.press('j');
  expect(desk.bytesWritten()).toBeGreaterThan(before);
});
