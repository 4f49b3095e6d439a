import { digitsOf, foldForSearch } from '../language/fold.ts';

/** What a phone number is kept under, and what the same number may be kept under already. */
export interface PhoneKeys {
  /** The number in full, E.164 without its plus: `359888123456`; its bare digits when it is none. */
  readonly key: string | null;
  /** The key, and the digits of the other ways to write it, as older rows have them. */
  readonly same: readonly string[];
}

/** Of somebody whose number is not known. */
export const noPhone: PhoneKeys = { key: null, same: [] };

/** Tells where the desk is, when somebody needs to know: an ISO 3166 code. */
export type AskCountry = () => Promise<string | undefined>;

/**
 * Finds what a phone number is compared by, so that `0888 123 456` at a desk in Bulgaria,
 * `+359 88 812 3456` and `00359 888 123456` are one number (P2). An extension leads to the same line.
 * @param phone as typed
 * @param askCountry asked for a number without a country's code
 */
export async function phoneKeys(phone: string | null, askCountry: AskCountry): Promise<PhoneKeys> {
  const digits = phone === null ? '' : digitsOf(phone);
  if (phone === null || digits === '') return noPhone;
  const { parsePhoneNumberFromString, isSupportedCountry } = await library();
  // Digits of other scripts and full-width signs are no number to the library.
  const plain = foldForSearch(phone).trim();
  const country = plain.startsWith('+') ? undefined : await askCountry();
  const number = parsePhoneNumberFromString(
    plain,
    country !== undefined && isSupportedCountry(country) ? country : undefined,
  );
  if (number === undefined || !number.isValid()) return { key: digits, same: [digits] };
  const key = digitsOf(number.number);
  const { nationalNumber } = number;
  // Once more without the extension, which would be written behind it.
  const national = digitsOf(parsePhoneNumberFromString(number.number)?.formatNational() ?? '');
  const same = new Set([key, `00${key}`, national, String(nationalNumber), digits]);
  return { key, same: [...same].filter((one) => one !== '') };
}

/** A tenth of a second to load, and most commands look at no number. */
const library = () => import('libphonenumber-js/min');
