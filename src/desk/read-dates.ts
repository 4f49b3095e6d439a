import { type Day, day, type Millis, millis, type Refusal, refuse } from '../rules/values.ts';
import type { Desk } from './desk.ts';

/**
 * Reads a moment as people write it, ISO first.
 * @param field what a refusal is about
 * @param theirZone the customer's time zone, where it is known: `10:30 their time` (P9)
 */
export async function readMoment(
  text: string,
  field: string,
  { zone, theirZone }: Pick<Desk, 'zone'> & { readonly theirZone?: string | undefined },
  now: Millis,
): Promise<{ readonly at: Millis } | { readonly refusal: Refusal }> {
  // The calendar takes tens of milliseconds to load: only where somebody names a date.
  const { readWhen } = await import('../language/when.ts');
  const read = readWhen(text, { now, zone, theirZone });
  return 'at' in read
    ? { at: millis(read.at) }
    : { refusal: whenNotRead(read.reason, text, field) };
}

/** Reads a day that has been. */
export async function readPastDay(
  text: string,
  field: string,
  { zone }: Pick<Desk, 'zone'>,
  now: Millis,
): Promise<{ readonly day: Day } | { readonly refusal: Refusal }> {
  const { readDay } = await import('../language/when.ts');
  const read = readDay(text, { now, zone });
  return 'day' in read
    ? { day: day(read.day) }
    : { refusal: whenNotRead(read.reason, text, field) };
}

/** @returns the refusal for a date that was not understood, by the reader's reason. */
export const whenNotRead = (reason: string, typed: string, field: string): Refusal =>
  refuse(`when_${reason.replaceAll('-', '_')}`, { typed }, field);
