import fc from 'fast-check';
import {
  answer,
  finish,
  promise,
  putOffers,
  settlePromises,
  withdrawPromise,
} from '../../src/desk/converse.ts';
import {
  addCustomer,
  changeCustomer,
  identifyCustomer,
  passCustomerQuestion,
} from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { callBack, escalate, handOver, takeUp, waitForCustomer } from '../../src/desk/leave.ts';
import { redo, undo } from '../../src/desk/undo.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Answered, OfferPut } from '../../src/rules/events.ts';
import { nextQuestion } from '../../src/rules/flow.ts';
import { openOffers } from '../../src/rules/offers.ts';
import { openPromises } from '../../src/rules/promises.ts';
import { type Question, questions } from '../../src/rules/questions.ts';
import { currency, customerId, minor } from '../../src/rules/values.ts';
import { type Call, inHours } from './at-the-desk.ts';

/** What an agent may do at any moment, wise or not. */
const kinds = [
  'go-on',
  'jump',
  'undo',
  'redo',
  'add-customer',
  'known-customer',
  'change-customer',
  'pass-customer',
  'offer',
  'promise',
  'withdraw',
  'settle',
  'hand-over',
  'escalate',
  'call-back',
  'wait',
  'take-up',
  'finish',
] as const;

/** One random thing done to one of the complaints in hand. */
export interface RandomCall {
  readonly kind: (typeof kinds)[number];
  /** Which complaint. */
  readonly complaint: number;
  /** Which desk does it. */
  readonly desk: 0 | 1;
  /** Decides whatever else there is to decide. */
  readonly pick: number;
  /** From a view that is out of date. */
  readonly stale: boolean;
}

/** Going on, undo and redo are what happens most; a promise has to be made to be taken back. */
const often = { 'go-on': 30, undo: 5, redo: 4, jump: 4, 'take-up': 4, withdraw: 6 } as Partial<
  Record<string, number>
>;

export const randomCall: fc.Arbitrary<RandomCall> = fc.record({
  kind: fc.oneof(
    ...kinds.map((kind) => ({ weight: often[kind] ?? 1, arbitrary: fc.constant(kind) })),
  ),
  complaint: fc.constantFrom(0, 0, 0, 1, 2),
  desk: fc.constantFrom(0, 1),
  pick: fc.nat({ max: 1000 }),
  stale: fc.oneof(
    { weight: 20, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** @returns the desk call that a random call stands for. */
export function callOf({ kind, pick }: RandomCall): Call {
  const leaving = { reason: `reason ${pick}`, summary: 'the kettle' };
  const hours = 1 + (pick % 50);
  const promises: Call = (desk, before) =>
    promise(desk, before, { what: `promise ${pick}`, who: 'Sam', due: inHours(desk, hours) });
  switch (kind) {
    case 'go-on':
      return (desk, before) => {
        const question = nextQuestion(before);
        return question === undefined
          ? finish(desk, before)
          : answerTo(question, pick)(desk, before);
      };
    case 'jump':
      return answerTo(oneOf(questions, pick), pick);
    case 'undo':
      return undo;
    case 'redo':
      return redo;
    case 'add-customer':
      return (desk, before) => addCustomer(desk, before, { name: `Customer ${pick}` });
    case 'known-customer':
      return async (desk, before) => {
        const known = await desk.store.read.customersMatching('', 10);
        return identifyCustomer(desk, before, customerId(known[pick % 10]?.id ?? 0));
      };
    case 'change-customer':
      return changeOf(pick);
    case 'pass-customer':
      return (desk, before) => passCustomerQuestion(desk, before, oneOf(questions, pick).name);
    case 'offer':
      return (desk, before) => putOffers(desk, before, offersOf(pick));
    case 'promise':
      return promises;
    case 'withdraw':
      return (desk, before) => {
        const [first] = openPromises(before.state);
        return first === undefined
          ? promises(desk, before)
          : withdrawPromise(desk, before, first.n);
      };
    case 'settle':
      return settlePromises;
    case 'hand-over':
      return (desk, before) =>
        handOver(desk, before, { to: oneOf(['Lejla', 'Sam'], pick), ...leaving });
    case 'escalate':
      return (desk, before) => escalate(desk, before, leaving);
    case 'call-back':
      return (desk, before) =>
        callBack(desk, before, {
          at: inHours(desk, hours),
          ...(pick % 2 === 0 ? { reach: '02 123 4567' } : {}),
          ...leaving,
        });
    case 'wait':
      return (desk, before) =>
        waitForCustomer(desk, before, { until: inHours(desk, hours), ...leaving });
    case 'take-up':
      return takeUp;
    case 'finish':
      return finish;
  }
}

function changeOf(pick: number): Call {
  const changes = [
    ['name', `Renamed ${pick}`],
    ['phone', `0888 ${100_000 + pick}`],
    ['phone', ''],
    ['email', `c${pick}@example.org`],
    ['account', `A-${pick}`],
    ['language', oneOf(['bg', 'el', 'th'], pick)],
    ['address', `${pick} Vitosha Blvd`],
    ['address', ' '],
  ] as const;
  const [fact, value] = oneOf(changes, pick);
  return (desk, before) => changeCustomer(desk, before, fact, value);
}

/** Mostly an answer that can be taken; now and then passing over, or one that is refused. */
function answerTo(question: Question, pick: number): Call {
  const { name, kind, about } = question;
  if (name === 'customer')
    return (desk, before) => addCustomer(desk, before, { name: `New ${pick}` });
  if (about === 'customer') {
    return pick % 2 === 0
      ? (desk, before) => passCustomerQuestion(desk, before, name)
      : changeOf(pick);
  }
  if (kind === 'offers') return (desk, before) => putOffers(desk, before, offersOf(pick));
  if (kind === 'promises') return settlePromises;
  return (desk, before) =>
    answer(desk, before, {
      question: name,
      value: valueFor(question, pick, desk, before),
    } as Answered);
}

function valueFor(
  question: Question,
  pick: number,
  desk: Desk,
  before: Conversation,
): Answered['value'] {
  if (pick % 9 === 0) return null;
  switch (question.kind) {
    case 'yes':
      return question.name === 'thanked' || pick % 4 !== 0;
    case 'day':
      return oneOf(['2026-11-20', '2025-01-31', 'soon'], pick);
    case 'moment':
      return inHours(desk, pick % 60);
    case 'choice': {
      const offers = openOffers(before.state).map(({ n }) => n);
      if (question.name === 'chosen') return oneOf([...offers, 'neither' as const], pick);
      const choices = question.choices?.(before.playbook) ?? [];
      return oneOf(choices, pick)?.id ?? 'nothing';
    }
    default:
      return oneOf([`text ${pick}`, ` чайник ${pick}\n`, 'กาน้ำ 😡', ' '], pick);
  }
}

function offersOf(pick: number): readonly OfferPut[] {
  const puts: readonly OfferPut[] = [
    { remedy: 'replacement' },
    { remedy: 'refund', amount: minor(100 + pick * 5), currency: currency('EUR') },
    { remedy: 'discount', percent: 1 + (pick % 20) },
    { remedy: 'apology' },
    { remedy: 'agreed' },
  ];
  const from = pick % puts.length;
  return [...puts, ...puts].slice(from, from + 1 + (pick % 3));
}

function oneOf<Item>(items: readonly [Item, ...Item[]], pick: number): Item;
function oneOf<Item>(items: readonly Item[], pick: number): Item;
function oneOf<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % items.length];
}
