import { expect, it } from 'vitest';
import { handOver } from '../../../src/desk/leave.ts';
import { rememberAgent } from '../../../src/desk/set-up.ts';
import { heardUntil, secondDesk, taken } from '../../desk/at-the-desk.ts';
import { hold } from '../../plain/hold.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { sitDown, sitDownAt } from './at-the-desk.tsx';

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
  await lejla.see('Sam: handed over to Lejla: she knows kettles');
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

it('who hands over sees who is here, types the beginning of a name, and cannot lose it to nobody (P7, P29)', async () => {
  const desk = await openSampleDesk();
  await rememberAgent(await secondDesk(desk, 'Lejla'));
  await rememberAgent(await secondDesk(desk, 'Nadia'));
  const sam = await sitDownAt(desk, 'fault');
  await sam.press('ctrl+o');
  await sam.see('Here now: Lejla, Nadia.');
  await sam.answer('Leila');
  await sam.see('Nobody called “Leila” works here. Known: Lejla, Nadia.');
  await sam.press('ctrl+u');
  await sam.answer('lej');
  await sam.see('To whom  Lejla');
  await sam.answer('she knows kettles');
  await expect(sam.ended).resolves.toEqual({ outcome: 'left', id: 1001 });
  expect((await desk.store.read.complaint(1001))?.owner).toBe('Lejla');
});

it('in lines a name that is nobody’s is asked for again (P7, P29)', async () => {
  const desk = await openSampleDesk();
  await rememberAgent(await secondDesk(desk, 'Lejla'));
  const { id } = (await heardUntil(desk, 'restated')).state;
  const typed = ['/handover', 'Leila', 'lej', 'she knows kettles'];
  const { output, outcome } = await hold(desk, typed, { kind: 'resume', id });
  expect(output).toContain('Here now: Lejla.');
  expect(output).toContain('Nobody called “Leila” works here.');
  expect(output).toContain('is handed over to Lejla');
  expect(outcome).toBe('left');
});
