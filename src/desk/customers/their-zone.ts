import { localMinute } from '../../language/local-minute.ts';
import { zonesOf } from '../../store/country.ts';

/**
 * The time zone of whoever is behind a number, by the country that it is written with (P9). A number
 * without one is of the desk's own country, and a country whose clocks differ tells nothing.
 * @param phone as typed
 * @param now epoch milliseconds: zones that go by one time now count as one
 * @returns an IANA time zone, or undefined where it cannot be told
 */
export async function zoneOfPhone(
  phone: string | undefined,
  now: number,
): Promise<string | undefined> {
  const number = phone?.trim() ?? '';
  if (!/^(\+|00)/.test(number)) return undefined;
  if (!found.has(number)) found.set(number, await lookUp(number.replace(/^00/, '+'), now));
  return found.get(number);
}

/** @returns what was looked up before, for those who cannot wait: loading takes a tenth of a second. */
export const knownZoneOf = (phone: string | undefined): string | undefined =>
  phone === undefined ? undefined : found.get(phone.trim());

const found = new Map<string, string | undefined>();

async function lookUp(number: string, now: number): Promise<string | undefined> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const country = parsePhoneNumberFromString(number)?.country;
  const [zone, ...others] = country === undefined ? [] : zonesOf(country);
  if (zone === undefined) return undefined;
  const time = localMinute(now, zone);
  return others.every((other) => localMinute(now, other) === time) ? zone : undefined;
}
