import { expect, it } from 'vitest';
import { recordLines } from '../../../src/screens/conversation/known-text.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

it('a story of many pages is wrapped once an answer, not once a key', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'words', { columns: 120, rows: 40 });
  await sam.paste('กาต้มน้ำแตก and the kettle. '.repeat(700));
  await sam.press('enter');
  await sam.reach('restated');
  expectItsPlaces(sam);
  const lines = recordLines(sam.view(), 39);
  await sam.type('Broken.');
  expect(recordLines(sam.view(), 39)).toBe(lines);
  await sam.press('enter');
  await sam.reach('confirmed');
  expect(recordLines(sam.view(), 39)).not.toBe(lines);
});

it('what is known is cut where its rows end, and says so', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'words');
  await sam.paste('The kettle arrived in pieces. '.repeat(50));
  await sam.press('enter');
  await sam.reach('restated');
  const known = sam.lines().findIndex((line) => line.startsWith(' KNOWN  The kettle'));
  expect(sam.lines()[known + 1]).toMatch(/^ {8}.*…$/);
});
