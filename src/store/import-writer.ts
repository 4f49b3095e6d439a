import type { Database } from 'better-sqlite3';
import { foldForSearch } from '../language/fold.ts';
import { keysOf, searchTextOf } from './customer-keys.ts';
import { chained, type NewEvent } from './event-log.ts';
import type { Head, HeadFile } from './head-file.ts';
import { type Highest, ImportKnown } from './import-known.ts';
import { ImportRows, type Row } from './import-rows.ts';
import { type AskCountry, type PhoneKeys, phoneKeys } from './phone-key.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import type { NewCustomer } from './tables/customer.ts';

/** What hangs on a complaint, one table each. */
export type OutcomeTable = 'offer' | 'promise' | 'contact' | 'approval';

/** An imported complaint that is here already. */
export interface KnownComplaint {
  readonly id: number;
  readonly openedAt: number;
}

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

/**
 * Writes what is imported: rows, events and search in one transaction a batch. There is no second
 * writer on this connection while it is in use.
 */
export class ImportWriter {
  readonly #database: Database;
  readonly #rows: ImportRows;
  readonly #headFile: HeadFile;
  readonly #askCountry: AskCountry;
  readonly #phones = new Map<string, PhoneKeys>();
  #head: Head | undefined;
  readonly #known = new ImportKnown();

  constructor(database: Database, headFile: HeadFile, askCountry: AskCountry) {
    this.#database = database;
    this.#rows = new ImportRows(database);
    this.#headFile = headFile;
    this.#askCountry = askCountry;
    // Pages of indexes are written again and again; the usual room for them is two megabytes.
    database.pragma(`cache_size = -${cacheKilobytes}`);
    this.makeRoom(false);
  }

  /**
   * Keeps the log beside the file short, while others work on it: whoever commits next with a long one
   * writes it into the file, and waits for that.
   * @param others whether anybody else works on the record
   */
  makeRoom(others: boolean): void {
    this.#database.pragma(`wal_autocheckpoint = ${others ? shortLog : longLog}`);
    if (others) this.#database.pragma('wal_checkpoint(PASSIVE)');
  }

  /**
   * Does some reading and writing as one: when it returns, all of it is on the disk; when it throws,
   * nothing was done.
   * @throws StoreError `locked` when another process keeps the lock, `full`, `readonly`, `bad-text`
   */
  atOnce<Done>(work: () => Done): Done {
    this.begin();
    try {
      const done = this.within(work);
      this.commit();
      return done;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /** Takes the write lock: until `commit` or `rollBack` nobody else can write. @throws StoreError */
  begin(): void {
    this.#run('BEGIN IMMEDIATE');
    const highest = this.#rows.first<Highest>(highestNumbers);
    if (highest !== undefined) this.#known.begin(this.dataVersion(), highest);
    this.#head = this.#newestEvent();
  }

  /** Does some of the work of a transaction that `begin` began. @throws StoreError */
  within<Done>(work: () => Done): Done {
    try {
      const done = work();
      this.#rows.writeIndexes();
      return done;
    } catch (error) {
      throw storeErrorOf(error, this.#database.name);
    }
  }

  /** @throws StoreError `full`: nothing was done then */
  commit(): void {
    this.#known.end();
    this.#run('COMMIT');
    if (this.#head !== undefined) this.#headFile.write(this.#head);
  }

  /** Takes everything back since `begin`. On a full disk SQLite has done so by itself. */
  rollBack(): void {
    this.#rows.forgetIndexes();
    this.#known.forget();
    if (this.#database.inTransaction) this.#run('ROLLBACK');
  }

  /** @returns a number that becomes another one when another connection has written. */
  dataVersion(): number {
    return Number(this.#database.pragma('data_version', { simple: true }));
  }

  /** @returns which complaint an imported one is here. */
  complaintFrom(system: string, id: string): KnownComplaint | undefined {
    const found = this.#rows.value<number>(
      'SELECT complaint_id FROM complaint_source WHERE system = ? AND id = ?',
      system,
      id,
    );
    return found === undefined ? undefined : this.complaintOf(found);
  }

  /** @returns what is on record under a number. */
  complaintOf(id: number): (KnownComplaint & { readonly words: string | null }) | undefined {
    if (this.#known.isFree('complaint', id)) return undefined;
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
      for (const { id, name, into } of this.#rows.all<SameRow>(sameKey[column], key)) {
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

  /**
   * Finds what a phone number is compared by; asked before a batch begins.
   * @throws StoreError when the desk's country cannot be read
   */
  async phoneKeys(phone: string | null): Promise<PhoneKeys> {
    if (phone === null) return phoneKeys(null, this.#askCountry);
    let keys = this.#phones.get(phone);
    if (keys === undefined) {
      keys = await phoneKeys(phone, this.#askCountry);
      if (this.#phones.size >= mostPhones) this.#phones.clear();
      this.#phones.set(phone, keys);
    }
    return keys;
  }

  /** Writes a customer down, findable at once. @returns their number. */
  addCustomer(customer: NewCustomer, phoneKey: string | null): number {
    const { name, phone = null, email = null, account = null, address = null } = customer;
    const { language = null, created_at, updated_at } = customer;
    const facts = { name, phone, email, account };
    const keys = keysOf(facts, phoneKey);
    const row = { id: customer.id ?? null, ...facts, address, language, created_at, updated_at };
    const id = this.#rows.insert('customer', { ...row, ...keys });
    this.#known.added('customer', id);
    const search = foldForSearch(searchTextOf(facts, keys.phone_key));
    this.#rows.index('customer_search', id, search);
    return id;
  }

  /** Remembers who somebody of another system is here. */
  addCustomerSource(system: string, id: string, customer: number): void {
    this.#rows.insert('customer_source', { system, id, customer_id: customer });
    this.#known.rememberCustomer(system, id, customer);
  }

  /**
   * Writes a complaint.
   * @param row all its columns; without an `id` it gets the next number
   * @param search the text it is found by, folded
   * @returns its number
   */
  addComplaint(row: Row, search: string): number {
    const id = this.#rows.insert('complaint', row);
    this.#known.added('complaint', id);
    if (search !== '') this.#rows.index('complaint_search', id, search);
    return id;
  }

  /** Remembers which complaint an imported one is here. */
  addComplaintSource(system: string, id: string, complaint: number): void {
    this.#rows.insert('complaint_source', { system, id, complaint_id: complaint });
  }

  /** Writes a row of what hangs on a complaint. */
  addOutcome(table: OutcomeTable, row: Row): void {
    this.#rows.insert(table, row);
  }

  /** Writes one event behind the newest. */
  addEvent(event: NewEvent): void {
    const { row, head } = chained(this.#head, event);
    this.#rows.insert('event', row);
    this.#head = head;
  }

  #run(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw storeErrorOf(error, this.#database.name);
    }
  }

  #newestEvent(): Head | undefined {
    return this.#rows.first<Head>(
      'SELECT seq, lower(hex(hash)) AS hash FROM event ORDER BY seq DESC LIMIT 1',
    );
  }
}

const cacheKilobytes = 128 * 1024;
/** Pages of four kilobytes: in a longer log those that change often are written to the file less often. */
const longLog = 32_000;
const shortLog = 1000;
const mostPhones = 10_000;
/** How many people with the same number are looked at: a family, a firm. */
const mostSame = 100;

const highestNumbers = `SELECT
  coalesce((SELECT max(id) FROM complaint), 0) AS complaint,
  coalesce((SELECT max(id) FROM customer), 0) AS customer`;

type KeyColumn = 'phone_key' | 'email_key' | 'account_key';

interface SameRow extends SameCustomer {
  readonly into: number | null;
}

const withKey = (column: KeyColumn): string =>
  `SELECT id, name, merged_into AS "into" FROM customer WHERE ${column} = ?
   ORDER BY id DESC LIMIT ${mostSame}`;

const sameKey: Readonly<Record<KeyColumn, string>> = {
  phone_key: withKey('phone_key'),
  email_key: withKey('email_key'),
  account_key: withKey('account_key'),
};
