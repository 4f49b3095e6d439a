import { it } from 'vitest';
import { sitDown } from '../conversation/at-the-desk.tsx';
import { deskWith } from './many-complaints.ts';

it('from the list to a complaint, from a search to a customer’s complaints, and back to where one was', async () => {
  const sam = await sitDown(await deskWith(100), { start: { kind: 'list' } });
  await sam.see('of 100');
  await sam.press('f');
  await sam.type('stage:open');
  await sam.see('of 20');
  await sam.press('down', 'down', 'enter');
  await sam.see('C-1086  Maria Petrova');
  await sam.press('escape');
  await sam.see('FILTER  stage:open');
  await sam.see('▸ C-1086');
  await sam.press('escape', '/');
  await sam.type('hodzic');
  await sam.see('Amra [Hodžić]');
  await sam.press('enter');
  await sam.see('FILTER  customer:5');
  await sam.see('of 20');
  await sam.press('escape');
  await sam.see('SEARCH  hodzic');
  await sam.press('escape');
  await sam.see('FILTER  stage:open');
});
