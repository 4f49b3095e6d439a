import { readMoney } from '../../language/read-money.ts';
import type { Answers, Offer } from '../../rules/state.ts';
import { currency, minor } from '../../rules/values.ts';
import { RowRefused } from './row-problem.ts';
import type { RowValues } from './row-values.ts';

/**
 * Tells what the customer chose: of the offers, by its remedy; or, where a file knows no offers but
 * what was given, as the one offer there was.
 * @returns all offers, and the answer. @throws RowRefused
 */
export function remedyFrom(
  values: RowValues,
  offers: readonly Offer[],
): { readonly offers: readonly Offer[]; readonly answer: Pick<Answers, 'chosen'> } {
  const chosen = values.text('chosen');
  if (chosen === undefined) return { offers, answer: {} };
  if (chosen === 'neither') return { offers, answer: { chosen } };
  const taken = offers.find(({ state, remedy }) => state === 'chosen' && remedy === chosen);
  if (taken !== undefined) return { offers, answer: { chosen: taken.n } };
  const n = (offers.at(-1)?.n ?? 0) + 1;
  const given: Offer = { n, remedy: chosen, ...sizeOf(values), state: 'chosen' };
  return { offers: [...offers, given], answer: { chosen: n } };
}

function sizeOf(values: RowValues): Pick<Offer, 'amount' | 'currency' | 'percent'> {
  const text = values.text('chosen_amount');
  const share = values.text('chosen_percent');
  const percent = share === undefined ? undefined : Number(share.replace('%', '').trim());
  if (percent !== undefined && !(percent >= 0 && percent <= 100)) {
    throw new RowRefused('not-a-sum', { text: share ?? '' }, 'chosen_percent');
  }
  const beside = percent === undefined ? {} : { percent };
  if (text === undefined) return beside;
  const usual = values.text('chosen_currency')?.trim() ?? values.reading.currency;
  const sum = readMoney(text, usual);
  if (sum === undefined) throw new RowRefused('not-a-sum', { text }, 'chosen_amount');
  return { amount: minor(sum.minor), currency: currency(sum.currency), ...beside };
}
