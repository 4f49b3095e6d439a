import { expect } from 'vitest';
import { conversationLayout } from '../../../src/screens/kit/screen-size.ts';
import { frameFaults } from '../../support/tidy-frame.ts';
import type { AtTheDesk } from './at-the-desk.tsx';

/**
 * What holds of every frame of a conversation, whatever is in it: nothing wrapped, nothing shifted,
 * nothing done to the terminal but drawing, and every row of the layout in its place.
 */
export function expectItsPlaces({ terminal, view }: AtTheDesk): void {
  const { columns, rows } = terminal;
  const { main, side } = conversationLayout(columns, rows);
  const lines = terminal.lines();
  const picture = terminal.text();
  // Behind a visible mark stands what it made harmless: `␛]0;paid` is text like any other.
  const faults = frameFaults(terminal).filter((fault) => !fault.includes('remains of an escape'));
  expect(faults, picture).toEqual([]);
  expect(terminal.sideEffects()).toEqual([]);
  expect(lines[0], picture).toMatch(/^ (amends {2})?C-\d+ {2}.* [1-5] of 5 {3}\S/);
  expect(lines[1], picture).toMatch(/^ [✓▸·] Listen +[✓▸·] Apologise .*[✓▸·] Thank$/);
  expect(lines[2]).toBe('─'.repeat(columns));
  expect(lines[rows - 2], picture).toBe('─'.repeat(columns));
  expect(lines[rows - 1], picture).toMatch(/^ (↵ (next|done|choose)|Esc to the conversation) {3}/);
  if (view().at === undefined) return;
  const known = lines.findIndex((line) => line.startsWith(' KNOWN  '));
  expect(lines[known - 1]?.slice(0, main), picture).toBe('─'.repeat(main));
  expect(lines[3], picture).toMatch(/^ SAY/);
  if (side === 0) return;
  for (let y = 3; y < rows - 2; y += 1) expect(terminal.cell(main + 1, y).char, picture).toBe('│');
}
