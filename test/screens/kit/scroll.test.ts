import { expect, it } from 'vitest';
import { type NamedKey, press } from '../../../src/screens/kit/keys.ts';
import { scrollTo } from '../../../src/screens/kit/scroll.ts';

const page = { first: 10, all: 30, rows: 8 };

it.each<readonly [NamedKey, number]>([
  ['up', 9],
  ['down', 11],
  ['pageup', 3],
  ['pagedown', 17],
  ['home', 0],
  ['end', 22],
])('%s moves, and a row of the page before stays in view', (name, first) => {
  expect(scrollTo(press(name), page)).toBe(first);
});

it('nothing scrolls beyond its ends, and a short page not at all', () => {
  expect(scrollTo(press('pageup'), { ...page, first: 2 })).toBe(0);
  expect(scrollTo(press('pagedown'), { ...page, first: 20 })).toBe(22);
  expect(scrollTo(press('down'), { first: 0, all: 5, rows: 8 })).toBe(0);
});

it('other keys do not move', () => {
  expect(scrollTo(press('enter'), page)).toBeUndefined();
  expect(scrollTo(press('up', { ctrl: true }), page)).toBeUndefined();
  expect(scrollTo({ kind: 'text', text: 'j' }, page)).toBeUndefined();
});
