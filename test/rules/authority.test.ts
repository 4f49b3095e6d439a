import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitFor, refusesOffers, standing } from '../../src/rules/authority.ts';
import type { OfferPut } from '../../src/rules/events.ts';
import type { Role } from '../../src/rules/playbook.ts';
import { currency, minor } from '../../src/rules/values.ts';
import { kettleShop } from './sample-complaint.ts';

const refund = (cents: number, code = 'EUR'): OfferPut => ({
  remedy: 'refund',
  amount: minor(cents),
  currency: currency(code),
});
const discount = (percent: number): OfferPut => ({ remedy: 'discount', percent });
const stands = (role: Role, offer: OfferPut) => standing(kettleShop, role, offer).kind;
const faults = (role: Role, ...offers: readonly OfferPut[]) =>
  refusesOffers(kettleShop, role, offers).map(({ code, field = '' }) => `${field}: ${code}`);

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
    expect(limitFor(kettleShop, 'agent', 'discount')).toEqual({ percent: 10 });
    expect(limitFor(kettleShop, 'agent', 'refund').amount?.minor).toBe(5000);
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
    expect(refusesOffers(kettleShop, 'agent', [{ remedy: 'repair' }, refund(5001)])).toEqual([
      {
        code: 'above_amount',
        field: 'offers[1].amount',
        facts: { remedy: 'refund', limit: 5000, limitCurrency: 'EUR' },
      },
    ]);
    expect(refusesOffers(kettleShop, 'agent', [discount(30)])).toEqual([
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
