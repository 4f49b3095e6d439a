import { randomFillSync } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { foldForSearch } from '../src/language/fold.ts';
import type { ComplaintEvent } from '../src/rules/events.ts';
import { keysOf, searchTextOf } from '../src/store/customer-keys.ts';
import { commitmentOf, hashOf } from '../src/store/event-hash.ts';
import type { Head } from '../src/store/head-file.ts';
import type { SearchIndex } from '../src/store/search-index.ts';
import type { NewCustomer } from '../src/store/tables/customer.ts';

type Row = Record<string, unknown>;

/** Writes rows into an empty record with prepared statements alone. */
export class BulkWriter {
  /** Customers written so far; their numbers run from 1. */
  customers = 0;
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  #seq: number;
  #head: string;
  #drawn: Buffer = Buffer.alloc(0);

  /** @param head the newest event that is there already: the chain goes on from it */
  constructor(database: Database, head: Head | undefined) {
    this.#database = database;
    this.#seq = head?.seq ?? 0;
    this.#head = head?.hash ?? '';
  }

  row(table: string, row: Row): void {
    this.#statement(table, Object.keys(row)).run(row);
  }

  /** @returns the customer's number */
  customer(customer: NewCustomer): number {
    this.customers += 1;
    const facts = {
      ...customer,
      phone: customer.phone ?? null,
      email: customer.email ?? null,
      account: customer.account ?? null,
      address: customer.address ?? null,
    };
    this.row('customer', { ...facts, id: this.customers, ...keysOf(facts) });
    this.search('customer_search', this.customers, searchTextOf(facts));
    return this.customers;
  }

  search(index: SearchIndex, id: number, text: string): void {
    this.row(index, { rowid: id, text: foldForSearch(text) });
  }

  event({ complaint, n, at, agent, type, body: said }: ComplaintEvent): void {
    this.#seq += 1;
    const salt = this.#salt();
    const body = JSON.stringify(said);
    const commitment = commitmentOf(salt, body);
    this.#head = hashOf(this.#head, { seq: this.#seq, complaint, n, at, agent, type, commitment });
    this.row('event', {
      seq: this.#seq,
      complaint_id: complaint,
      n,
      at,
      agent,
      type,
      salt,
      body,
      commitment: Buffer.from(commitment, 'hex'),
      hash: Buffer.from(this.#head, 'hex'),
    });
  }

  /** Sixteen random bytes; drawn many at a time, since each draw costs microseconds. */
  #salt(): Buffer {
    if (this.#drawn.length === 0) this.#drawn = randomFillSync(Buffer.alloc(16 * 4096));
    const salt = this.#drawn.subarray(0, 16);
    this.#drawn = this.#drawn.subarray(16);
    return salt;
  }

  #statement(table: string, columns: readonly string[]): Statement {
    const known = this.#statements.get(table);
    if (known !== undefined) return known;
    const values = columns.map((column) => `@${column}`);
    const made = this.#database.prepare(
      `INSERT INTO ${table} (${columns.join()}) VALUES (${values.join()})`,
    );
    this.#statements.set(table, made);
    return made;
  }
}
