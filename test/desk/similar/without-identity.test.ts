import { expect, test } from 'vitest';
import { withoutIdentity } from '../../../src/desk/similar/without-identity.ts';

test('a story of somebody else names nobody, by any part of the name, in any script (P48)', () => {
  const story = 'Maria says PETROVA paid; her marial fabric tore.';
  expect(withoutIdentity(story, 'Maria Petrova')).toBe('… says … paid; her marial fabric tore.');
  expect(withoutIdentity('Пакетът на Иван дойде счупен', 'Иван Петров')).toBe(
    'Пакетът на … дойде счупен',
  );
  expect(withoutIdentity('คุณสมชายได้รับกาต้มน้ำแตก', 'สมชาย ใจดี')).toBe('คุณ…ได้รับกาต้มน้ำแตก');
});

test('it has no number and no address to reach them by, and keeps sums and dates', () => {
  expect(withoutIdentity('Call +359 88 123 4567 or m.p@example.org', undefined)).toBe(
    'Call … or …',
  );
  expect(withoutIdentity('Order 88120 of 12 Nov cost 29.90', undefined)).toBe(
    'Order 88120 of 12 Nov cost 29.90',
  );
});

test('a name that says something in patterns is a name like any other', () => {
  expect(withoutIdentity('It broke. (Really)', 'A.* (.+)')).toBe('It broke. (Really)');
});

test('a long story is one short line, cut between characters', () => {
  expect(withoutIdentity('It broke.\n\nTwice.', undefined)).toBe('It broke. Twice.');
  const told = withoutIdentity('น้ำ'.repeat(200), undefined);
  expect([...new Intl.Segmenter().segment(told)]).toHaveLength(121);
  expect(told.endsWith('…')).toBe(true);
});
