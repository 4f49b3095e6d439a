import { expect, it } from 'vitest';
import { deskOfThree, HOUR, logOf, recorded, verifies, windowOf } from './desk-of-three.ts';
import { maria, promisedTo } from './records.ts';

it('what is not solved is opened again for somebody else, who has the whole story and asks nothing again (P8, P26, P30, P33)', async () => {
  const home = await deskOfThree(async (past) => {
    const promised = { ...maria, promised: 'a new kettle', due: -20 * HOUR };
    const id = await past.took('Sam', 30 * HOUR, promisedTo(promised));
    await past.did('Sam', 22 * HOUR, id, 'promise-keep', { promise: '1', note: 'It is there.' });
    const followup = Date.now() - HOUR;
    const end = { text: 'A new kettle is there.', accepted: true, followup };
    await past.did('Sam', 21 * HOUR, id, 'resolve', end);
  });
  const lejla = windowOf('Lejla', { home });
  await lejla.see('follow-up was due').press('m').see('Nothing of yours is waiting');
  const sam = windowOf('Sam', { home });
  await sam.see(/LATE\s+▸ C-1001 +Maria Petrova +follow-up was due/).press('x');
  await sam.see('SAY WHAT CAME OF THE FOLLOW-UP').see(/SAY[^\n]*\n\s+“[^”]*[?:]/);
  await sam.type('reached').press('enter').see('Is it solved').type('no').press('enter');
  await sam.see('Their score').type('2').press('enter');
  await sam.see('What they said').type('The new one leaks.').press('enter');
  await sam.see('It is not solved, so open it again').see('Next: open again');
  // Closing it is no way out.
  await sam.press('l').see('At the follow-up of C-1001 they said that it is not solved');
  await sam.press('enter').see('OPEN AGAIN').see('Why').type('the new one leaks').press('enter');
  await sam.see('To whom').type('Lej').press('enter').see('C-1001 is open again, with Lejla');

  await lejla
    .see(/▸ C-1001 +Maria Petrova/)
    .press('o')
    .see('Lejla has it');
  await lejla
    .see(/Sam +opened again.*the new one leaks/)
    .see(/Sam +follow-up: reached, not satisfied/);
  await lejla.see(/Sam +resolved, and they accept it: A new kettle is there/);
  await lejla.press('2').see('The kettle arrived in pieces.').press('enter');
  await lejla.see(/KNOWN {2}kettle; Broken on arrival/).see(/SAY[^\n]*\n\s+“/);
  const shown = await lejla.screen();
  expect(shown).not.toMatch(/In their own words\n|The main points|When it happened\n|Customer\n/);
  await lejla.press('escape').press('escape').see('amends  Today').press('q');
  expect(await lejla.exit()).toMatchObject({ code: 0 });

  const after = (await logOf(home, 'C-1001')).slice(-2);
  expect(after).toMatchObject([
    { type: 'contacted', agent: 'Sam', body: { satisfied: false, score: 2 } },
    { type: 'reopened', agent: 'Sam', body: { to: 'Lejla', reason: 'the new one leaks' } },
  ]);
  const known = await recorded(home, 'C-1001', 'owner', 'stage', 'words', 'restated', 'promises');
  expect(known).toMatchObject({
    owner: 'Lejla',
    stage: 'open',
    words: 'The kettle arrived in pieces.',
    promises: [{ what: 'a new kettle', state: 'kept' }],
  });
  expect(await verifies(home)).toBe('0 All is well.');
});
