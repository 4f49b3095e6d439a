import { expect, it } from 'vitest';
import { expectTidyFrame, frameFaults } from '../../support/tidy-frame.ts';
import { type AtTheList, lookAtList } from './at-the-list.tsx';
import { deskWith, writeElsewhere } from './many-complaints.ts';

const sizes = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

/** Everything has its row, whatever stands in it. */
function expectItsPlaces({ terminal, lines }: AtTheList): void {
  const { columns, rows } = terminal;
  expectTidyFrame(terminal);
  expect(terminal.sideEffects()).toEqual([]);
  expect(lines()[0]).toMatch(/^ amends {2}Complaints/);
  expect(lines()[rows - 2]).toMatch(/^[─-]+$/);
  expect(lines()[rows - 2]).toHaveLength(columns);
  expect(lines()[rows - 1]).toMatch(/^ (↵|Enter) /);
}

it.each(sizes)('is tidy at $columns by $rows, whatever is in front', async (size) => {
  const sam = await lookAtList(await deskWith(120), size);
  await sam.see('of 120');
  expectItsPlaces(sam);
  for (const key of ['pagedown', 'G', 'c', 'escape', 'ctrl+p', 'escape', '?', 'escape', 'f']) {
    await sam.press(key);
    expectItsPlaces(sam);
  }
  await sam.type('cause:deli');
  await sam.see('Tab');
  expectItsPlaces(sam);
  await sam.type(' stge:');
  await sam.see(' ! ');
  expectItsPlaces(sam);
});

it('columns of Thai, Greek and Cyrillic names stand beneath each other', async () => {
  const sam = await lookAtList(await deskWith(20));
  const { terminal } = sam;
  const titles = sam.lines()[3] ?? '';
  const stage = titles.indexOf('stage');
  for (let row = 4; row < 22; row += 1) {
    const letters = Array.from({ length: 3 }, (_, at) => terminal.cell(stage + at, row).char);
    expect(letters.join('')).toMatch(/^(ope|wai|sup|res|clo)$/);
    expect(terminal.cell(stage - 1, row).char.trim()).toBe('');
  }
});

it('a terminal of ASCII alone gets no other sign of ours, and one without colour loses nothing', async () => {
  const sam = await lookAtList(await deskWith(30), { unicode: false, color: false });
  await sam.see('1-18 of 30');
  await sam.see(' > C-1030');
  await sam.see('late');
  expect(sam.terminal.text()).not.toMatch(/[▸↑↓–─…]/);
  await sam.press('c');
  await sam.see('> [x] reference');
});

it('what a customer wrote is shown and never obeyed', async () => {
  const desk = await deskWith(3);
  await writeElsewhere(desk, {
    product: '\u001b]0;paid\u0007\u001b[2Jkettle\u202e',
    words: 'PAID\rOPEN\n'.repeat(50),
  });
  const sam = await lookAtList(desk, { columns: 120 });
  await sam.see('␛]0;paid');
  expect(sam.terminal.sideEffects()).toEqual([]);
  await sam.see('C-1001');
  const faults = frameFaults(sam.terminal).filter((fault) => !fault.includes('remains of'));
  expect(faults).toEqual([]);
});

it('a window that is made larger or smaller keeps the complaint in hand in view', async () => {
  const sam = await lookAtList(await deskWith(120), { columns: 120, rows: 40 });
  await sam.press('G');
  await sam.see('▸ C-1001');
  for (const { columns, rows } of [...sizes, { columns: 56, rows: 18 }]) {
    await sam.resize(columns, rows);
    await sam.see('▸ C-1001');
    expectItsPlaces(sam);
  }
});
