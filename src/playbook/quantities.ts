import { readMoney } from '../language/read-money.ts';
import { currency, type Money, minor } from '../rules/values.ts';

/** Stands for "no currency was named": ISO 4217's own code for that. */
const UNNAMED = 'XXX';

/**
 * @param text a sum with its currency: `50.00 EUR`
 * @returns the sum in minor units; undefined when it is none, or its currency is not named
 */
export function readSum(text: string): Money | undefined {
  const read = readMoney(text, UNNAMED);
  return read === undefined || read.currency === UNNAMED
    ? undefined
    : { minor: minor(read.minor), currency: currency(read.currency) };
}

/**
 * @param text `10 h`, `1.5 h`
 * @returns hours, more than none and at most a year; undefined when it is no such time
 */
export function readHours(text: string): number | undefined {
  const hours = Number(/^(\d{1,4}(?:\.\d{1,2})?)\s*h$/.exec(text)?.[1]);
  return hours > 0 && hours <= 8760 ? hours : undefined;
}

/**
 * @param text `15 %`, `12.5 %`
 * @returns whole or half percents from 0 to 100; undefined when it is no such share
 */
export function readPercent(text: string): number | undefined {
  const percent = Number(/^(\d{1,3}(?:\.[05])?)\s*%$/.exec(text)?.[1]);
  return percent <= 100 ? percent : undefined;
}
