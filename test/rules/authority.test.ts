import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  furthestBack,
  limitFor,
  refusesOffers,
  standing,
  withOwnLimits,
} from '../../src/rules/authority.ts';
import type { Conversation, GivenRemedy, Occasion } from '../../src/rules/conversation.ts';
import type { OfferPut } from '../../src/rules/events.ts';
import type { Authority, Limit, Playbook, Role } from '../../src/rules/playbook.ts';
import type { Approval } from '../../src/rules/state.ts';
import { agentName, complaintId, currency, millis, minor } from '../../src/rules/values.ts';
import { conversationAfter, kettleShop, maria, occasion } from './sample-complaint.ts';

const conversation = conversationAfter();
const acting = (role: Role, authority?: Authority): Occasion => ({
  ...occasion,
  agent: { ...occasion.agent, role, ...(authority === undefined ? {} : { authority }) },
});

const refund = (cents: number, code = 'EUR'): OfferPut => ({
  remedy: 'refund',
  amount: minor(cents),
  currency: currency(code),
});
const discount = (percent: number): OfferPut => ({ remedy: 'discount', percent });
const stands = (role: Role, offer: OfferPut) => standing(conversation, offer, acting(role)).kind;
const faults = (role: Role, ...offers: readonly OfferPut[]) =>
  refusesOffers(conversation, offers, acting(role)).map(
    ({ code, field = '' }) => `${field}: ${code}`,
  );

describe('whose a remedy is to give (P21)', () => {
  test.each([
    ['a sum on the line', 'agent', refund(5000), 'yours'],
    ['a cent above the line', 'agent', refund(5001), 'above'],
    ['the same sum for a supervisor', 'supervisor', refund(5001), 'yours'],
    ['any sum for the owner', 'owner', refund(10_000_000), 'yours'],
    ['a sum in a currency that the line does not speak of', 'agent', refund(1, 'BGN'), 'above'],
    ['a sum in another currency where there is no line', 'owner', refund(1, 'BGN'), 'yours'],
    ['a remedy of its own line, on it', 'agent', discount(10), 'yours'],
    ['its own line goes before the wider general one', 'agent', discount(12), 'above'],
    ['a supervisor has the general line', 'supervisor', discount(30), 'yours'],
    ['half a percent above it', 'supervisor', discount(30.5), 'above'],
    ['always to be asked for', 'agent', { remedy: 'apology' }, 'ask'],
    ['not to be asked for by a supervisor', 'supervisor', { remedy: 'apology' }, 'yours'],
    ['what costs us less than the line', 'agent', { remedy: 'repair' }, 'yours'],
    ['what costs us more than the line', 'agent', { remedy: 'replacement' }, 'above'],
  ] as const)('%s', (_, role, offer, kind) => {
    expect(stands(role, offer)).toBe(kind);
  });

  test('a wider role may give whatever a narrower one may', () => {
    const offer = fc.oneof(
      fc.integer({ min: 1, max: 30_000 }).map((cents) => refund(cents)),
      fc.double({ min: 0.5, max: 100, noNaN: true }).map(discount),
      fc.constantFrom('apology', 'repair', 'replacement').map((remedy) => ({ remedy })),
    );
    fc.assert(
      fc.property(offer, (put) => {
        if (stands('agent', put) === 'yours' && put.remedy !== 'discount') {
          expect(stands('supervisor', put)).toBe('yours');
        }
        if (stands('supervisor', put) === 'yours') expect(stands('owner', put)).toBe('yours');
      }),
    );
  });

  test('the agent can be told the line beforehand', () => {
    expect(limitFor(kettleShop, { role: 'agent' }, 'discount')).toEqual({ percent: 10 });
    expect(limitFor(kettleShop, { role: 'agent' }, 'refund').amount?.minor).toBe(5000);
  });
});

describe('what may be put before the customer (P19, P20)', () => {
  test('two remedies within the line may', () => {
    expect(faults('agent', refund(2990), { remedy: 'repair' })).toEqual([]);
  });

  test('nothing at all may not', () => {
    expect(faults('owner')).toEqual(['offers: nothing_offered']);
  });

  test.each([
    [
      'a sum without its currency',
      { remedy: 'refund', amount: minor(100) },
      'amount: amount_missing',
    ],
    ['a refund of nothing named', { remedy: 'refund' }, 'amount: amount_missing'],
    ['a refund of zero', refund(0), 'amount: bad_amount'],
    ['a refund of less than zero', refund(-1), 'amount: bad_amount'],
    ['a part of a cent', { ...refund(1), amount: 1.5 as OfferPut['amount'] }, 'amount: bad_amount'],
    [
      'a sum that is no number',
      { ...refund(1), amount: Number.NaN as OfferPut['amount'] },
      'amount: bad_amount',
    ],
    ['a sum in no currency', refund(100, 'euros'), 'amount: bad_amount'],
    ['a discount of nothing named', { remedy: 'discount' }, 'percent: percent_missing'],
    ['a discount of zero', discount(0), 'percent: bad_percent'],
    ['more than the whole price', discount(101), 'percent: bad_percent'],
    ['a share that is no number', discount(Number.NaN), 'percent: bad_percent'],
    ['a repair with a sum', { ...refund(100), remedy: 'repair' }, 'amount: takes_no_amount'],
    [
      'a repair with a currency',
      { remedy: 'repair', currency: currency('EUR') },
      'amount: takes_no_amount',
    ],
    ['a repair with a share', { remedy: 'repair', percent: 5 }, 'percent: takes_no_percent'],
    ['a refund with a share', { ...refund(100), percent: 5 }, 'percent: takes_no_percent'],
    ['a remedy nobody knows', { remedy: 'a-song' }, 'remedy: unknown_choice'],
  ] as const)('%s may not', (_, offer, fault) => {
    expect(faults('owner', offer as OfferPut)).toEqual([`offers[0].${fault}`]);
  });

  test('what is above the line is refused with the line, before it can be said', () => {
    expect(
      refusesOffers(conversation, [{ remedy: 'repair' }, refund(5001)], acting('agent')),
    ).toEqual([
      {
        code: 'above_amount',
        field: 'offers[1].amount',
        facts: { remedy: 'refund', limit: 5000, limitCurrency: 'EUR' },
      },
    ]);
    expect(refusesOffers(conversation, [discount(30)], acting('agent'))).toEqual([
      {
        code: 'above_percent',
        field: 'offers[0].percent',
        facts: { remedy: 'discount', percent: 30, limit: 10 },
      },
    ]);
    expect(faults('agent', { remedy: 'apology' })).toEqual(['offers[0]: ask_first']);
  });

  test('every fault is told at once, each at its place', () => {
    expect(faults('agent', refund(9999), { remedy: 'a-song' }, { remedy: 'repair' })).toEqual([
      'offers[0].amount: above_amount',
      'offers[1].remedy: unknown_choice',
    ]);
  });

  test('the same remedy twice is no choice', () => {
    expect(faults('agent', refund(100), refund(200))).toEqual(['offers[1]: offered_twice']);
  });
});

const DAY = 86_400_000;
const euro = (cents: number) => ({ minor: minor(cents), currency: currency('EUR') });

/** Remedies given so many days before, the first of them in C-1001. */
const gave = (...given: readonly (readonly [remedy: string, cents: number, daysAgo: number])[]) =>
  given.map(
    ([remedy, cents, daysAgo], index): GivenRemedy => ({
      complaint: complaintId(1001 + index),
      remedy,
      cost: euro(cents),
      at: millis(occasion.now - daysAgo * DAY),
    }),
  );

/** The kettle shop, whose agents have a line for each customer. */
function shopWith(limit: Limit, remedies: Authority['remedies'] = {}): Playbook {
  return { ...kettleShop, authority: { ...kettleShop.authority, agent: { limit, remedies } } };
}

const monthly = (cents: number): Limit => ({ perCustomer: { sum: euro(cents), days: 30 } });

function inShop(playbook: Playbook, given: readonly GivenRemedy[]): Conversation {
  return { ...conversationAfter(), playbook, customer: { ...maria, given } };
}

describe('what one customer may get within some days (P21)', () => {
  const shop = shopWith(monthly(5000));
  const kindOf = (given: readonly GivenRemedy[], offer: OfferPut, playbook = shop) => {
    const stands = standing(inShop(playbook, given), offer, acting('agent'));
    return stands.kind === 'above' ? `above ${stands.over}` : stands.kind;
  };
  const two = gave(['refund', 2000, 20], ['refund', 2000, 3]);

  test.each([
    ['nothing given yet, up to the whole sum', [], 5000, 'yours'],
    ['nothing given yet, above the whole sum', [], 5001, 'above customer'],
    ['what is left after two refunds', two, 1000, 'yours'],
    ['the third refund in a month, a cent too much', two, 1001, 'above customer'],
    ['what was given longer ago no longer counts', gave(['refund', 5000, 30]), 5000, 'yours'],
    ['what was given just inside the month does', gave(['refund', 1, 29]), 5000, 'above customer'],
    ['more given than the line: nothing is left', gave(['refund', 9000, 1]), 1, 'above customer'],
  ] as const)('%s', (_, given, cents, kind) => {
    expect(kindOf(given, refund(cents))).toBe(kind);
  });

  test('a remedy without a sum counts by what it costs, and one that costs nothing is never in the way', () => {
    const repaired = gave(['repair', 2500, 2]);
    expect(kindOf(repaired, { remedy: 'repair' })).toBe('yours');
    expect(kindOf([...repaired, ...gave(['refund', 1, 1])], { remedy: 'repair' })).toBe(
      'above customer',
    );
    expect(kindOf(gave(['refund', 9000, 1]), { remedy: 'apology' })).toBe('yours');
  });

  test('a line of the remedy itself counts that remedy alone; the general one counts everything', () => {
    const own = shopWith(monthly(5000), { refund: { amount: euro(2000), ...monthly(2000) } });
    expect(kindOf(gave(['repair', 4900, 2]), refund(2000), own)).toBe('yours');
    expect(kindOf(gave(['refund', 1000, 2]), refund(2000), own)).toBe('above customer');
    expect(kindOf(gave(['refund', 4900, 2]), { remedy: 'repair' }, own)).toBe('above customer');
  });

  test('sums that cannot be added up are somebody else’s to look at', () => {
    const dollars = {
      ...gave(['refund', 1, 1])[0],
      cost: { ...euro(1), currency: currency('USD') },
    };
    expect(kindOf([dollars as GivenRemedy], refund(100))).toBe('above customer');
    expect(kindOf([], refund(100, 'USD'))).toBe('above customer');
  });

  test('before the line is crossed the agent sees what is left, and what was given when', () => {
    const stands = standing(inShop(shop, two.toReversed()), refund(500), acting('agent'));
    expect(stands).toMatchObject({
      kind: 'yours',
      customer: { sum: euro(5000), days: 30, left: 1000 },
    });
    const given = stands.kind === 'yours' ? stands.customer?.given : [];
    expect(given?.map(({ complaint }) => complaint)).toEqual([1001, 1002]);
  });

  test('beyond it the refusal says how often, in how many days, and what is left', () => {
    const over = inShop(shop, two);
    expect(refusesOffers(over, [refund(1001), { remedy: 'repair' }], acting('agent'))).toEqual([
      {
        code: 'above_customer',
        field: 'offers[0].amount',
        facts: { remedy: 'refund', limit: 1000, limitCurrency: 'EUR', days: 30, times: 2 },
      },
      {
        code: 'above_customer',
        field: 'offers[1]',
        facts: { remedy: 'repair', limit: 1000, limitCurrency: 'EUR', days: 30, times: 2 },
      },
    ]);
  });

  test('nobody needs to know of the past where no line looks back', () => {
    expect(furthestBack(kettleShop)).toBe(0);
    expect(furthestBack(shopWith({}, { refund: monthly(1) }))).toBe(30);
    const own = { limit: { perCustomer: { sum: euro(1), days: 90 } }, remedies: {} };
    expect(furthestBack(shop, own)).toBe(90);
  });

  test('giving more never leaves more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6000 })), fc.nat(6000), (sums, cents) => {
        const given = gave(...sums.map((sum) => ['refund', sum, 1] as const));
        const fewer = kindOf(given.slice(1), refund(cents + 1));
        if (kindOf(given, refund(cents + 1)) === 'yours') expect(fewer).toBe('yours');
      }),
    );
  });
});

describe('limits of somebody’s own (P21)', () => {
  const own: Authority = { limit: { amount: euro(8000), percent: 20 }, remedies: {} };
  const authority = withOwnLimits(kettleShop.authority.agent, own);
  const kindOf = (offer: OfferPut, ...given: readonly [Authority?]) =>
    standing(conversation, offer, acting('agent', given[0] ?? authority)).kind;

  test('stand in place of the role’s, for the remedies with a size of their own too', () => {
    expect(kindOf(refund(8000))).toBe('yours');
    expect(kindOf(refund(8001))).toBe('above');
    expect(kindOf(discount(20))).toBe('yours');
    expect(kindOf(discount(20.5))).toBe('above');
  });

  test('never give away what has to be asked for', () => {
    expect(kindOf({ remedy: 'apology' })).toBe('ask');
  });

  test('can be narrower than the role’s', () => {
    const narrow = withOwnLimits(kettleShop.authority.owner, own);
    expect(kindOf(refund(8001), narrow)).toBe('above');
  });

  test('leave the rest as the playbook has it', () => {
    const amountOnly = { limit: { amount: euro(8000) }, remedies: {} };
    const limits = withOwnLimits(kettleShop.authority.agent, amountOnly);
    expect(limits.limit).toEqual({ amount: euro(8000), percent: 15 });
    expect(kindOf(discount(12), limits)).toBe('above');
  });

  test('may name a remedy, which goes before the role’s line for it', () => {
    const limits = withOwnLimits(kettleShop.authority.agent, {
      limit: {},
      remedies: { apology: {} },
    });
    expect(kindOf({ remedy: 'apology' }, limits)).toBe('yours');
  });
});

describe('what was approved in this complaint (P21)', () => {
  const yes: Approval = {
    n: 1,
    remedy: 'refund',
    amount: minor(9000),
    currency: currency('EUR'),
    reason: 'a loyal customer',
    askedBy: agentName('Sam'),
    askedAt: occasion.now,
    state: 'approved',
  };
  const kindOf = (approval: Approval, offer: OfferPut, playbook = kettleShop) => {
    const { state } = conversationAfter();
    const asked = { playbook, state: { ...state, approvals: [approval] } };
    return standing(asked, offer, acting('agent')).kind;
  };

  test.each([
    ['the size that was approved', yes, refund(9000), 'yours'],
    ['less than was approved', yes, refund(8999), 'yours'],
    ['a cent more', yes, refund(9001), 'above'],
    ['the same number in another currency', yes, refund(9000, 'USD'), 'above'],
    ['another remedy', yes, { remedy: 'replacement' }, 'above'],
    ['what is not decided yet', { ...yes, state: 'open' }, refund(9000), 'above'],
    ['what was declined', { ...yes, state: 'declined' }, refund(9000), 'above'],
    ['a share', { ...yes, remedy: 'discount', percent: 25 }, discount(25), 'yours'],
    ['a larger share', { ...yes, remedy: 'discount', percent: 25 }, discount(25.5), 'above'],
  ] as const)('%s', (_, approval, offer, kind) => {
    expect(kindOf(approval, offer)).toBe(kind);
  });

  test('a remedy without a size that is always asked for', () => {
    const { amount, currency: code, ...sizeless } = { ...yes, remedy: 'apology' };
    expect(kindOf(sizeless, { remedy: 'apology' })).toBe('yours');
    expect(kindOf({ ...sizeless, amount, currency: code } as Approval, { remedy: 'apology' })).toBe(
      'ask',
    );
  });

  test('goes beyond what one customer gets, since somebody has looked at that', () => {
    expect(kindOf(yes, refund(9000), shopWith(monthly(100)))).toBe('yours');
  });
});
