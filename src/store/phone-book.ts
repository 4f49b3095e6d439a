import { type AskCountry, type PhoneKeys, phoneKeys } from './phone-key.ts';

const mostPhones = 10_000;

/** Remembers what phone numbers are compared by: in a file they come again, and reading one is dear. */
export class PhoneBook {
  readonly #askCountry: AskCountry;
  readonly #keys = new Map<string, PhoneKeys>();

  constructor(askCountry: AskCountry) {
    this.#askCountry = askCountry;
  }

  /** @returns what a phone number is compared by, as `phoneKeys` finds it. */
  async keysOf(phone: string | null): Promise<PhoneKeys> {
    if (phone === null) return phoneKeys(null, this.#askCountry);
    let keys = this.#keys.get(phone);
    if (keys === undefined) {
      keys = await phoneKeys(phone, this.#askCountry);
      if (this.#keys.size >= mostPhones) this.#keys.clear();
      this.#keys.set(phone, keys);
    }
    return keys;
  }
}
