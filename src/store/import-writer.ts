import type { Database } from 'better-sqlite3';
import { chainedPieces, type EventFacts, eventColumns } from './event-log.ts';
import type { Head, HeadFile } from './head-file.ts';
import { type Highest, ImportKnown, type KnownComplaint } from './import-known.ts';
import { ImportLookup } from './import-lookup.ts';
import { heldValues, ImportRows, type RowValues, valuesIn } from './import-rows.ts';
import { PhoneBook } from './phone-book.ts';
import type { AskCountry, PhoneKeys } from './phone-key.ts';
import type { SearchIndex } from './search-index.ts';
import type { SoughtCustomer } from './sought-customer.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import type { NewCustomer } from './tables/customer.ts';

/** What hangs on a complaint, one table each. */
export type OutcomeTable = 'offer' | 'promise' | 'contact' | 'approval';

/** What an import writes of a complaint. */
export interface ImportedComplaint extends KnownComplaint {
  /** All its columns. */
  readonly row: RowValues;
  /** The text it is found by, folded, in UTF-8; empty for none. */
  readonly search: Uint8Array;
}

/**
 * Writes what is imported: rows, events and search in one transaction a batch. There is no second
 * writer on this connection while it is in use.
 */
export class ImportWriter extends ImportLookup {
  readonly #database: Database;
  readonly #rows: ImportRows;
  readonly #headFile: HeadFile;
  readonly #phones: PhoneBook;
  readonly #known: ImportKnown;
  #head: Head | undefined;

  constructor(database: Database, headFile: HeadFile, askCountry: AskCountry) {
    const rows = new ImportRows(database);
    const known = new ImportKnown();
    super(rows, known);
    this.#database = database;
    this.#rows = rows;
    this.#known = known;
    this.#headFile = headFile;
    this.#phones = new PhoneBook(askCountry);
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
   * Puts what is to be found in order less often while an import runs: half of what that takes is putting
   * in order once more what was put in order before. It is a setting of the file, so it is set back.
   * @throws StoreError
   */
  gatherForSearch(isImporting: boolean): void {
    const settings = isImporting ? searchOfImport : searchOfDesk;
    for (const index of ['complaint_search', 'customer_search'] satisfies SearchIndex[]) {
      for (const [name, many] of Object.entries(settings)) {
        this.#run(`INSERT INTO ${index} (${index}, rank) VALUES ('${name}', ${many})`);
      }
    }
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
      this.#rows.insertWaiting(writingOrder);
      this.#known.written();
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
    this.#rows.forgetWaiting();
    this.#known.forget();
    if (this.#database.inTransaction) this.#run('ROLLBACK');
  }

  /** @returns a number that becomes another one when another connection has written. */
  dataVersion(): number {
    return Number(this.#database.pragma('data_version', { simple: true }));
  }

  /**
   * Finds what a phone number is compared by; asked before a batch begins.
   * @throws StoreError when the desk's country cannot be read
   */
  phoneKeys(phone: string | null): Promise<PhoneKeys> {
    return this.#phones.keysOf(phone);
  }

  /** Writes a customer down, findable at once. @returns their number. */
  addCustomer(customer: NewCustomer, sought: SoughtCustomer): number {
    const { phones, email: email_key, account: account_key, search } = sought;
    const row = { ...customer, phone_key: phones.key, email_key, account_key };
    const id = this.#rows.insert('customer', heldValues(row));
    this.#known.added('customer', id);
    this.#index('customer_search', id, search);
    return id;
  }

  /** Remembers who somebody of another system is here. */
  addCustomerSource(system: string, id: string, customer: number): void {
    this.#rows.insert(
      'customer_source',
      valuesIn(customerSource, { system, id, customer_id: customer }),
    );
    this.#known.rememberCustomer(system, id, customer);
  }

  /** @returns the number that a complaint gets which wants none of its own, or cannot have it. */
  nextComplaint(): number {
    return this.#known.next('complaint');
  }

  /** Writes a complaint. */
  addComplaint(complaint: ImportedComplaint): void {
    const { id, row, search } = complaint;
    this.#rows.insertLater('complaint', row);
    this.#known.addComplaint(complaint);
    if (search.length > 0) this.#index('complaint_search', id, search);
  }

  /** Remembers which complaint an imported one is here. */
  addComplaintSource(system: string, id: string, complaint: number): void {
    const row = { system, id, complaint_id: complaint };
    this.#rows.insertLater('complaint_source', valuesIn(complaintSource, row));
    this.#known.rememberComplaint(system, id, complaint);
  }

  /** Writes a row of what hangs on a complaint. */
  addOutcome(table: OutcomeTable, row: RowValues): void {
    this.#rows.insertLater(table, row);
  }

  /** Writes one event behind the newest. @param body its JSON in pieces, all of which can be kept */
  addEvent(event: EventFacts, body: readonly (string | Uint8Array)[]): void {
    const { row, head } = chainedPieces(this.#head, event, body);
    this.#rows.insertLater('event', valuesIn(eventColumns, row));
    this.#head = head;
  }

  #index(search: SearchIndex, id: number, text: string | Uint8Array): void {
    this.#rows.insertLater(search, valuesIn(searchColumns, { rowid: id, text }));
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

const customerSource = ['system', 'id', 'customer_id'] as const;
const complaintSource = ['system', 'id', 'complaint_id'] as const;
const searchColumns = ['rowid', 'text'] as const;

/** What new customers touch, all over their indexes, fits in for a million complaints. */
const cacheKilobytes = 256 * 1024;
/** Pages of four kilobytes: in a longer log those that change often are written to the file less often. */
const longLog = 64_000;
/** Far shorter than the thousand at which others write the log into the file: so it is done for them. */
const shortLog = 200;
/**
 * So many pieces of a search index lie side by side before they are made one, a little of it at each
 * commit; before so many more, that all of it would be done at once while everybody else waits. And so
 * many bytes of words make a piece (which SQLite's documentation does not name, and FTS5 always had).
 */
const searchOfImport = { automerge: 64, crisismerge: 1000, hashsize: 16 * 1024 * 1024 };
/** What FTS5 does by itself. */
const searchOfDesk = { automerge: 4, crisismerge: 16, hashsize: 1024 * 1024 };

/**
 * What is to be found comes last of a batch: a statement with a trigger, such as each event's, makes
 * FTS5 write out all that it has gathered so far.
 */
const writingOrder = [
  'complaint',
  'offer',
  'promise',
  'contact',
  'approval',
  'complaint_source',
  'event',
  'customer_search',
  'complaint_search',
];

/** Numbers are never given out twice, so the highest ever counts. */
const highestNumber = (table: keyof Highest): string => `max(
  coalesce((SELECT max(id) FROM ${table}), 0),
  coalesce((SELECT seq FROM sqlite_sequence WHERE name = '${table}'), 0)
) AS ${table}`;

const highestNumbers = `SELECT ${highestNumber('complaint')}, ${highestNumber('customer')}`;
