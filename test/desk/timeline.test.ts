import { expect, it } from 'vitest';
import { changesSince, changesText, timelineOf } from '../../src/desk/timeline.ts';
import { undo } from '../../src/desk/undo.ts';
import { agentName } from '../../src/rules/values.ts';
import { deskOfThree, done, promisedKettle, voiceOf } from './actions/at-an-action.ts';
import { secondDesk, taken } from './at-the-desk.ts';

it('tells every event in words, with who and when, in the order in which it happened (P36)', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  await done(desk, conversation, 'escalate', { reason: 'He asks for a manager.' });
  const log = await desk.store.read.eventsOf(1001);
  const told = timelineOf(log, voiceOf(desk), desk.playbook);
  expect(told.map(({ n }) => n)).toEqual(log.map(({ n }) => n));
  expect(told.every(({ words }) => words !== '')).toBe(true);
  expect(told[0]).toMatchObject({ agent: 'Sam', words: 'the conversation began' });
  expect(told.at(-1)?.words).toContain('He asks for a manager.');
});

it('says of what was taken back that it was, and of what stands that it answers its question', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const noted = await done(desk, conversation, 'note', { text: 'Wrong customer.' });
  taken(await undo(desk, noted));
  const told = timelineOf(await desk.store.read.eventsOf(1001), voiceOf(desk), desk.playbook);
  expect(told.find(({ words }) => words.includes('note: Wrong'))).toMatchObject({
    takenBack: true,
  });
  expect(told.at(-1)?.takenBack).toBe(false);
  expect(told.find(({ question }) => question === 'product')?.words).toContain('kettle');
});

it('whoever comes second is told what the other did and how it concerns them', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const hers = await secondDesk(desk, 'Lejla');
  const noted = await done(hers, conversation, 'note', { text: 'She called.' });
  await done(hers, noted, 'assign', { to: 'Nadia' });
  const voice = voiceOf(desk);
  const changes = await changesSince(desk, voice, conversation.state);
  expect(changes.map(({ agent }) => agent)).toEqual(['Lejla', 'Lejla']);
  const text = changesText(voice, agentName('Sam'), changes, 'known');
  expect(text).toMatch(/^Lejla went on meanwhile: .*She called; .*Nadia/);
  expect(changesText(voice, agentName('Lejla'), changes, 'known')).toMatch(
    /^Another window of yours went on/,
  );
  expect(changesText(voice, agentName('Sam'), [], 'known')).toBeUndefined();
});

it('of many changes the last three are told, and that there were more', async () => {
  const desk = await deskOfThree();
  const before = await promisedKettle(desk);
  let conversation = before;
  for (const text of ['One', 'Two', 'Three', 'Four']) {
    conversation = await done(desk, conversation, 'note', { text });
  }
  const voice = voiceOf(desk);
  const changes = await changesSince(desk, voice, before.state);
  const text = changesText(voice, agentName('Nadia'), changes, 'known');
  expect(text).toMatch(/…; .*Two; .*Three; .*Four\.$/);
});
