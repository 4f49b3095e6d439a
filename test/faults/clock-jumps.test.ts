import { expect, test } from 'vitest';
import { answer } from '../../src/desk/converse.ts';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { keepPlace, placeOf } from '../../src/desk/place.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { entriesOfPage, todayOf } from '../../src/desk/today.ts';
import { undo } from '../../src/desk/undo.ts';
import { verifyRecord } from '../../src/desk/verify-record.ts';
import { millis } from '../../src/rules/values.ts';
import { openSampleDesk, sampleMorning } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HOUR = 3_600_000;

/** A desk whose machine sets its clock while somebody works. */
async function deskWithClock(): Promise<{ desk: Desk; set: (at: number) => void }> {
  const desk = await openSampleDesk(temporaryFolder());
  let at = sampleMorning;
  return {
    desk: { ...desk, now: () => millis(at) },
    set: (moment) => {
      at = moment;
    },
  };
}

test.for([
  ['back by an hour, as in autumn', sampleMorning - HOUR],
  ['back to the year 1970, as with an empty battery', 0],
  ['ahead by ten years', sampleMorning + 10 * 365 * 24 * HOUR],
] as const)(
  'a clock that jumps %s loses no answer, and the log stays whole',
  async ([, moment]) => {
    const { desk, set } = await deskWithClock();
    let conversation = await startComplaint(desk);
    const take = async (acting: ReturnType<typeof answer>) => {
      const acted = await acting;
      if (!acted.ok) throw new Error(JSON.stringify(acted.refusals));
      conversation = acted.conversation;
    };
    await take(addCustomer(desk, conversation, { name: 'Maria Petrova' }));
    await take(answer(desk, conversation, { question: 'channel', value: 'phone' }));
    set(moment);
    await take(answer(desk, conversation, { question: 'words', value: 'It broke.' }));
    await keepPlace(desk, conversation, { question: 'restated', draft: 'Half a' });
    expect(await placeOf(desk, conversation)).toEqual({ question: 'restated', draft: 'Half a' });
    expect(entriesOfPage(await todayOf(desk))).toHaveLength(1);
    // The last answer is the last that was given, whatever its time says.
    const undone = await undo(desk, conversation);
    expect(undone).toMatchObject({
      ok: true,
      conversation: { state: { answers: { channel: 'phone' } } },
    });
    const { faults } = await verifyRecord(desk.store, { rebuild: true });
    expect(faults).toEqual([]);
  },
);
