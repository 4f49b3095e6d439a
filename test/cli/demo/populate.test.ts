import { expect, test } from 'vitest';
import { populate } from '../../../src/cli/demo/populate.ts';
import { todayOf } from '../../../src/desk/today.ts';
import { verifyRecord } from '../../../src/desk/verify-record.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { createSpokenTime } from '../../../src/language/spoken-time.ts';
import { millis } from '../../../src/rules/values.ts';
import { openSampleDesk } from '../../support/sample-record.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const words = createMessages('en');

/** Moments at which calendars do odd things, in Sofia. */
const moments = [
  ['an ordinary Wednesday', '2026-11-18T10:00:00Z'],
  ['the night of a Sunday', '2026-11-22T01:30:00Z'],
  ['the hour in which clocks go forward', '2027-03-28T01:00:00Z'],
  ['the hour in which clocks go back', '2026-10-25T00:30:00Z'],
  ['the last minute of a year', '2026-12-31T21:59:00Z'],
] as const;

test.each(moments)('the samples lead up to any moment: %s', async (_which, moment) => {
  const empty = await openSampleDesk(temporaryFolder());
  const now = millis(Date.parse(moment));
  const voice = { words, spoken: createSpokenTime(words, empty.zone) };
  const count = await populate(empty, voice, now);
  const desk = { ...empty, now: () => now };
  const page = await todayOf(desk);
  for (const part of ['late', 'dueNext', 'waiting', 'notFinished', 'asked'] as const) {
    expect(page[part], part).not.toHaveLength(0);
  }
  const verified = await verifyRecord(desk.store, { rebuild: true });
  expect(verified.faults).toEqual([]);
  expect(await desk.store.read.setting('business')).toContain('sample data');
  const newest = (await desk.store.read.eventsAfter(0, 10_000)).at(-1);
  expect(newest?.at).toBeLessThanOrEqual(now);
  expect(count).toBeGreaterThanOrEqual(30);
});

test('the same moment makes the same desk', async () => {
  const now = millis(Date.parse('2026-11-18T10:00:00Z'));
  const made = async () => {
    const desk = await openSampleDesk(temporaryFolder());
    await populate(desk, { words, spoken: createSpokenTime(words, desk.zone) }, now);
    const events = await desk.store.read.eventsAfter(0, 10_000);
    return events.map(({ at, agent, type, body }) => ({ at, agent, type, body }));
  };
  expect(await made()).toEqual(await made());
});
