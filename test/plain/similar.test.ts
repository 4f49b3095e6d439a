import { expect, test } from 'vitest';
import { deskWithKettles } from '../desk/put-right-before.ts';
import { APOLOGY, hold, MARIA_TELLS } from './hold.ts';
import { openSampleDesk } from './sample-desk.ts';

/** What Maria says up to the question what is put to her. */
const UP_TO_OFFERS = [...MARIA_TELLS, ...APOLOGY];

test('before something is offered one line tells what became of complaints like it (P48)', async () => {
  const { output } = await hold(await deskWithKettles(), UP_TO_OFFERS);
  expect(output).toContain(
    'Known: 3 like it: refund chosen twice, all satisfied. To hear them all: similar.',
  );
  expect(output).toMatch(/replacement, yours to give.*chosen 1 of 3, satisfied/);
  expect(output).toMatch(/refund, .*chosen 2 of 3, satisfied/);
});

test('similar tells all of them and asks the same again, with a / where text is written (P48)', async () => {
  const desk = await deskWithKettles();
  const { output } = await hold(desk, [...UP_TO_OFFERS, 'similar', '/similar']);
  const [, ...told] = output.split('How complaints like this one were put right:');
  expect(told).toHaveLength(3);
  // Two of them are told by themselves.
  expect(told.map((text) => text.match(/ {2}C-100\d, /g)?.length)).toEqual([2, 3, 3]);
});

test('similar complaints name nobody (P48)', async () => {
  const { output } = await hold(await deskWithKettles(), [...UP_TO_OFFERS, 'similar']);
  const [, told = ''] = output.split('Known: 3 like it');
  for (const name of ['Ana', 'Horvat', 'Νίκος', 'สมชาย', '0887654321', '765 4321']) {
    expect(told).not.toContain(name);
  }
});

test('where nothing like it was resolved, it says so when asked, and nothing before', async () => {
  const { output } = await hold(await openSampleDesk(), [...UP_TO_OFFERS, 'similar']);
  expect(output).not.toContain('like it:');
  expect(output).toContain('No complaint like this one was resolved before.');
});
