import { expect, test } from 'vitest';
import { setHours } from '../../src/desk/counting/opening-hours.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { logWords } from '../../src/desk/log-words.ts';
import { followPlaybookHours, hoursNow } from '../../src/desk/own-hours.ts';
import { verifyRecord } from '../../src/desk/verify-record.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Hours, Interval } from '../../src/rules/playbook.ts';
import { day } from '../../src/rules/values.ts';
import { openSampleDesk } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** @returns a week with the same times from Monday to Friday. */
function office(from: number, to: number): Hours {
  const times: readonly Interval[] = [[from * 60, to * 60]];
  return { week: [times, times, times, times, times, [], []], holidays: [] };
}

const always: Hours = { holidays: [] };

/** @returns the desk with other hours in its playbook. */
const withHours = (desk: Desk, hours: Hours): Desk => ({
  ...desk,
  playbook: { ...desk.playbook, hours },
});

const versions = async ({ store }: Desk) => (await store.read.calendars()).length;

test('a desk follows the hours of its playbook, each change once', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  const nine = withHours(desk, office(9, 17));
  await followPlaybookHours(nine);
  await followPlaybookHours(nine);
  expect(await versions(desk)).toBe(1);
  expect(await hoursNow(desk.store.read)).toMatchObject({ ...office(9, 17), from: 'playbook' });
  const off = { ...office(9, 17), holidays: [{ day: day('2026-12-25'), label: 'Christmas' }] };
  await followPlaybookHours(withHours(desk, off));
  expect(await versions(desk)).toBe(2);
  await followPlaybookHours(withHours(desk, always));
  expect(await versions(desk)).toBe(3);
  expect((await hoursNow(desk.store.read))?.week).toBeUndefined();
});

test('it follows its playbook into another time zone', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  await followPlaybookHours(withHours(desk, office(9, 17)));
  await followPlaybookHours({ ...withHours(desk, office(9, 17)), zone: 'Asia/Bangkok' });
  expect(await hoursNow(desk.store.read)).toMatchObject({ zone: 'Asia/Bangkok', from: 'playbook' });
});

test('hours that were given to the desk go before those of the playbook', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  await setHours(desk, office(10, 12));
  await followPlaybookHours(withHours(desk, office(9, 17)));
  expect(await hoursNow(desk.store.read)).toMatchObject({ ...office(10, 12), from: 'desk' });
  // The owner may have chosen what the playbook says as well; it stays theirs.
  await setHours(desk, office(9, 17));
  await followPlaybookHours(withHours(desk, office(8, 18)));
  expect(await hoursNow(desk.store.read)).toMatchObject(office(9, 17));
});

test('hours from before it was known whose they are stay as well', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  await desk.store.transact((tx) =>
    tx.putCalendar({ version: 1, zone: desk.zone, hours: 'null', holidays: '[]', set_at: 1 }),
  );
  await followPlaybookHours(withHours(desk, office(9, 17)));
  expect(await versions(desk)).toBe(1);
  expect(await hoursNow(desk.store.read)).toMatchObject({ from: 'desk' });
});

test('a playbook without hours writes nothing', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  await followPlaybookHours(withHours(desk, always));
  expect(await versions(desk)).toBe(0);
  expect(await desk.store.head()).toBeUndefined();
});

test('the log says whose word the hours are, and its chain holds', async () => {
  const desk = await openSampleDesk(temporaryFolder());
  await followPlaybookHours(withHours(desk, office(9, 17)));
  await setHours(desk, { ...always, holidays: [{ day: day('2026-12-25'), label: 'Christmas' }] });
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const teller = { voice, playbook: desk.playbook, before: [] };
  const told = (await desk.store.read.eventsAfter(0, 10)).map((row) => logWords(row, teller));
  expect(told).toEqual([
    'opening hours of the playbook: mon-fri 09:00-17:00, Europe/Sofia',
    'opening hours: around the clock, Europe/Sofia, 1 day off',
  ]);
  expect((await verifyRecord(desk.store, { rebuild: true })).faults).toEqual([]);
});
