import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsedTime } from '../../src/rules/business-time/counting.ts';
import type { Clock } from '../../src/rules/clock.ts';
import { clocksOfOldEvent, countedBy, targetsFor, warningOf } from '../../src/rules/clocks.ts';
import type { Happening } from '../../src/rules/events.ts';
import { agentName, complaintId, currency, minor } from '../../src/rules/values.ts';
import {
  countingOver,
  HOUR,
  hoursOn,
  nineToFive,
  noonToEight,
  targets,
  type Watched,
  watch,
} from './clock-life.ts';
import { logOf, opened, said } from './sample-complaint.ts';

const waits: Happening = {
  type: 'waiting',
  body: { until: hoursOn(100), reason: 'photo of the label', summary: '' },
};
const goesOn: Happening = { type: 'taken_up', body: {} };
const finishes: Happening = { type: 'finished', body: {} };
const reclocked: Happening = { type: 'reclocked', body: { because: 'calendar' } };
const note: Happening = { type: 'noted', body: { text: 'a note' } };
const resolves: Happening = { type: 'resolved', body: { text: 'a new kettle', accepted: true } };
const reopens: Happening = {
  type: 'reopened',
  body: { reason: 'broken again', to: agentName('Sam') },
};
const merges: Happening = { type: 'merged', body: { into: complaintId(1041), reason: 'the same' } };

/** What of it ran between two hours has to be told by the clock that is looked at. */
const counted = (clock: Clock, hours: number, counting = elapsedTime): number =>
  countedBy(clock, hoursOn(hours), counting) / HOUR;

describe('the clocks of a complaint (P25, P40)', () => {
  test('run from the first hello: ten hours for the answer, and eight are aimed at', () => {
    const { clock } = watch(elapsedTime);
    expect(clock('answer')).toEqual({
      kind: 'answer',
      started: hoursOn(0),
      target: 10 * HOUR,
      aimTarget: 8 * HOUR,
      calendar: 0,
      counted: 0,
      since: hoursOn(0),
      aim: hoursOn(8),
      due: hoursOn(10),
    });
    expect(clock('acknowledge').due).toBe(hoursOn(4));
    expect(clock('resolve').due).toBe(hoursOn(40));
  });

  test('run since it reached us, when that was before somebody took it up', () => {
    const email = watch(elapsedTime, {}, { received: hoursOn(-3) });
    expect(email.clock('answer').due).toBe(hoursOn(7));
    expect(email.clock('pickup')).toMatchObject({ counted: 3 * HOUR, stoppedAt: hoursOn(0) });
    expect(watch(elapsedTime).clock('pickup')).toMatchObject({ counted: 0, stoppedAt: hoursOn(0) });
  });

  test('a message may lie there longer than a phone rings, and the channel is known only later', () => {
    const rules = [{ when: { channel: ['email'] }, pickUpHours: 5 }];
    const received = { received: hoursOn(-3) };
    const taken = watch(elapsedTime, { targets: { ...targets, rules } }, received);
    expect(taken.clock('pickup')).toMatchObject({ target: HOUR, due: hoursOn(-2) });
    const email = taken.next(1, said('channel', 'email'));
    expect(email.clock('pickup')).toMatchObject({
      target: 5 * HOUR,
      due: hoursOn(2),
      counted: 3 * HOUR,
      stoppedAt: hoursOn(0),
    });
  });

  test('nobody judges a pick-up anew once the conversation has ended', () => {
    const rules = [{ when: { channel: ['email'] }, pickUpHours: 5 }];
    const ended = watch(elapsedTime, { targets: { ...targets, rules } }).next(1, finishes);
    expect(ended.next(2, said('channel', 'email')).clock('pickup').target).toBe(HOUR);
  });

  test('are those that the playbook has a target for', () => {
    const { answerHours, aimHours, followUpHours, answerHoursBySeverity, rules } = targets;
    const few = { answerHours, aimHours, followUpHours, answerHoursBySeverity, rules };
    const { state } = watch(elapsedTime, { targets: few });
    expect(state.clocks.map(({ kind }) => kind)).toEqual(['answer']);
  });

  test('count opening hours: taken at four, ten hours on is Wednesday at ten', () => {
    const { clock } = watch(countingOver(nineToFive), {}, { opened: 7 });
    expect(clock('answer')).toMatchObject({ calendar: 1, due: hoursOn(2 * 24 + 1) });
  });

  test.each<[string, Happening]>([
    ['the main points are confirmed (P4)', said('confirmed', true)],
    ['an apology is given (P13)', said('apology', 'I am sorry that it arrived broken.')],
    ['offers are put (P19)', { type: 'offered', body: { offers: [{ remedy: 'repair' }] } }],
    ['the conversation ends', finishes],
  ])('the customer knows that they were heard once %s', (_what, happening) => {
    const heard = watch(elapsedTime).next(1, said('words', 'It broke.')).next(2, happening);
    expect(heard.clock('acknowledge')).toMatchObject({ stoppedAt: hoursOn(2), counted: 2 * HOUR });
    // What is said after that does not unsay it.
    const later = heard.next(3, said('restated', 'The kettle, not the lid.'));
    expect(later.clock('acknowledge').stoppedAt).toBe(hoursOn(2));
  });

  test('the answer is given with the end of the conversation, and resolved is another matter (P26)', () => {
    const finished = watch(elapsedTime).next(3, finishes);
    expect(finished.clock('answer')).toMatchObject({ stoppedAt: hoursOn(3), counted: 3 * HOUR });
    expect(finished.clock('answer')).not.toHaveProperty('since');
    expect(finished.clock('resolve').since).toBe(hoursOn(0));
    const resolved = finished.next(30, resolves);
    expect(resolved.clock('resolve')).toMatchObject({ stoppedAt: hoursOn(30), counted: 30 * HOUR });
  });

  test('an event that concerns no clock leaves each as it is', () => {
    const before = watch(elapsedTime);
    expect(before.next(1, note).state.clocks).toBe(before.state.clocks);
  });
});

describe('while we wait for the customer', () => {
  const waiting = watch(elapsedTime).next(2, waits);

  test('the clocks that wait for us are paused', () => {
    expect(waiting.clock('answer')).toMatchObject({ counted: 2 * HOUR, due: hoursOn(10) });
    for (const kind of ['acknowledge', 'answer', 'resolve'] as const) {
      expect(waiting.clock(kind)).not.toHaveProperty('since');
    }
  });

  test('they go on with what was left', () => {
    const on = waiting.next(50, goesOn);
    expect(on.clock('answer')).toMatchObject({
      counted: 2 * HOUR,
      since: hoursOn(50),
      aim: hoursOn(56),
      due: hoursOn(58),
    });
  });

  test('a shorter target than what was counted was due before the pause', () => {
    const urgent = watch(elapsedTime)
      .next(5, waits)
      .next(6, said('severity', 'urgent'))
      .next(20, goesOn);
    expect(urgent.clock('answer')).toMatchObject({ target: 2 * HOUR, counted: 5 * HOUR });
    expect(urgent.clock('answer').due).toBeLessThanOrEqual(hoursOn(6));
  });
});

describe('other targets for the same complaint', () => {
  test('an urgent one has less time, the aim keeps its share, and what was counted counts', () => {
    const urgent = watch(elapsedTime).next(1, said('severity', 'urgent'));
    expect(urgent.clock('answer')).toMatchObject({
      target: 2 * HOUR,
      aimTarget: 1.6 * HOUR,
      since: hoursOn(0),
      aim: hoursOn(1.6),
      due: hoursOn(2),
    });
    expect(urgent.clock('resolve').target).toBe(40 * HOUR);
    expect(urgent.next(1.5, said('severity', 'normal')).clock('answer').due).toBe(hoursOn(10));
  });

  test('a key customer has less time as soon as it is known who they are (P39)', () => {
    const rules = [{ when: { keyCustomer: true }, answerHours: 5, resolveHours: 20 }];
    const key = watch(elapsedTime, { targets: { ...targets, rules } });
    expect(key.clock('answer').due).toBe(hoursOn(10));
    const known = key.next(
      1,
      { type: 'reclocked', body: { because: 'key_customer' } },
      { keyCustomer: true },
    );
    expect(known.clock('answer').due).toBe(hoursOn(5));
    expect(known.clock('resolve').due).toBe(hoursOn(20));
  });

  test('a clock that only some complaints have starts late, and counts from the beginning all the same', () => {
    const { resolveHours: _, ...rest } = targets;
    const rules = [{ when: { severity: ['urgent'] }, resolveHours: 20 }];
    const taken = watch(elapsedTime, { targets: { ...rest, rules } })
      .next(1, waits)
      .next(5, goesOn);
    expect(taken.has('resolve')).toBe(false);
    const urgent = taken.next(6, said('severity', 'urgent'));
    expect(counted(urgent.clock('resolve'), 6)).toBe(2);
    expect(urgent.clock('resolve')).toMatchObject({ started: hoursOn(0), due: hoursOn(24) });
  });

  test('a clock that has stopped keeps the target it had', () => {
    const urgent = watch(elapsedTime).next(1, finishes).next(2, said('severity', 'urgent'));
    expect(urgent.clock('answer').target).toBe(10 * HOUR);
  });
});

describe('which target holds', () => {
  const of = (facts: Partial<Parameters<typeof targetsFor>[1]>, rules = targets.rules) =>
    targetsFor({ ...targets, rules }, { keyCustomer: false, ...facts });

  test('the usual one, where nothing is said of such a complaint', () => {
    expect(of({ severity: 'normal' }).answer).toEqual({
      span: 10 * HOUR,
      aim: 8 * HOUR,
      because: { by: 'usual' },
    });
  });

  test('the severity has one of its own for the answer, and only for that', () => {
    expect(of({ severity: 'urgent' }).answer).toMatchObject({
      span: 2 * HOUR,
      because: { by: 'severity', severity: 'urgent' },
    });
    expect(of({ severity: 'urgent' }).resolve?.because).toEqual({ by: 'usual' });
  });

  test('of several rules that fit, the shortest, and it is said which', () => {
    const letter = { when: { channel: ['letter'] }, answerHours: 40 };
    const key = { when: { keyCustomer: true }, answerHours: 5 };
    const both = { when: { channel: ['letter'], keyCustomer: true }, answerHours: 20 };
    const rules = [letter, key, both];
    expect(of({ channel: 'letter' }, rules).answer).toMatchObject({
      span: 40 * HOUR,
      because: { by: 'rule', rule: letter },
    });
    expect(of({ channel: 'letter', keyCustomer: true }, rules).answer?.because).toEqual({
      by: 'rule',
      rule: key,
    });
    expect(of({ channel: 'phone' }, rules).answer?.because).toEqual({ by: 'usual' });
    expect(of({ severity: 'urgent', channel: 'letter' }, rules).answer?.span).toBe(2 * HOUR);
  });

  test('whatever the targets, spans are whole milliseconds and the aim is not the longer', () => {
    const hours = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(hours, hours, hours, (answerHours, aimHours, own) => {
        const some = { ...targets, answerHours, aimHours, answerHoursBySeverity: { own } };
        for (const { span, aim } of Object.values(
          targetsFor(some, { severity: 'own', keyCustomer: false }),
        )) {
          expect(Number.isInteger(span) && Number.isInteger(aim)).toBe(true);
          expect(aim).toBeLessThanOrEqual(span);
        }
      }),
    );
  });
});

describe('other opening hours', () => {
  const old = countingOver(nineToFive);
  const both = countingOver(nineToFive, noonToEight);

  test('what the old ones counted is kept, and the rest runs by the new', () => {
    const taken = watch(old).next(4, reclocked, { counting: both });
    expect(taken.clock('answer')).toMatchObject({
      calendar: 2,
      counted: 4 * HOUR,
      since: hoursOn(4),
    });
    // Six hours left: on Monday till five, and by the new hours till eight: 13:00 to 19:00.
    expect(taken.clock('answer').due).toBe(hoursOn(10));
  });

  test('any event will do to count by them', () => {
    expect(watch(old).next(4, note, { counting: both }).clock('answer').calendar).toBe(2);
  });

  test('a clock that is paused counts by them when it goes on', () => {
    const paused = watch(old).next(4, waits).next(5, reclocked, { counting: both });
    expect(paused.clock('answer')).toMatchObject({ calendar: 2, counted: 4 * HOUR });
    expect(paused.clock('answer')).not.toHaveProperty('since');
    const on = paused.next(24, goesOn);
    expect(on.clock('answer').due).toBe(hoursOn(24 + 9));
  });

  test('what was late before stays late since then', () => {
    const late = watch(old).next(30, reclocked, { counting: both });
    expect(late.clock('answer').due).toBe(hoursOn(26));
  });
});

describe('the follow-up (P33)', () => {
  const asked = watch(countingOver(nineToFive)).next(1, said('followup', hoursOn(40)));
  const finished = asked.next(2, finishes);

  test('has its date, whatever the opening hours', () => {
    expect(asked.has('followup')).toBe(false);
    expect(finished.clock('followup')).toMatchObject({
      started: hoursOn(2),
      target: 38 * HOUR,
      calendar: 0,
      due: hoursOn(40),
    });
  });

  const reached = (outcome: 'reached' | 'moved', at?: number): Happening => ({
    type: 'contacted',
    body: {
      contact: finished.state.contacts.at(-1)?.n ?? 0,
      outcome,
      note: '',
      ...(at === undefined ? {} : { at: hoursOn(at) }),
    },
  });

  test('is done once they were reached', () => {
    const done = finished.next(39, reached('reached'));
    expect(done.clock('followup')).toMatchObject({ stoppedAt: hoursOn(39), counted: 37 * HOUR });
  });

  test('has a new date when it is moved', () => {
    const moved = finished.next(39, reached('moved', 50));
    expect(moved.clock('followup')).toMatchObject({ started: hoursOn(2), due: hoursOn(50) });
    expect(moved.clock('followup')).not.toHaveProperty('stoppedAt');
  });

  test('goes on while the complaint waits, and is counted by no other hours', () => {
    const waiting = finished.next(3, waits).next(4, reclocked, {
      counting: countingOver(nineToFive, noonToEight),
    });
    expect(waiting.clock('followup')).toEqual(finished.clock('followup'));
  });
});

describe('the end of a complaint, and after it', () => {
  test('opened again, it is owed an answer and a resolution anew', () => {
    const again = watch(elapsedTime).next(1, finishes).next(5, resolves).next(100, reopens);
    for (const [kind, hours] of [
      ['answer', 10],
      ['resolve', 40],
    ] as const) {
      expect(again.clock(kind)).toMatchObject({
        started: hoursOn(100),
        since: hoursOn(100),
        counted: 0,
        due: hoursOn(100 + hours),
      });
      expect(again.clock(kind)).not.toHaveProperty('stoppedAt');
    }
    expect(again.clock('acknowledge').stoppedAt).toBe(hoursOn(1));
    expect(again.next(103, finishes).clock('answer').stoppedAt).toBe(hoursOn(103));
  });

  test('no clock begins at a moment that nobody remembers', () => {
    const { acknowledgeHours: _, ...rest } = targets;
    const rules = [{ when: { severity: ['urgent'] }, acknowledgeHours: 1 }];
    const again = watch(elapsedTime, { targets: { ...rest, rules } })
      .next(1, resolves)
      .next(100, reopens)
      .next(101, said('severity', 'urgent'));
    expect(again.has('acknowledge')).toBe(false);
    expect(again.clock('answer').target).toBe(2 * HOUR);
  });

  test('merged into another, all its clocks stop', () => {
    const merged = watch(elapsedTime)
      .next(1, said('followup', hoursOn(40)))
      .next(2, finishes)
      .next(3, merges);
    expect(merged.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    expect(merged.clock('resolve').stoppedAt).toBe(hoursOn(3));
  });
});

describe('how pressing it is (P25, P28)', () => {
  const { clock } = watch(elapsedTime);
  const level = (hours: number, of: Watched = watch(elapsedTime), counting = elapsedTime) =>
    warningOf(of.clock('answer'), hoursOn(hours), counting);

  test('half, three quarters, nine tenths, late', () => {
    expect([0, 4.99, 5, 7.49, 7.5, 8.99, 9, 10, 10.01].map((hours) => level(hours))).toEqual([
      undefined,
      undefined,
      'half',
      'half',
      'three_quarters',
      'three_quarters',
      'nine_tenths',
      'nine_tenths',
      'late',
    ]);
    expect(clock('answer').since).toBeDefined();
  });

  test('the night uses nothing up', () => {
    const counting = countingOver(nineToFive);
    const taken = watch(counting, {}, { opened: 4 });
    expect(level(9, taken, counting)).toBeUndefined();
    expect(level(24 + 1, taken, counting)).toBe('half');
  });

  test('nothing is pressing while it is paused, or once it is done', () => {
    expect(level(9, watch(elapsedTime).next(6, waits))).toBeUndefined();
    expect(level(99, watch(elapsedTime).next(6, finishes))).toBeUndefined();
  });
});

describe('whatever happens to a complaint', () => {
  const versions = [nineToFive, noonToEight, nineToFive];
  const happening = fc.constantFrom('wait', 'go on', 'urgent', 'normal', 'key', 'hours', 'note');
  const story = fc.array(fc.tuple(fc.double({ min: 0, max: 30, noNaN: true }), happening), {
    maxLength: 12,
  });

  test('no time is lost or invented by pauses, other targets, or other hours', () => {
    const rules = [{ when: { keyCustomer: true }, answerHours: 4, resolveHours: 15 }];
    fc.assert(
      fc.property(story, (steps) => {
        let version = 1;
        let counting = countingOver(...versions.slice(0, version));
        let complaint = watch(counting, { targets: { ...targets, rules } });
        let hours = 0;
        let sum = 0;
        let runs = true;
        for (const [later, what] of steps) {
          const from = hours;
          hours = Math.round((hours + later) * 60) / 60;
          if (runs) sum += counting.between(version, hoursOn(from), hoursOn(hours));
          if (what === 'hours' && version < versions.length) version += 1;
          counting = countingOver(...versions.slice(0, version));
          if (what === 'wait') runs = false;
          if (what === 'go on') runs = true;
          const happenings: Record<string, Happening> = {
            wait: waits,
            'go on': goesOn,
            urgent: said('severity', 'urgent'),
            normal: said('severity', 'normal'),
          };
          const change = what === 'key' ? { counting, keyCustomer: true } : { counting };
          complaint = complaint.next(hours, happenings[what] ?? reclocked, change);
          for (const kind of ['answer', 'resolve'] as const) {
            const clock = complaint.clock(kind);
            expect(countedBy(clock, hoursOn(hours), counting)).toBe(sum);
            const left = clock.target - sum;
            if (runs && left > 0) expect(clock.due).toBe(counting.after(hoursOn(hours), left));
            if (runs && left < 0) expect(clock.due).toBeLessThanOrEqual(hoursOn(hours));
            expect(clock.aim).toBeLessThanOrEqual(clock.due);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a log from before there were clocks', () => {
  const [first, urgent, last] = logOf([
    opened,
    {
      type: 'answered',
      body: { question: 'severity', value: 'urgent', aim: hoursOn(1), due: hoursOn(2) },
    },
    finishes,
  ]);
  if (first === undefined || urgent === undefined || last === undefined) throw new Error('three');
  const start = first.at;
  const told = (before: readonly Clock[], ...events: readonly (typeof first)[]) =>
    events.reduce<readonly Clock[]>((clocks, event) => {
      const changed = clocksOfOldEvent(clocks, event);
      return changed.length === 0 ? clocks : changed;
    }, before);

  test('had one: for the answer, around the clock', () => {
    expect(told([], first)).toEqual([
      {
        kind: 'answer',
        started: start,
        target: 10 * HOUR,
        aimTarget: 8 * HOUR,
        calendar: 0,
        counted: 0,
        since: start,
        aim: start + 8 * HOUR,
        due: start + 10 * HOUR,
      },
    ]);
  });

  test('it had another target with another severity, and stopped with the conversation', () => {
    const [clock] = told([], first, urgent, last);
    expect(clock).toMatchObject({
      target: hoursOn(2) - start,
      aimTarget: hoursOn(1) - start,
      counted: last.at - start,
      stoppedAt: last.at,
    });
    expect(clock).not.toHaveProperty('since');
    expect(told(clock === undefined ? [] : [clock], urgent, last)).toEqual([clock]);
  });

  test('nothing else concerned it', () => {
    const [clock] = clocksOfOldEvent([], first);
    const offers = [{ remedy: 'refund', amount: minor(100), currency: currency('EUR') }];
    const others = logOf([
      opened,
      said('words', 'It broke.'),
      { type: 'offered', body: { offers } },
      waits,
    ]);
    for (const event of others.slice(1)) {
      expect(clocksOfOldEvent(clock === undefined ? [] : [clock], event)).toEqual([]);
    }
  });
});
