import type { Messages } from '../../language/messages.ts';
import { moneyText } from '../../language/money-text.ts';
import type { Limit } from '../../rules/playbook.ts';
import type { Money } from '../../rules/values.ts';

/** @returns a line in words: "up to €80.00, 20 %, €50.00 a customer in 30 days". */
export function limitsText(words: Messages, { amount, percent, perCustomer, ask }: Limit): string {
  const sum = ({ minor, currency }: Money): string => moneyText(minor, currency, words.language);
  if (ask === true) return words.say('limits.ask');
  const parts = [
    ...(amount === undefined ? [] : [words.say('limits.amount', { limit: sum(amount) })]),
    ...(percent === undefined ? [] : [words.say('limits.percent', { limit: `${percent} %` })]),
    ...(perCustomer === undefined
      ? []
      : [words.say('limits.customer', { limit: sum(perCustomer.sum), days: perCustomer.days })]),
  ];
  return parts.length === 0 ? words.say('limits.none') : parts.join(', ');
}
