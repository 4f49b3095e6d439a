import type { Messages, MessageValues } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import type { Standing } from '../rules/authority.ts';
import type { RemedyMeasure } from '../rules/playbook.ts';
import type { Money } from '../rules/values.ts';

/** Where the line runs, as the end of a message's key with what goes into it. */
export interface LimitLine {
  readonly key: 'yours' | 'up-to' | 'left' | 'approved' | 'ask' | 'above' | 'customer';
  readonly values: MessageValues;
}

/**
 * Says whether a remedy is the agent's to give, and where the line runs, before anything is said to
 * the customer (P20, P21).
 */
export function limitText(words: Messages, standing: Standing, measure: RemedyMeasure): string {
  const { key, values } = limitLine(words, standing, measure);
  return words.say(`limit.${key}`, values);
}

/** @returns which of the lines is told, for whoever words it their own way. */
export function limitLine(words: Messages, standing: Standing, measure: RemedyMeasure): LimitLine {
  if (standing.kind === 'yours') return yoursLine(words, standing, measure);
  if (standing.kind === 'ask') return { key: 'ask', values: {} };
  const { amount, percent } = standing.limit;
  switch (standing.over) {
    case 'percent':
      return { key: 'above', values: { limit: `${percent ?? 0} %` } };
    case 'amount':
      return { key: 'above', values: { limit: amount === undefined ? '' : sum(words, amount) } };
    case 'customer': {
      const { days, given, left, sum: all } = standing.customer;
      const values = { days, times: given.length, left: sum(words, { ...all, minor: left }) };
      return { key: 'customer', values };
    }
  }
}

/** The agent knows beforehand how far it goes (P21): the nearest of the lines that hold. */
function yoursLine(
  words: Messages,
  { limit, customer, approved }: Extract<Standing, { readonly kind: 'yours' }>,
  measure: RemedyMeasure,
): LimitLine {
  if (approved !== undefined) return { key: 'approved', values: {} };
  if (measure === 'percent' && limit.percent !== undefined) {
    return { key: 'up-to', values: { limit: `${limit.percent} %` } };
  }
  if (measure !== 'amount') return { key: 'yours', values: {} };
  if (customer !== undefined) {
    const { sum: all, left, given, days } = customer;
    const nearer = limit.amount === undefined || left < limit.amount.minor;
    const limited = sum(words, { ...all, minor: left });
    if (nearer && given.length > 0) return { key: 'left', values: { limit: limited, days } };
    if (nearer) return { key: 'up-to', values: { limit: limited } };
  }
  if (limit.amount === undefined) return { key: 'yours', values: {} };
  return { key: 'up-to', values: { limit: sum(words, limit.amount) } };
}

const sum = ({ language }: Messages, { minor, currency }: Money): string =>
  moneyText(minor, currency, language);
