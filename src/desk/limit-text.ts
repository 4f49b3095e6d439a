import type { Messages } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import type { Standing } from '../rules/authority.ts';
import type { Limit, RemedyMeasure } from '../rules/playbook.ts';

/**
 * Says whether a remedy is the agent's to give, and where the line runs, before anything is said to
 * the customer (P20, P21).
 */
export function limitText(words: Messages, standing: Standing, measure: RemedyMeasure): string {
  if (standing.kind === 'yours') return yoursText(words, standing.limit, measure);
  if (standing.kind === 'ask') return words.say('limit.ask');
  const { amount, percent } = standing.limit;
  if (standing.over === 'percent') return words.say('limit.above', { limit: `${percent ?? 0} %` });
  const limit = amount && moneyText(amount.minor, amount.currency, words.language);
  return words.say('limit.above', { limit: limit ?? '' });
}

/** The agent knows beforehand how far it goes (P21). */
function yoursText(words: Messages, limit: Limit | undefined, measure: RemedyMeasure): string {
  if (measure === 'amount' && limit?.amount !== undefined) {
    const { minor, currency } = limit.amount;
    return words.say('limit.up-to', { limit: moneyText(minor, currency, words.language) });
  }
  if (measure === 'percent' && limit?.percent !== undefined) {
    return words.say('limit.up-to', { limit: `${limit.percent} %` });
  }
  return words.say('limit.yours');
}
