import type { ImportKnown, KnownComplaint } from './import-known.ts';
import type { ImportRows } from './import-rows.ts';
import type { PhoneKeys } from './phone-key.ts';

/** What a customer is compared by: the keys of the phone number, the email address, the account. */
export interface SoughtKeys {
  readonly phones: PhoneKeys;
  readonly email: string | null;
  readonly account: string | null;
}

/** A customer who may be the one that is sought. */
export interface SameCustomer {
  readonly id: number;
  readonly name: string;
}

/** Whom and what an import meets in the record: what it knows is not asked again. */
export class ImportLookup {
  readonly #rows: ImportRows;
  readonly #known: ImportKnown;

  constructor(rows: ImportRows, known: ImportKnown) {
    this.#rows = rows;
    this.#known = known;
  }

  /** @returns which complaint an imported one is here. */
  complaintFrom(system: string, id: string): KnownComplaint | undefined {
    const found =
      this.#known.complaint(system, id) ??
      this.#rows.value<number>(
        'SELECT complaint_id FROM complaint_source WHERE system = ? AND id = ?',
        system,
        id,
      );
    return found === undefined ? undefined : this.complaintOf(found);
  }

  /** @returns what is on record under a number. */
  complaintOf(id: number): KnownComplaint | undefined {
    if (this.#known.isFree('complaint', id)) return undefined;
    const waiting = this.#known.waiting(id);
    if (waiting !== undefined) return waiting;
    const openedAt = this.#rows.value<number>('SELECT opened_at FROM complaint WHERE id = ?', id);
    if (openedAt === undefined) return undefined;
    const words = this.#rows.value<string | null>('SELECT words FROM complaint WHERE id = ?', id);
    return { id, openedAt, words: words ?? null };
  }

  /** @returns which customer somebody of another system is here. */
  customerFrom(system: string, id: string): number | undefined {
    const known = this.#known.customer(system, id);
    if (known !== undefined) return known;
    const found = this.#rows.value<number>(
      'SELECT customer_id FROM customer_source WHERE system = ? AND id = ?',
      system,
      id,
    );
    if (found !== undefined) this.#known.rememberCustomer(system, id, found);
    return found;
  }

  /** @returns whether a customer has this number. */
  hasCustomer(id: number): boolean {
    if (this.#known.isFree('customer', id)) return false;
    return this.#rows.value<number>('SELECT 1 FROM customer WHERE id = ?', id) !== undefined;
  }

  /** @returns whether somebody here comes from a system already. */
  isFrom(system: string, customer: number): boolean {
    return (
      this.#rows.value<number>(
        'SELECT 1 FROM customer_source WHERE customer_id = ? AND system = ?',
        customer,
        system,
      ) !== undefined
    );
  }

  /** @returns who has a number or an address in common with what is sought, the newest first. */
  customersWith({ phones, email, account }: SoughtKeys): readonly SameCustomer[] {
    const found = new Map<number, string>();
    const look = (column: KeyColumn, key: string): void => {
      const { any, all } = sameKey[column];
      // Most are new: asking whether there is anybody takes a sixth of going through them in order.
      if (this.#rows.value<number>(any, key) === undefined) return;
      for (const { id, name, into } of this.#rows.all<SameRow>(all, key)) {
        // Who was merged into somebody else is that one.
        const whole = into === null ? { id, name } : this.#mergedInto(into);
        if (whole !== undefined) found.set(whole.id, whole.name);
      }
    };
    for (const phone of phones.same) look('phone_key', phone);
    if (email !== null && email !== '') look('email_key', email);
    if (account !== null && account !== '') look('account_key', account);
    return [...found].map(([id, name]) => ({ id, name })).sort((one, other) => other.id - one.id);
  }

  #mergedInto(id: number): SameCustomer | undefined {
    const row = this.#rows.first<SameRow>(
      'SELECT id, name, merged_into AS "into" FROM customer WHERE id = ?',
      id,
    );
    return row === undefined || row.into === null ? row : this.#mergedInto(row.into);
  }
}

/** How many people with the same number are looked at: a family, a firm. */
const mostSame = 100;

type KeyColumn = 'phone_key' | 'email_key' | 'account_key';

interface SameRow extends SameCustomer {
  readonly into: number | null;
}

const withKey = (column: KeyColumn) => ({
  any: `SELECT id FROM customer WHERE ${column} = ?`,
  all: `SELECT id, name, merged_into AS "into" FROM customer WHERE ${column} = ?
   ORDER BY id DESC LIMIT ${mostSame}`,
});

const sameKey = {
  phone_key: withKey('phone_key'),
  email_key: withKey('email_key'),
  account_key: withKey('account_key'),
};
