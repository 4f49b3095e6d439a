import { describe, expect, test } from 'vitest';
import { act, openConversation } from '../../src/desk/act.ts';
import { answer, finish } from '../../src/desk/converse.ts';
import { setHours } from '../../src/desk/counting/opening-hours.ts';
import { editCustomer } from '../../src/desk/customers.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { takeUp, waitForCustomer } from '../../src/desk/leave.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { whyDue } from '../../src/desk/why-due.ts';
import { whyDueText } from '../../src/desk/why-due-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { ClockKind } from '../../src/rules/clock.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Hours } from '../../src/rules/playbook.ts';
import { day, type Millis, millis } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { HOUR, heardUntil, taken, withClock } from './at-the-desk.ts';

/** Monday 23 November 2026, 09:00 in Sofia. */
const MONDAY = Date.UTC(2026, 10, 23, 7);
const on = (hours: number): Millis => millis(MONDAY + hours * HOUR);

/** Nine to five with an hour off at half past twelve, Monday to Friday. */
const shop: Hours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((at) =>
    at < 5
      ? [
          [540, 750],
          [810, 1020],
        ]
      : [],
  ),
  holidays: [{ day: day('2026-11-26'), label: 'stocktaking' }],
};

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };

/** What an agent reads to a supervisor about a clock, at the desk's moment. */
async function told(desk: Desk, { state: { id } }: Conversation, kind: ClockKind = 'answer') {
  const { playbook, store } = desk;
  const now = desk.now();
  const why = (await whyDue(store.read, id, playbook, now)).find(
    ({ clock }) => clock.kind === kind,
  );
  if (why === undefined) throw new Error(`there is no ${kind} clock`);
  return whyDueText(why, { voice, playbook, now });
}

async function shopDesk(hours: Hours | undefined = shop) {
  const desk = withClock(await openSampleDesk(), on(0));
  if (hours !== undefined) await setHours(desk, hours);
  return desk;
}

/** The severity is said at whatever place of the conversation. */
const severity = async (desk: Desk, before: Conversation, value: string) =>
  taken(
    await act(desk, before, () => ({
      happenings: [{ type: 'answered', body: { question: 'severity', value } }],
    })),
  );

describe('why an answer is due (P25, P28)', () => {
  test('is told line by line: the target, the start, each day with its sum, and what is left', async () => {
    const desk = await shopDesk();
    const conversation = await startComplaint(desk);
    desk.set(on(25.5));
    expect(await told(desk, conversation)).toEqual([
      'Target: 10 h, the usual one. We aim for 8 h.',
      'Runs since Monday 23 November 2026, 09:00, when it was taken up.',
      'Mon 23 Nov 09:00-12:30, 13:30-17:00: 7 h, 7 h so far',
      'Tue 24 Nov 09:00-10:30: 1 h 30, 8 h 30 so far',
      '8 h 30 of 10 h used, 1 h 30 left: due Tuesday 24 November 2026, 12:00.',
    ]);
  });

  test('around the clock it is one line', async () => {
    const desk = await shopDesk({ holidays: [] });
    const conversation = await startComplaint(desk);
    desk.set(on(6.95));
    expect(await told(desk, conversation)).toEqual([
      'Target: 10 h, the usual one. We aim for 8 h.',
      'Runs since Monday 23 November 2026, 09:00, when it was taken up.',
      'Mon 23 Nov 09:00 to Mon 23 Nov 15:57, around the clock: 6 h 57, 6 h 57 so far',
      '6 h 57 of 10 h used, 3 h 03 left: due Monday 23 November 2026, 19:00.',
      'We aim for Monday 23 November 2026, 17:00.',
    ]);
  });

  test('names the pause and its reason, and another target with what decided it', async () => {
    const desk = await shopDesk();
    let conversation = await startComplaint(desk);
    desk.set(on(1));
    const wait = { until: on(48), reason: 'photo of the label', summary: '' };
    conversation = taken(await waitForCustomer(desk, conversation, wait));
    desk.set(on(24));
    expect(await told(desk, conversation)).toEqual([
      'Target: 10 h, the usual one. We aim for 8 h.',
      'Runs since Monday 23 November 2026, 09:00, when it was taken up.',
      'Mon 23 Nov 09:00-10:00: 1 h, 1 h so far',
      'Since Mon 23 Nov 10:00: waiting for the customer, not counted (photo of the label)',
      '1 h of 10 h used, 9 h left. Nothing is counted until they answer.',
    ]);
    conversation = taken(await takeUp(desk, conversation));
    desk.set(on(25));
    conversation = await severity(desk, conversation, 'urgent');
    desk.set(on(25.5));
    expect((await told(desk, conversation)).slice(3)).toEqual([
      'Mon 23 Nov 10:00 to Tue 24 Nov 09:00: waiting for the customer, not counted (photo of the label)',
      'Tue 24 Nov 09:00-10:00: 1 h, 2 h so far',
      'Tue 24 Nov 10:00: the target is 2 h instead of 10 h, for severity urgent',
      'Tue 24 Nov 10:00-10:30: 30 min, 2 h 30 so far',
      '2 h 30 of 2 h used, 30 min too many: it was due Tuesday 24 November 2026, 10:00.',
    ]);
  });

  test('names the rule for a key customer (P39)', async () => {
    const desk = await shopDesk();
    const conversation = await heardUntil(desk, 'customer');
    const { customer } = conversation;
    if (customer === undefined) throw new Error('Maria is the customer');
    desk.set(on(1));
    await editCustomer(desk, customer.id, { key: true });
    const again = await openConversation(desk, conversation.state.id);
    if (again === undefined) throw new Error('the complaint is there');
    expect(await told(desk, again)).toContain(
      'Mon 23 Nov 10:00: the target is 5 h instead of 10 h, by the rule for key customers',
    );
  });

  test('says from where on other opening hours count, and names a day off', async () => {
    const desk = await shopDesk();
    let conversation = await startComplaint(desk);
    desk.set(on(49));
    await setHours(desk, { ...shop, week: Array.from({ length: 7 }, () => [[600, 660]] as const) });
    conversation = taken(await answer(desk, conversation, { question: 'channel', value: 'phone' }));
    desk.set(on(98));
    expect((await told(desk, conversation)).slice(2)).toEqual([
      'Mon 23 Nov 09:00-12:30, 13:30-17:00: 7 h, 7 h so far',
      'Tue 24 Nov 09:00-12:30, 13:30-17:00: 7 h, 14 h so far',
      'Wed 25 Nov 09:00-10:00: 1 h, 15 h so far',
      'Wed 25 Nov 10:00: other opening hours from here on; what was counted stays',
      'Wed 25 Nov 10:00-11:00: 1 h, 16 h so far',
      'Thu 26 Nov: stocktaking, other hours than usual',
      'Fri 27 Nov 10:00-11:00: 1 h, 17 h so far',
      '17 h of 10 h used, 7 h too many: it was due Tuesday 24 November 2026, 12:00.',
    ]);
  });

  test('sums a long time up by weeks, and says when nothing counted at all', async () => {
    const desk = await shopDesk();
    const saturday = on(5 * 24 + 1);
    desk.set(saturday);
    const conversation = await startComplaint(desk);
    desk.set(on(6 * 24));
    expect(await told(desk, conversation)).toContain(
      'Sat 28 Nov 10:00 to Sun 29 Nov 09:00: closed, nothing counted',
    );
    desk.set(on(28 * 24 + 1));
    expect(await told(desk, conversation)).toEqual([
      'Target: 10 h, the usual one. We aim for 8 h.',
      'Runs since Saturday 28 November 2026, 10:00, when it was taken up.',
      'Mon 30 Nov 09:00-12:30, 13:30-17:00: 7 h, 7 h so far',
      'Tue 1 Dec 09:00-12:30, 13:30-17:00: 7 h, 14 h so far',
      'Wed 2 Dec 09:00-12:30, 13:30-17:00: 7 h, 21 h so far',
      'Thu 3 Dec 09:00-12:30, 13:30-17:00: 7 h, 28 h so far',
      'Fri 4 Dec 09:00-12:30, 13:30-17:00: 7 h, 35 h so far',
      'Mon 7 Dec to Fri 11 Dec: 35 h, 70 h so far',
      'Mon 14 Dec to Fri 18 Dec: 35 h, 105 h so far',
      'Mon 21 Dec 09:00-10:00: 1 h, 106 h so far',
      '106 h of 10 h used, 96 h too many: it was due Tuesday 1 December 2026, 12:00.',
    ]);
  });

  test('says of a clock that has stopped what stopped it, and how it came out', async () => {
    const desk = await shopDesk();
    let conversation = await heardUntil(desk, 'thanked');
    desk.set(on(2));
    conversation = taken(await finish(desk, conversation));
    desk.set(on(500));
    expect(await told(desk, conversation)).toEqual([
      'Target: 10 h, the usual one. We aim for 8 h.',
      'Runs since Monday 23 November 2026, 09:00, when it was taken up.',
      'Mon 23 Nov 09:00: the target is 4 h instead of 10 h, for severity high',
      'Mon 23 Nov 09:00-11:00: 2 h, 2 h so far',
      'Mon 23 Nov 11:00: stopped, because the conversation ended',
      '2 h of 4 h used: met, with 2 h to spare.',
    ]);
    expect((await told(desk, conversation, 'followup')).slice(0, 2)).toEqual([
      'Target: the date that was agreed, 34 h on.',
      'Runs since Monday 23 November 2026, 11:00, when the conversation ended.',
    ]);
    expect(await told(desk, conversation, 'acknowledge')).toContain(
      'Mon 23 Nov 09:00: stopped, because the customer knows that they are heard',
    );
  });

  test('counts since it reached us, and knows who was too late in taking it up', async () => {
    const desk = await shopDesk();
    desk.set(on(3));
    let conversation = await startComplaint(desk, on(0));
    desk.set(on(3.5));
    conversation = taken(await answer(desk, conversation, { question: 'channel', value: 'email' }));
    expect(await told(desk, conversation, 'pickup')).toEqual([
      'Target: 2 h, by the rule for email, web form, social media, letter. We aim for 1 h 36.',
      'Runs since Monday 23 November 2026, 09:00, when it reached us.',
      'Mon 23 Nov 09:00-12:00: 3 h, 3 h so far',
      'Mon 23 Nov 12:00: stopped, because somebody took it up',
      '3 h of 2 h used: missed by 1 h.',
    ]);
  });

  test('adds up as it is said, minute by minute', async () => {
    const desk = await shopDesk();
    desk.set(millis(on(0) + 30_000));
    let conversation = await startComplaint(desk);
    for (const [at, value] of [
      [1, 'high'],
      [2, 'urgent'],
      [3, 'normal'],
    ] as const) {
      desk.set(millis(on(at) + at * 19_000));
      conversation = await severity(desk, conversation, value);
    }
    desk.set(on(29));
    const lines = await told(desk, conversation);
    let sum = 0;
    for (const line of lines) {
      const [, counted = '', soFar = ''] = /: ([^:]+), ([^:]+) so far$/.exec(line) ?? [];
      if (soFar === '') continue;
      sum += minutesOf(counted);
      expect(minutesOf(soFar)).toBe(sum);
    }
    expect(lines.at(-1)).toContain('of 10 h used');
    expect(sum).toBeGreaterThan(600);
  });
});

/** @returns 90 for "1 h 30". */
function minutesOf(text: string): number {
  const [, hours = '0', minutes = '0'] = /^(?:(\d+) h)? ?(?:(\d+)(?: min)?)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
