import { expect, it } from 'vitest';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { deskOfThree, HOUR, logOf, recorded, verifies, windowOf } from './desk-of-three.ts';
import { amra, maria, promisedTo, somchai } from './records.ts';

/** Another window shows a change this soon, in milliseconds. */
const soon = 2000;

/** @returns a desk with a promise that was missed, and one that is due this morning, both Sam's. */
const lateAndDue = (late = maria) =>
  deskOfThree(async (past) => {
    const missed = { ...late, promised: 'a new kettle', due: -2 * HOUR };
    await past.took('Sam', 20 * HOUR, promisedTo(missed));
    await past.took(
      'Sam',
      20 * HOUR,
      promisedTo({ ...amra, promised: 'a new lid', due: 3 * HOUR }),
    );
  });

it('the morning round: what is late comes first, the customer is told of a delay with the key beside it, and the other window sees it (P25, P28, P29)', async () => {
  const home = await lateAndDue();
  const lejla = windowOf('Lejla', { home });
  await lejla.see(/LATE\s+▸ C-1001/);
  const sam = windowOf('Sam', { home });
  await sam.see(/LATE\s+▸ C-1001 +Maria Petrova +.*a new kettle.*tell them/);
  await sam.see(/DUE NEXT\s+C-1002 +Amra Hodžić +.*a new lid/).check(expectTidyFrame);
  await sam
    .press('x')
    .see('DELAY A PROMISE')
    .see(/▸ a new kettle/)
    .press('enter');
  // The words to say have the new date before it is on record.
  await sam.see('By when').type('in 2 days').see('→ ').press('enter');
  await sam.see('Why').type('the carrier is on strike').press('enter');
  await sam.see('Told them by').type('phone').press('enter');
  await sam.see('the delay is written down').press('escape');
  await sam.see('amends  Today').dontSee('LATE');
  await lejla.dontSee('LATE', { within: soon }).see(/C-1001 +Maria Petrova +resolve by .* keep it/);
  expect((await logOf(home, 'C-1001')).at(-1)).toMatchObject({
    type: 'promise_delayed',
    agent: 'Sam',
    body: { promise: 1, reason: 'the carrier is on strike', told: 'phone' },
  });
  const { promises } = await recorded(home, 'C-1001', 'promises');
  expect(promises).toMatchObject([{ state: 'open', reason: 'the carrier is on strike' }]);
  await sam.press('q');
  await lejla.press('q');
  expect([await sam.exit(), await lejla.exit()]).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(await verifies(home)).toBe('0 All is well.');
});

it.for([
  ['in a small window', 60, 20, {}],
  ['without colour', 80, 24, { NO_COLOR: '1' }],
] as const)(
  'the morning round with a customer who writes Thai, %s (P12, P28)',
  async ([, columns, rows, env]) => {
    const home = await lateAndDue(somchai);
    const lejla = windowOf('Lejla', { home, columns, rows, env });
    const sam = windowOf('Sam', { home, columns, rows, env });
    await sam.see(/LATE\s+▸ C-1001 +สมชาย/).check(expectTidyFrame);
    await lejla.see(/LATE\s+▸ C-1001 +สมชาย/).check(expectTidyFrame);
    await sam.press('x').see('DELAY A PROMISE').check(expectTidyFrame).press('enter');
    await sam.see('By when').type('in 2 days').see('→ ').check(expectTidyFrame).press('enter');
    await sam.see('Why').type('รถขนส่งเสีย').press('enter');
    await sam.see('Told them by').check(expectTidyFrame).type('phone').press('enter');
    await sam.see('C-1001: the delay is').check(expectTidyFrame).press('escape');
    await sam.see('amends  Today').dontSee('LATE').check(expectTidyFrame);
    await lejla.dontSee('LATE', { within: soon }).check(expectTidyFrame);
    const { promises } = await recorded(home, 'C-1001', 'promises');
    expect(promises).toMatchObject([{ reason: 'รถขนส่งเสีย' }]);
    // Nothing but the cursor and the screen is asked of a terminal that wants no colour.
    if ('NO_COLOR' in env)
      expect(sam.raw()).not.toMatch(/\u001b\[(?:3[0-7]|4[0-7]|38|48|9[0-7])[;m]/);
    expect(await verifies(home)).toBe('0 All is well.');
  },
);

it('Ctrl+C in the middle of a form writes nothing, and what was there is there (P28)', async () => {
  const home = await lateAndDue();
  const before = await logOf(home, 'C-1001');
  const sam = windowOf('Sam', { home });
  await sam.see('▸ C-1001').press('x').see('DELAY A PROMISE').press('enter').type('in 2 days');
  await sam.press('ctrl+c');
  expect(await sam.exit()).toMatchObject({ code: 130 });
  expect(await logOf(home, 'C-1001')).toEqual(before);
  const again = windowOf('Sam', { home });
  await again.see(/LATE\s+▸ C-1001/).press('q');
  expect(await again.exit()).toMatchObject({ code: 0 });
});
