import type { Database } from 'better-sqlite3';
import { keysOf, searchTextOf } from './customer-keys.ts';
import { chained, type NewEvent } from './event-log.ts';
import type { Head, HeadFile } from './head-file.ts';
import { ImportRows, type Row } from './import-rows.ts';
import { type AskCountry, type PhoneKeys, phoneKeys } from './phone-key.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import type { CustomerTable, NewCustomer } from './tables/customer.ts';

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

const keyColumns = [
  'phone_key',
  'email_key',
  'account_key',
] as const satisfies readonly (keyof CustomerTable)[];

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

  constructor(database: Database, headFile: HeadFile, askCountry: AskCountry) {
    this.#database = database;
    this.#rows = new ImportRows(database);
    this.#headFile = headFile;
    this.#askCountry = askCountry;
    // Pages of indexes are written again and again; the usual room for them is two megabytes.
    database.pragma(`cache_size = -${cacheKilobytes}`);
    database.pragma(`wal_autocheckpoint = ${walPages}`);
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
    this.#run('COMMIT');
    if (this.#head !== undefined) this.#headFile.write(this.#head);
  }

  /** Takes everything back since `begin`. On a full disk SQLite has done so by itself. */
  rollBack(): void {
    this.#rows.forgetIndexes();
    if (this.#database.inTransaction) this.#run('ROLLBACK');
  }

  /** @returns a number that becomes another one when another connection has written. */
  dataVersion(): number {
    return Number(this.#database.pragma('data_version', { simple: true }));
  }

  /** @returns which complaint an imported one is here. */
  complaintFrom(system: string, id: string): KnownComplaint | undefined {
    return this.#rows.first<KnownComplaint>(
      `SELECT c.id AS id, c.opened_at AS openedAt FROM complaint_source AS s
         JOIN complaint AS c ON c.id = s.complaint_id WHERE s.system = ? AND s.id = ?`,
      system,
      id,
    );
  }

  /** @returns what is on record under a number. */
  complaintOf(id: number): (KnownComplaint & { readonly words: string | null }) | undefined {
    return this.#rows.first(
      'SELECT id, opened_at AS openedAt, words FROM complaint WHERE id = ?',
      id,
    );
  }

  /** @returns which customer somebody of another system is here. */
  customerFrom(system: string, id: string): number | undefined {
    return this.#rows.first<{ id: number }>(
      'SELECT customer_id AS id FROM customer_source WHERE system = ? AND id = ?',
      system,
      id,
    )?.id;
  }

  /** @returns whether a customer has this number. */
  hasCustomer(id: number): boolean {
    return this.#rows.first('SELECT 1 FROM customer WHERE id = ?', id) !== undefined;
  }

  /** @returns whether somebody here comes from a system already. */
  isFrom(system: string, customer: number): boolean {
    return (
      this.#rows.first(
        'SELECT 1 FROM customer_source WHERE customer_id = ? AND system = ?',
        customer,
        system,
      ) !== undefined
    );
  }

  /** @returns who has a number or an address in common with what is sought, the newest first. */
  customersWith({ phones, email, account }: SoughtKeys): readonly { id: number; name: string }[] {
    if (phones.key === null && email === null && account === null) return [];
    return this.#rows.all(sameKeys, JSON.stringify(phones.same), email, account);
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
    this.#rows.index('customer_search', id, searchTextOf(facts, keys.phone_key));
    return id;
  }

  /** Remembers who somebody of another system is here. */
  addCustomerSource(system: string, id: string, customer: number): void {
    this.#rows.insert('customer_source', { system, id, customer_id: customer });
  }

  /**
   * Writes a complaint.
   * @param row all its columns; without an `id` it gets the next number
   * @param search the text it is found by
   * @returns its number
   */
  addComplaint(row: Row, search: string): number {
    const id = this.#rows.insert('complaint', row);
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

const cacheKilobytes = 64 * 1024;
/** Pages of four kilobytes: those that change often are then written to the file once, not each time. */
const walPages = 16_000;
const mostPhones = 10_000;
/** How many people with the same number are looked at: a family, a firm. */
const mostSame = 100;

/** Who was merged into somebody else is that one. */
const sameKeys = `
  WITH RECURSIVE met (id) AS (
    ${keyColumns
      .map((column) =>
        column === 'phone_key'
          ? `SELECT id FROM customer WHERE phone_key IN (SELECT value FROM json_each(?))`
          : `SELECT id FROM customer WHERE ${column} = ?`,
      )
      .join(' UNION ')}
    UNION SELECT customer.merged_into FROM met JOIN customer ON customer.id = met.id
      WHERE customer.merged_into IS NOT NULL)
  SELECT customer.id AS id, customer.name AS name FROM met
    JOIN customer ON customer.id = met.id AND customer.merged_into IS NULL
  ORDER BY customer.id DESC LIMIT ${mostSame}`;
