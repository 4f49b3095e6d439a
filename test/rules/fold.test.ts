import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening } from '../../src/rules/events.ts';
import { apply, fold } from '../../src/rules/fold.ts';
import { openOffers } from '../../src/rules/offers.ts';
import { openPromises } from '../../src/rules/promises.ts';
import { redoTarget, undoTarget } from '../../src/rules/undo.ts';
import { agentName, complaintId, customerId, minor } from '../../src/rules/values.ts';
import {
  HELLO,
  hoursLater,
  logOf,
  named,
  offered,
  opened,
  promised,
  said,
  stateAfter,
  wholeConversation,
} from './sample-complaint.ts';

const withdrawn = (promise: number): Happening => ({
  type: 'promise_withdrawn',
  body: { promise },
});
const passed = (question: string): Happening => ({ type: 'customer_passed', body: { question } });
const somebody = (customer: number): Happening => ({
  type: 'customer_identified',
  body: { customer: customerId(customer) },
});
const escalated: Happening = { type: 'escalated', body: { reason: 'above my line', summary: '' } };
const takenUp: Happening = { type: 'taken_up', body: {} };
const finished: Happening = { type: 'finished', body: {} };
const callback: Happening = {
  type: 'callback_set',
  body: { at: hoursLater(3), reach: '0888', reason: 'she is driving', summary: '' },
};
const waiting: Happening = {
  type: 'waiting',
  body: { until: hoursLater(24), reason: 'a photo', summary: '' },
};

describe('the opening', () => {
  test('belongs to whoever picked up, from the first hello', () => {
    expect(stateAfter()).toEqual({
      id: complaintId(1042),
      revision: 1,
      stage: 'open',
      openedAt: HELLO,
      openedBy: 'Sam',
      owner: 'Sam',
      answers: {},
      passed: [],
      offers: [],
      promises: [],
      contacts: [],
      approvals: [],
      // As older logs have it, which know of no clock but the answer's.
      clocks: [
        {
          kind: 'answer',
          started: HELLO,
          target: 10 * 3_600_000,
          aimTarget: 8 * 3_600_000,
          calendar: 0,
          counted: 0,
          since: HELLO,
          aim: hoursLater(8),
          due: hoursLater(10),
        },
      ],
      reopened: 0,
      answerAim: hoursLater(8),
      answerDue: hoursLater(10),
      updatedAt: HELLO,
    });
  });

  test('of nothing there is no state, and nothing but an opening begins one', () => {
    expect(fold([])).toBeUndefined();
    expect(() => fold(logOf([named]))).toThrow(RangeError);
  });

  test('comes once', () => {
    expect(() => stateAfter(opened)).toThrow(RangeError);
  });
});

describe('answers', () => {
  test('a new answer stands in place of the old one', () => {
    expect(stateAfter(said('words', 'a'), said('words', 'b')).answers.words).toBe('b');
  });

  test('passing over takes the answer away, and answering takes back the passing', () => {
    const gone = stateAfter(said('product', 'kettle'), said('product', null));
    expect(gone.answers).toEqual({});
    expect(gone.passed).toEqual(['product']);
    const back = stateAfter(said('product', null), said('product', 'kettle'));
    expect(back.passed).toEqual([]);
    expect(back.answers.product).toBe('kettle');
  });

  test('passing over twice is passing over', () => {
    expect(stateAfter(said('done', null), said('done', null)).passed).toEqual(['done']);
  });

  test.each([
    [
      'their yes was to the old main points (P4)',
      [
        said('restated', 'a'),
        said('confirmed', false),
        said('unconfirmed_reason', 'x'),
        said('restated', 'b'),
      ],
      { restated: 'b' },
    ],
    [
      'with their yes there is no reason for going on without it (P4)',
      [said('confirmed', false), said('unconfirmed_reason', 'x'), said('confirmed', true)],
      { confirmed: true },
    ],
    [
      'the words for one wish are not those for another (P18)',
      [said('wish', 'something-else'), said('wish_detail', 'x'), said('wish', 'refund')],
      { wish: 'refund' },
    ],
    [
      'satisfied people have no reason for being unsatisfied (P30)',
      [
        said('outcome', 'unsatisfied'),
        said('unsatisfied_reason', 'x'),
        said('outcome', 'promised'),
      ],
      { outcome: 'promised' },
    ],
  ] as const)('%s', (_, happenings, answers) => {
    expect(stateAfter(...happenings).answers).toEqual(answers);
  });

  test('a severity with a shorter clock brings it along (P25)', () => {
    const urgent: Happening = {
      type: 'answered',
      body: { question: 'severity', value: 'urgent', aim: hoursLater(1.6), due: hoursLater(2) },
    };
    const state = stateAfter(urgent, said('wish', 'refund'));
    expect([state.answerAim, state.answerDue]).toEqual([hoursLater(1.6), hoursLater(2)]);
    expect(state.answers.severity).toBe('urgent');
  });
});

describe('the customer', () => {
  test('who gave no name and then does is a customer', () => {
    const state = stateAfter(passed('customer'), named);
    expect(state.customer).toBe(7);
    expect(state.passed).toEqual([]);
  });

  test('what was passed over is open again once it is learnt', () => {
    for (const fact of ['phone', 'email'] as const) {
      const learnt: Happening = {
        type: 'customer_changed',
        body: { customer: customerId(7), fact, from: null, to: 'x' },
      };
      expect(stateAfter(named, passed('reach'), learnt).passed).toEqual([]);
    }
  });

  test('what one person would not tell is asked of another (P2)', () => {
    const state = stateAfter(somebody(7), passed('reach'), passed('account'), somebody(8));
    expect(state.passed).toEqual([]);
  });

  test('the same person found once more is not asked again (P2)', () => {
    const state = stateAfter(somebody(7), passed('reach'), somebody(7));
    expect(state.passed).toEqual(['reach']);
  });
});

describe('offers', () => {
  test('are numbered from one, and never renumbered', () => {
    const { offers } = stateAfter(offered, offered);
    expect(offers.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(offers.map(({ state }) => state)).toEqual(['declined', 'declined', 'put', 'put']);
    expect(offers[2]).toMatchObject({ remedy: 'refund', amount: minor(2990), currency: 'EUR' });
  });

  test('one is chosen, and the choice can change', () => {
    const { offers, answers } = stateAfter(offered, said('chosen', 1), said('chosen', 2));
    expect(offers.map(({ state }) => state)).toEqual(['put', 'chosen']);
    expect(answers.chosen).toBe(2);
  });

  test('none of them leaves all standing until something else is put (P22)', () => {
    const state = stateAfter(offered, said('chosen', 1), said('chosen', 'neither'));
    expect(openOffers(state).map((offer) => offer.state)).toEqual(['put', 'put']);
  });

  test('alternatives decline what was put, and open the choice again (P22)', () => {
    const state = stateAfter(offered, said('chosen', 'neither'), said('instead', 'alternatives'));
    expect(openOffers(state)).toEqual([]);
    expect(state.answers).toEqual({});
    expect(state.offers).toHaveLength(2);
  });

  test('putting others after a choice takes the choice back', () => {
    const state = stateAfter(offered, said('chosen', 2), offered);
    expect(state.answers.chosen).toBeUndefined();
    expect(state.offers.some((offer) => offer.state === 'chosen')).toBe(false);
  });

  test('what is done instead belongs to the choice it followed', () => {
    const state = stateAfter(
      offered,
      said('chosen', 'neither'),
      said('instead', 'supervisor'),
      said('chosen', 1),
    );
    expect(state.answers).toEqual({ chosen: 1 });
  });

  test('why there was only one is said about that one (P19)', () => {
    const one: Happening = { type: 'offered', body: { offers: [{ remedy: 'repair' }] } };
    const reason = said('only_reason', 'none left in stock');
    expect(stateAfter(one, reason, offered).answers.only_reason).toBeUndefined();
    expect(stateAfter(one, reason, one).answers.only_reason).toBeUndefined();
    expect(
      stateAfter(one, reason, said('chosen', 'neither'), said('instead', 'alternatives')).answers,
    ).toEqual({});
  });
});

describe('promises', () => {
  test('are numbered, dated, and stay on record when taken back', () => {
    const state = stateAfter(promised, promised, withdrawn(1));
    expect(state.promises).toMatchObject([
      { n: 1, what: 'the refund', who: 'Sam', due: hoursLater(48), state: 'withdrawn' },
      { n: 2, madeAt: HELLO + 120_000, state: 'open' },
    ]);
  });

  test('that all is promised is said anew after one more promise', () => {
    const settled: Happening = { type: 'promises_settled', body: {} };
    expect(stateAfter(settled).passed).toEqual(['promises']);
    expect(stateAfter(settled, promised).passed).toEqual([]);
  });

  test('with the last promise goes what it takes (P27)', () => {
    const takes = said('takes', 'two days');
    expect(stateAfter(promised, promised, takes, withdrawn(1)).answers.takes).toBe('two days');
    expect(stateAfter(promised, takes, withdrawn(1)).answers.takes).toBeUndefined();
  });
});

describe('ways out of a conversation', () => {
  test('whoever takes over owns it (P29)', () => {
    const state = stateAfter({
      type: 'handed_over',
      body: { to: agentName('Lejla'), reason: 'she speaks Bosnian', summary: '' },
    });
    expect([state.owner, state.openedBy]).toEqual(['Lejla', 'Sam']);
  });

  test('a call-back is due at its time, and done when the conversation goes on (P9)', () => {
    expect(stateAfter(callback).contacts).toEqual([
      {
        n: 1,
        kind: 'callback',
        at: hoursLater(3),
        reach: '0888',
        reason: 'she is driving',
        state: 'due',
      },
    ]);
    expect(stateAfter(callback, takenUp).contacts[0]?.state).toBe('done');
  });

  test('waiting for them shows, until the conversation goes on', () => {
    expect(stateAfter(waiting).stage).toBe('waiting');
    const state = stateAfter(waiting, waiting, takenUp);
    expect(state.stage).toBe('open');
    expect(state.contacts.map((contact) => contact.state)).toEqual(['dropped', 'done']);
  });

  test('what is above the agent stays so when a call-back is made meanwhile (P21)', () => {
    expect(stateAfter(escalated).stage).toBe('escalated');
    expect(stateAfter(escalated, callback, takenUp).stage).toBe('escalated');
    expect(stateAfter(escalated, waiting).stage).toBe('escalated');
    expect(stateAfter(escalated, waiting, takenUp).stage).toBe('escalated');
  });
});

describe('the end', () => {
  const doneAnd = (...happenings: readonly Happening[]) =>
    stateAfter(named, offered, said('chosen', 1), said('done', 'Paid.'), ...happenings, finished);

  test('resolved is resolved', () => {
    const state = doneAnd(said('outcome', 'resolved'));
    expect(state.stage).toBe('resolved');
    expect(state.resolvedAt).toBe(state.updatedAt);
    expect(state.finishedAt).toBe(state.updatedAt);
  });

  test('a promise keeps it open, and so does a customer who is not satisfied (P26, P30)', () => {
    for (const outcome of ['promised', 'unsatisfied'] as const) {
      const state = doneAnd(promised, said('outcome', outcome));
      expect(state.stage).toBe('open');
      expect(state.resolvedAt).toBeUndefined();
      expect(state.finishedAt).toBeDefined();
    }
  });

  test('asked for a supervisor, it is theirs to decide (P21, P22)', () => {
    const instead = [said('chosen', 'neither'), said('instead', 'supervisor')];
    expect(doneAnd(...instead, said('outcome', 'unsatisfied')).stage).toBe('escalated');
    expect(doneAnd(escalated, said('outcome', 'promised')).stage).toBe('escalated');
  });

  test('escalated and then resolved after all, it is resolved', () => {
    const state = doneAnd(escalated, said('outcome', 'resolved'));
    expect(state.stage).toBe('resolved');
    expect(state.resolvedAt).toBeDefined();
  });

  test('the follow-up is due at its time, without one there is none (P33)', () => {
    const at = hoursLater(36);
    expect(doneAnd(said('outcome', 'resolved'), said('followup', at)).contacts).toEqual([
      { n: 1, kind: 'followup', at, reason: '', state: 'due' },
    ]);
    expect(doneAnd(said('outcome', 'resolved'), said('followup', null)).contacts).toEqual([]);
  });

  test('going on with an ended conversation leaves the follow-up due', () => {
    const state = stateAfter(said('followup', hoursLater(36)), finished, takenUp);
    expect(state.contacts[0]?.state).toBe('due');
  });

  test('undone, the conversation is as it was before it', () => {
    const happenings = [...wholeConversation.slice(1), finished];
    const ended = stateAfter(...happenings);
    const again = stateAfter(...happenings, {
      type: 'undone',
      body: { undoes: happenings.length + 1 },
    });
    expect(ended.contacts).toHaveLength(1);
    const { revision, updatedAt } = again;
    expect(again).toEqual({ ...stateAfter(...happenings.slice(0, -1)), revision, updatedAt });
  });
});

describe('laws', () => {
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.constantFrom(...wholeConversation.slice(1)),
    fc.constantFrom(
      offered,
      promised,
      withdrawn(1),
      escalated,
      callback,
      waiting,
      takenUp,
      finished,
      passed('reach'),
      said('chosen', 'neither'),
      said('instead', 'alternatives'),
      said('wish', 'something-else'),
      said('outcome', 'unsatisfied'),
      said('product', null),
    ),
  );
  const conversation = fc.array(happening, { maxLength: 30 });

  test('one event more is what folding all of them gives', () => {
    fc.assert(
      fc.property(conversation, happening, (before, next) => {
        const log = logOf([opened, ...before, next]);
        const newest = log.at(-1);
        const state = fold(log.slice(0, -1));
        if (state === undefined || newest === undefined) throw new Error('there is a state');
        expect(apply(state, newest)).toEqual(fold(log));
      }),
    );
  });

  test('undo leaves everything as it was before the answer, but for the count', () => {
    fc.assert(
      fc.property(conversation, happening, (before, next) => {
        const log = [opened, ...before, next];
        const target = undoTarget(logOf(log));
        const undone: Happening = { type: 'undone', body: { undoes: target?.n ?? 0 } };
        const { revision, updatedAt } = stateAfter(...before, next, undone);
        expect(stateAfter(...before, next, undone)).toEqual({
          ...stateAfter(...before),
          revision,
          updatedAt,
        });
        expect(revision).toBe(log.length + 1);
      }),
    );
  });

  test('undo and redo any number of times bring everything back, but for the count', () => {
    fc.assert(
      fc.property(conversation, fc.integer({ min: 1, max: 5 }), (before, times) => {
        const log: Happening[] = [opened, ...before];
        const state = fold(logOf(log));
        const take = (target: { readonly n: number } | undefined) => {
          if (target !== undefined) log.push({ type: 'undone', body: { undoes: target.n } });
        };
        for (let time = 0; time < times; time++) take(undoTarget(logOf(log)));
        for (let time = 0; time < times; time++) take(redoTarget(logOf(log)));
        const again = fold(logOf(log));
        expect(again).toEqual({
          ...state,
          revision: again?.revision,
          updatedAt: again?.updatedAt,
        });
      }),
    );
  });

  test('folding changes none of the events', () => {
    const log = logOf([...wholeConversation, finished]);
    const before = structuredClone(log);
    fold(log);
    expect(log).toEqual(before);
  });

  test('there is at most one choice, it stands on the table, and the answer names it', () => {
    fc.assert(
      fc.property(conversation, (happenings) => {
        const { offers, answers } = stateAfter(...happenings);
        const chosen = offers.filter(({ state }) => state === 'chosen').map(({ n }) => n);
        const named = answers.chosen;
        if (
          typeof named === 'number' &&
          offers.some(({ n, state }) => n === named && state !== 'declined')
        ) {
          expect(chosen).toEqual([named]);
        } else {
          expect(chosen).toEqual([]);
        }
      }),
    );
  });

  test('no promise is ever lost', () => {
    fc.assert(
      fc.property(conversation, (happenings) => {
        const made = happenings.filter(({ type }) => type === 'promised').length;
        const state = stateAfter(...happenings);
        expect(state.promises).toHaveLength(made);
        expect(openPromises(state).length).toBeLessThanOrEqual(made);
      }),
    );
  });
});
