import { expect, it } from 'vitest';
import { handOver } from '../../../src/desk/leave.ts';
import { heardUntil, secondDesk, taken } from '../../desk/at-the-desk.ts';
import { hold } from '../../plain/hold.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { sitDown } from './at-the-desk.tsx';

/** @returns Lejla's desk, with a conversation that Sam has begun and handed over to her. */
async function handedToLejla() {
  const sam = await openSampleDesk();
  const before = await heardUntil(sam, 'restated');
  const way = { to: 'Lejla', reason: 'she knows kettles', summary: 'A kettle.' };
  const { id } = taken(await handOver(sam, before, way)).state;
  return { desk: await secondDesk(sam), start: { kind: 'resume', id } as const };
}

const whoIAm = /Sam has told me|what you told Sam|My name is Lejla|I am Lejla|I have read/;

it('who takes over says who they are and that the story is known, and then what the question says (P8)', async () => {
  const { desk, start } = await handedToLejla();
  const lejla = await sitDown(desk, { start });
  await lejla.reach('confirmed');
  const [first = '', second = ''] = lejla.view().lines;
  expect(first).toMatch(whoIAm);
  expect(second).not.toMatch(whoIAm);
  await lejla.see(first.slice(0, 20));
  await lejla.press('enter');
  await lejla.reach('happened');
  expect(lejla.view().lines.join('\n')).not.toMatch(whoIAm);
  // Nobody says it twice.
  await lejla.press('shift+tab');
  await lejla.reach('confirmed');
  expect(lejla.view().lines.join('\n')).not.toMatch(whoIAm);
});

it('is told to say so also where the screen is not drawn (P8)', async () => {
  const { desk, start } = await handedToLejla();
  const { output } = await hold(desk, ['1'], start);
  const [confirmed = '', happened = ''] = output.split('When it happened');
  expect(confirmed).toMatch(whoIAm);
  expect(happened).not.toMatch(whoIAm);
});
