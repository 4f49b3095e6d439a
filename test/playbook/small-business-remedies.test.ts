import { beforeAll, describe, expect, it } from 'vitest';
import { standing } from '../../src/rules/authority.ts';
import type { OfferPut } from '../../src/rules/events.ts';
import type { Playbook, Role } from '../../src/rules/playbook.ts';
import { currency, minor } from '../../src/rules/values.ts';
import { fill, variablesIn } from '../../src/rules/wording.ts';
import { occasion, stateAfter } from '../rules/sample-complaint.ts';
import { shippedPlaybook } from './pack-copy.ts';

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shippedPlaybook();
});

/** Whose a remedy is to give to somebody who was given nothing before. */
const kindFor = (role: Role, offer: OfferPut) =>
  standing({ state: stateAfter(), playbook }, offer, {
    ...occasion,
    agent: { ...occasion.agent, role },
  }).kind;

describe('what can be offered', () => {
  const sizes = { amount: '€29.90', percent: '10 %', product: 'kettle' };

  it('has all that a customer may wish for (P18)', () => {
    const wishes = playbook.remedies.flatMap(({ wish }) => wish ?? []);
    expect(wishes).toEqual(
      expect.arrayContaining([
        'a replacement',
        'a refund',
        'an exchange',
        'store credit',
        'a price reduction',
        'a repair',
        'an apology from a manager',
        'a meeting',
      ]),
    );
    expect(wishes.filter((wish) => !/^(?:an? |the |store credit$)/.test(wish))).toEqual([]);
  });

  it('completes "We can either ... or ..." with every two of them (P19)', () => {
    const clauses = playbook.remedies.map((remedy) => fill(remedy.say, sizes) ?? '');
    for (const clause of clauses) {
      // A verb in its plain form, no capital, no full stop of its own.
      expect(clause).toMatch(/^[a-z]+ [^{}]*[^.,;!?{} ]$/);
      expect(clause).not.toMatch(/^(?:we|you|to|an?|the|i|can|will) |^[a-z]+(?:ing|ed) /);
    }
    const sentences = clauses.flatMap((first) =>
      clauses.filter((last) => last !== first).map((last) => `We can either ${first} or ${last}.`),
    );
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(160);
    expect(sentences).toContain('We can either send you a new one at our cost or refund €29.90.');
  });

  it('names a sum or a share exactly where one is offered (P20)', () => {
    for (const remedy of playbook.remedies) {
      const named = variablesIn(remedy.say).filter((name) => name !== 'product');
      expect(named).toEqual(remedy.measure === 'none' ? [] : [remedy.measure]);
    }
  });

  it('tells the conditions of each in plain words (P23)', () => {
    expect(playbook.remedies.filter(({ conditions }) => conditions === undefined)).toEqual([]);
  });

  it('answers every wish and every cause with at least two remedies (P19, P22)', () => {
    const wishes = playbook.remedies.flatMap(({ id, wish }) => (wish === undefined ? [] : [id]));
    const forWish = (wish: string) =>
      playbook.remedies.filter(({ id, fitsWishes }) => id === wish || fitsWishes.includes(wish));
    expect(wishes.filter((wish) => forWish(wish).length < 2)).toEqual([]);
    const causes = playbook.causes.map(({ id }) => id);
    const forCause = (group: string) =>
      playbook.remedies.filter(({ fitsCauses }) =>
        fitsCauses.some((cause) => cause.split('/')[0] === group),
      );
    expect(causes.filter((cause) => forCause(cause).length < 2)).toEqual([]);
  });

  it('lets an agent give up to 15 % and 50 euro, and a manager’s apology, without asking (P20, P21)', () => {
    const euro = (amount: number) => ({ amount: minor(amount), currency: currency('EUR') });
    const kind = (offer: OfferPut) => kindFor('agent', offer);
    expect(kind({ remedy: 'discount', percent: 15 })).toBe('yours');
    expect(kind({ remedy: 'discount', percent: 15.5 })).toBe('above');
    expect(kind({ remedy: 'refund', ...euro(5000) })).toBe('yours');
    expect(kind({ remedy: 'refund', ...euro(5001) })).toBe('above');
    expect(kind({ remedy: 'manager-apology' })).toBe('yours');
    expect(kind({ remedy: 'meeting' })).toBe('yours');
  });

  it('gives a supervisor more room, and the owner all of it (P21)', () => {
    const offer = { remedy: 'refund', amount: minor(25_001), currency: currency('EUR') };
    expect(kindFor('supervisor', { ...offer, amount: minor(25_000) })).toBe('yours');
    expect(kindFor('supervisor', offer)).toBe('above');
    expect(kindFor('owner', offer)).toBe('yours');
    expect(kindFor('supervisor', { remedy: 'discount', percent: 30 })).toBe('yours');
  });

  it('lets one customer have a hundred euro and two usual vouchers in thirty days (P21)', () => {
    const { limit, remedies } = playbook.authority.agent;
    expect(limit.perCustomer).toEqual({ sum: { minor: 10_000, currency: 'EUR' }, days: 30 });
    const usual = playbook.remedies.find(({ id }) => id === 'voucher')?.usualAmount?.minor ?? 0;
    expect(remedies['voucher']?.perCustomer).toEqual({
      sum: { minor: 2 * usual, currency: 'EUR' },
      days: 30,
    });
  });
});
