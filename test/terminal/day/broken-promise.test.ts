import { expect, it } from 'vitest';
import { deskOfThree, HOUR, logOf, recorded, verifies, windowOf } from './desk-of-three.ts';
import { maria, promisedTo, somchai } from './records.ts';

it('a broken promise: it stands first, is explained, followed by a new one, and nothing closes over it (P26, P28)', async () => {
  const home = await deskOfThree(async (past) => {
    // An older complaint, in which only a target of our own has passed.
    await past.took(
      'Lejla',
      300 * HOUR,
      promisedTo({ ...somchai, promised: 'a lid', due: 90 * HOUR }),
    );
    await past.took(
      'Sam',
      60 * HOUR,
      promisedTo({ ...maria, promised: 'a new kettle', due: -HOUR }),
    );
  });
  const lejla = windowOf('Lejla', { home });
  await lejla.see(/LATE\s[\s\S]*C-1002 +Maria Petrova +.*a new kettle.*tell them/);
  const sam = windowOf('Sam', { home });
  await sam.press('m').see(/LATE\s+▸ C-1002 +Maria Petrova +.*a new kettle.*tell them/);

  // What is refused says what would allow it, step by step.
  await sam.press('enter').see('Next: a promise was kept').press('l');
  await sam.see('C-1002 is not resolved yet. Resolve it first').press('r');
  await sam.see(
    'Promise 1 of C-1002 is still open: a new kettle. Keep it, or say why it was broken.',
  );

  await sam.press('a').see('Find').type('broken').press('enter').see('A PROMISE WAS BROKEN');
  await sam.see(/SAY[^\n]*\n\s+“[^”]*(promise|did not keep)/).press('enter');
  await sam.see('Why').type('the van broke down').press('enter');
  await sam.see(/Sam +promise broken, a new kettle: the van broke down/);
  await sam
    .see('Next: promise something')
    .press('enter')
    .see('PROMISE SOMETHING')
    .type('a new kettle by courier')
    .press('enter');
  await sam.press('enter').see('By when').type('in 3 days').see('→ ').press('enter');
  await sam.see('the promise is written down').press('escape').see('Today, mine');

  await lejla.see(/C-1002 +Maria Petrova +to be resolved by .* keep it/);
  expect((await recorded(home, 'C-1002', 'promises'))['promises']).toMatchObject([
    { what: 'a new kettle', state: 'broken', reason: 'the van broke down' },
    { what: 'a new kettle by courier', state: 'open' },
  ]);
  expect((await logOf(home, 'C-1002')).slice(-2)).toMatchObject([
    { type: 'promise_broken', body: { reason: 'the van broke down' } },
    { type: 'promised' },
  ]);
  expect(await verifies(home)).toBe('0 All is well.');
});
