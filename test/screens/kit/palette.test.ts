import { expect, it } from 'vitest';
import { press } from '../../../src/screens/kit/keys.ts';
import {
  fittingEntries,
  openPalette,
  type Palette,
  type PaletteEntry,
  takePaletteKey,
} from '../../../src/screens/kit/palette.ts';

const entry = (label: string, not?: string): PaletteEntry<string> => ({
  label,
  keys: [],
  does: label,
  not,
});
const entries = [
  entry('hand over'),
  entry('Връщане на пари'),
  entry('close', 'A promise is open.'),
];

function typed(text: string, palette: Palette = openPalette('find')): Palette {
  const taken = takePaletteKey(palette, { kind: 'text', text }, entries, 40);
  if (taken === undefined || !('palette' in taken)) throw new Error('nothing was typed');
  return taken.palette;
}

it('anything is found by a part of its name, in any script and without its case (P11)', () => {
  expect(fittingEntries(openPalette('find'), entries)).toHaveLength(3);
  expect(fittingEntries(typed('OVER'), entries)).toEqual([entries[0]]);
  expect(fittingEntries(typed('пари'), entries)).toEqual([entries[1]]);
  expect(fittingEntries(typed('over hand'), entries)).toEqual([entries[0]]);
});

it('Enter takes what is in hand, also when it cannot be done now: whoever asked says why', () => {
  expect(takePaletteKey(typed('clo'), press('enter'), entries, 40)).toEqual({ picked: entries[2] });
  const nothing = typed('no such thing');
  expect(takePaletteKey(nothing, press('enter'), entries, 40)).toEqual({ palette: nothing });
});

it('the arrows stop at both ends', () => {
  const down = press('down');
  let palette = openPalette('find');
  for (let time = 0; time < 9; time += 1) {
    const taken = takePaletteKey(palette, down, entries, 40);
    if (taken !== undefined && 'palette' in taken) palette = taken.palette;
  }
  expect(palette.index).toBe(2);
});

it.each([
  ['find', press('p', { ctrl: true })],
  ['keys', press('f1')],
  ['find', press('escape')],
  ['keys', press('tab', { shift: true })],
] as const)('%s is closed by Escape, by going back, and by the key that opened it', (kind, key) => {
  expect(takePaletteKey(openPalette(kind), key, entries, 40)).toEqual({ closed: true });
});
