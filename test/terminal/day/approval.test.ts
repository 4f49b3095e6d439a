import { expect, it } from 'vitest';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import {
  DAY,
  deskOfThree,
  HOUR,
  logOf,
  nadiasPin,
  recorded,
  verifies,
  windowOf,
} from './desk-of-three.ts';
import { amra, promisedTo } from './records.ts';

const soon = 2000;

it('an approval: the line is seen before it is crossed, Nadia decides with her PIN, and Sam puts what he may now put (P20, P21, P22)', async () => {
  const home = await deskOfThree((past) =>
    past.took('Sam', 3 * HOUR, promisedTo({ ...amra, promised: 'a new kettle', due: 2 * DAY })),
  );
  const nadia = windowOf('Nadia', { home });
  await nadia.see('C-1001').dontSee('TO DECIDE');
  const sam = windowOf('Sam', { home, args: ['show', 'C-1001'] });
  await sam.see('Timeline').press('o').see('OFFER A REMEDY');
  await sam.see(/store credit +yours to give up to €50\.00/).check(expectTidyFrame);
  await sam.type('store credit').press('enter').see('How much').type('60').see('→ €60.00');
  // What is asked for is not said as if it were given, and the customer hears something true (P20).
  await sam.see(/SAY[^\n]*\n\s+“[^”]*(ask|decided|hear|look into)/);
  await sam.press('enter').see('Why').type('it went astray twice').press('enter');
  await sam.see('a supervisor is asked. Tell them by when');
  expect((await recorded(home, 'C-1001', 'offers'))['offers']).not.toContainEqual(
    expect.objectContaining({ remedy: 'store-credit' }),
  );

  await nadia.see(/TO DECIDE\s+C-1001 +Amra Hodžić +store credit, €60\.00, asked by Sam/);
  await nadia.press('down', 'x').see('SAY YES TO WHAT WAS ASKED').see('Sam: it went astray twice');
  await nadia
    .press('enter')
    .see(/▸?\s*Why/)
    .type('twice is once too often')
    .press('enter');
  await nadia
    .see(/Who decides/)
    .press('enter')
    .see('Their PIN');
  await nadia.type('0000').press('enter').see('! ').dontSee('0000').check(expectTidyFrame);
  expect((await logOf(home, 'C-1001')).at(-1)?.type).toBe('approval_asked');
  await nadia.press('ctrl+u').type(nadiasPin).press('enter').see('C-1001: approved.');
  expect(nadia.raw()).not.toContain(nadiasPin);

  await sam.see('Nadia went on meanwhile', { within: soon }).see('twice is once too often');
  await sam.press('o').see(/store credit +approved: yours to give/);
  // What was approved is put in its size: nothing is typed a second time.
  await sam.type('store credit').press('enter').see('→ €60.00');
  await sam.see(/put €60\.00 of credit\s+on your account/).press('enter');
  await sam.see('C-1001: the remedy is put before the customer.').press('q');
  expect(await sam.exit()).toMatchObject({ code: 0 });
  await nadia.press('escape').see('amends  Today').dontSee('TO DECIDE');

  const decided = (await logOf(home, 'C-1001')).slice(-3);
  expect(decided).toMatchObject([
    { type: 'approval_asked', agent: 'Sam' },
    { type: 'approved', agent: 'Nadia', body: { reason: 'twice is once too often' } },
    { type: 'offered', agent: 'Sam' },
  ]);
  expect(await verifies(home)).toBe('0 All is well.');
});
