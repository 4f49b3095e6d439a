import { expect, test } from 'vitest';
import { answer, finish } from '../../src/desk/converse.ts';
import { recountClocks, setHours } from '../../src/desk/counting/opening-hours.ts';
import { countingOf } from '../../src/desk/counting.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { keptCounting } from '../../src/desk/kept-counting.ts';
import { waitForCustomer } from '../../src/desk/leave.ts';
import { eventOf } from '../../src/desk/rows.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Clock } from '../../src/rules/clock.ts';
import { fold } from '../../src/rules/fold.ts';
import type { Hours } from '../../src/rules/playbook.ts';
import { day, type Millis, millis } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { runCommand } from '../support/run-command.ts';
import { HOUR, heardUntil, secondDesk, taken, withClock } from './at-the-desk.ts';

/** Monday 23 November 2026, 09:00 in Sofia. */
const MONDAY = Date.UTC(2026, 10, 23, 7);
const on = (hours: number): Millis => millis(MONDAY + hours * HOUR);

const weekdays = (from: number, to: number): Hours => ({
  week: [0, 1, 2, 3, 4, 5, 6].map((at) => (at < 5 ? [[from * 60, to * 60]] : [])),
  holidays: [],
});

/** The answer's clock as the tables hold it, which has to be as the log tells it. */
async function answerClock(desk: Desk, id: number): Promise<Clock> {
  const state = await stateOf(desk, id);
  const clock = state.clocks.find(({ kind }) => kind === 'answer');
  const row = (await desk.store.read.clocksOf(id)).find(({ kind }) => kind === 'answer');
  if (clock === undefined || row === undefined) throw new Error('there is an answer to give');
  expect(row).toMatchObject({ due: clock.due, counted: clock.counted, since: clock.since ?? null });
  return clock;
}

async function stateOf(desk: Desk, id: number) {
  const state = fold((await desk.store.read.eventsOf(id)).flatMap((row) => eventOf(row) ?? []));
  if (state === undefined) throw new Error('there is such a complaint');
  return state;
}

async function recounted(desk: Desk): Promise<readonly number[]> {
  const ids: number[] = [];
  for await (const id of recountClocks(desk)) ids.push(id);
  return ids;
}

test('a desk without opening hours counts around the clock', async () => {
  const { store } = await openSampleDesk();
  const counting = await countingOf(store.read);
  expect(counting.version).toBe(0);
  expect(counting.after(on(0), 100 * HOUR)).toBe(on(100));
  expect(counting.between(0, on(0), on(100))).toBe(100 * HOUR);
});

test('it loads nothing about time zones for that, and does for opening hours', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { countingOf } = await import('./src/desk/counting.ts');
    const hours = JSON.stringify([[[540, 1020]], [], [], [], [], [], []]);
    const row = { version: 1, zone: 'Europe/Sofia', hours, holidays: '[]', set_at: 0 };
    const temporal = () => loaded.some((url) => url.includes('temporal'));
    await countingOf({ calendars: async () => [] });
    await countingOf({ calendars: async () => [{ ...row, hours: 'null' }] });
    const before = temporal();
    await countingOf({ calendars: async () => [row] });
    console.log(before, temporal());
  `;
  const ran = await runCommand([process.execPath, '--input-type=module', '--eval', script]);
  expect(ran).toMatchObject({ stdout: 'false true\n', code: 0 });
});

test('with opening hours, an answer is due within them: ten hours from Monday at nine end on Tuesday', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  expect(await setHours(desk, weekdays(9, 17))).toEqual({ ok: true, version: 1 });
  const { state } = await startComplaint(desk);
  expect(await answerClock(desk, state.id)).toMatchObject({ calendar: 1, due: on(26) });
});

test('the hours of a place are those of its clock, whatever the season', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  await setHours(desk, weekdays(9, 17));
  const counting = await countingOf(desk.store.read);
  const summer = millis(Date.UTC(2027, 6, 5));
  const winter = millis(Date.UTC(2026, 10, 23));
  expect(new Date(counting.after(summer, 1)).toISOString()).toBe('2027-07-05T06:00:00.001Z');
  expect(new Date(counting.after(winter, 1)).toISOString()).toBe('2026-11-23T07:00:00.001Z');
});

test('the same hours once more are no newer ones, and none at all are none', async () => {
  const desk = await openSampleDesk();
  expect(await setHours(desk, { holidays: [] })).toEqual({ ok: true, version: 0 });
  expect(await setHours(desk, weekdays(9, 17))).toEqual({ ok: true, version: 1 });
  expect(await setHours(desk, weekdays(9, 17))).toEqual({ ok: true, version: 1 });
  expect(await setHours(desk, weekdays(9, 17), 'Europe/Athens')).toEqual({ ok: true, version: 2 });
  const closed = { ...weekdays(9, 17), holidays: [{ day: day('2026-12-25'), label: 'Christmas' }] };
  expect(await setHours(desk, closed)).toEqual({ ok: true, version: 3 });
  expect(await setHours(desk, { holidays: [] })).toEqual({ ok: true, version: 4 });
  const versions = (await desk.store.read.calendars()).map(({ version }) => version);
  expect(versions).toEqual([1, 2, 3, 4]);
});

test('hours that never open, or in a place that is nowhere, are refused and not written', async () => {
  const desk = await openSampleDesk();
  const never = { week: [[], [], [], [], [], [], []], holidays: [] };
  expect(await setHours(desk, never)).toMatchObject({ refusals: [{ code: 'hours_never_open' }] });
  expect(await setHours(desk, weekdays(9, 17), 'Europe/Sofa')).toMatchObject({
    refusals: [{ code: 'unknown_zone', facts: { zone: 'Europe/Sofa' } }],
  });
  expect(await desk.store.read.calendars()).toEqual([]);
});

test('newer hours reach every clock that runs: what was counted stays, the rest runs by them', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  await setHours(desk, weekdays(9, 17));
  const running = await startComplaint(desk);
  const waiting = await startComplaint(desk);
  const finished = await heardUntil(desk, 'thanked');
  await finish(desk, finished);
  desk.set(on(2));
  const wait = { until: on(200), reason: 'photo of the label', summary: '' };
  taken(await waitForCustomer(desk, waiting, wait));
  desk.set(on(4));
  await setHours(desk, weekdays(12, 20));
  expect(await answerClock(desk, running.state.id)).toMatchObject({ calendar: 1 });
  expect(await recounted(desk)).toEqual(
    expect.arrayContaining([running.state.id, waiting.state.id]),
  );
  // Monday until one o'clock by the old hours, and six hours more by the new: seven in the evening.
  expect(await answerClock(desk, running.state.id)).toMatchObject({
    calendar: 2,
    counted: 4 * HOUR,
    since: on(4),
    due: on(10),
  });
  expect(await answerClock(desk, waiting.state.id)).toMatchObject({
    calendar: 2,
    counted: 2 * HOUR,
  });
  expect(await answerClock(desk, finished.state.id)).toMatchObject({ calendar: 1 });
  expect(await recounted(desk)).toEqual([]);
});

test('a recount that was stopped half way goes on where it is called again', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  const ids: number[] = [];
  for (let many = 0; many < 5; many++) ids.push((await startComplaint(desk)).state.id);
  await setHours(desk, weekdays(9, 17));
  const first: number[] = [];
  for await (const id of recountClocks(desk)) {
    first.push(id);
    if (first.length === 2) break;
  }
  expect(first).toEqual(ids.slice(0, 2));
  expect(await recounted(desk)).toEqual(ids.slice(2));
});

test('a recount leaves what somebody has typed where it is', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  const { state } = await startComplaint(desk);
  const place = {
    complaint_id: state.id,
    question: 'words',
    draft: 'The ket',
    agent: 'Sam',
    at: on(0),
  };
  await desk.store.transact((tx) => tx.setPlace(place));
  await setHours(desk, weekdays(9, 17));
  expect(await recounted(desk)).toEqual([state.id]);
  expect(await desk.store.read.place(state.id)).toEqual(place);
});

test('another window counts by the newer hours as soon as something happens there', async () => {
  const desk = withClock(await openSampleDesk(), on(0));
  const other = { ...withClock(await secondDesk(desk), on(1)), counting: keptCounting() };
  const conversation = await startComplaint(other);
  await setHours(desk, weekdays(9, 17));
  taken(await answer(other, conversation, { question: 'channel', value: 'phone' }));
  expect(await answerClock(desk, conversation.state.id)).toMatchObject({ calendar: 1 });
});
