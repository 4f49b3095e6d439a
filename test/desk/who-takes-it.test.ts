import { expect, test } from 'vitest';
import { handOver } from '../../src/desk/leave.ts';
import { rememberAgent } from '../../src/desk/set-up.ts';
import { whoTakesIt } from '../../src/desk/who-takes-it.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { heardUntil, refusals, secondDesk, taken } from './at-the-desk.ts';

const others = ['Lejla', 'Nadia', 'Nikos'];

test('the beginning of a name is enough for a hand-over, in any case, while it can be only one (P7)', () => {
  expect(whoTakesIt(others, ' lej ')).toBe('Lejla');
  expect(whoTakesIt(others, 'nik')).toBe('Nikos');
  expect(whoTakesIt(others, 'NADIA')).toBe('Nadia');
});

test('nothing is handed over to somebody who does not work here: it would be on nobody’s page (P8, P29)', () => {
  const facts = { known: 'Lejla, Nadia, Nikos' };
  expect(whoTakesIt(others, 'Leila')).toMatchObject({ code: 'unknown_person', facts });
  expect(whoTakesIt(others, 'N')).toMatchObject({ code: 'unknown_person', facts });
  expect(whoTakesIt(others, '  ')).toMatchObject({ code: 'required', field: 'to' });
});

test('a whole name counts before a longer one that begins so', () => {
  expect(whoTakesIt(['Ana', 'Anastasia'], 'ana')).toBe('Ana');
});

test('a desk that knows nobody else takes any name', () => {
  expect(whoTakesIt([], 'Lejla')).toBe('Lejla');
});

test('a conversation goes to who works here, and stays where it is otherwise (P8, P29)', async () => {
  const sam = await openSampleDesk();
  await rememberAgent(await secondDesk(sam, 'Lejla'));
  const before = await heardUntil(sam, 'restated');
  const why = { reason: 'she knows kettles', summary: 'A kettle.' };
  expect(refusals(await handOver(sam, before, { to: 'Leila', ...why }))).toEqual([
    'to: unknown_person',
  ]);
  expect(refusals(await handOver(sam, before, { to: 'Sam', ...why }))).toEqual([
    'to: unknown_person',
  ]);
  expect(taken(await handOver(sam, before, { to: 'Lej', ...why })).state.owner).toBe('Lejla');
});
