import { CompiledQuery } from 'kysely';
import { headOf, type StoredEvent } from './event-log.ts';
import { type ExportOptions, type ExportPiece, exportBytes, records } from './export.ts';
import { type ComplaintSearch, findComplaints } from './find-complaints.ts';
import { type CustomerHit, findCustomers } from './find-customers.ts';
import type { Head } from './head-file.ts';
import type { Queryable } from './prepared.ts';
import {
  complaintById,
  complaintsByCustomer,
  contactsByComplaint,
  offersByComplaint,
  openPromisesByCustomer,
  promisesByComplaint,
  revisionById,
} from './queries/complaints.ts';
import { customerById } from './queries/customers.ts';
import { agentByName, allAgents, settingByKey } from './queries/desk.ts';
import { eventsAfter, eventsOf, storedEvent } from './queries/events.ts';
import { placeByComplaint, type Unfinished, unfinishedBy } from './queries/places.ts';
import type { RecordField } from './record-fields.ts';
import type { RecordReader } from './record-reader.ts';
import type { SqlRows } from './sql-rows.ts';
import type { AgentRow } from './tables/agent.ts';
import type { ComplaintRow } from './tables/complaint.ts';
import type { ContactRow } from './tables/contact.ts';
import type { CustomerRow } from './tables/customer.ts';
import type { OfferRow } from './tables/offer.ts';
import type { PlaceRow } from './tables/place.ts';
import type { PromiseRow } from './tables/promise.ts';

/**
 * Everything that can be read. Rows come as they are stored; nothing here can write. Any call
 * throws a StoreError when SQLite cannot read.
 */
export class Reader implements RecordReader {
  protected readonly db: Queryable;
  readonly #sql: SqlRows;

  constructor(db: Queryable) {
    this.db = db;
    this.#sql = sqlOver(db);
  }

  async complaint(id: number): Promise<ComplaintRow | undefined> {
    return (await complaintById(this.db, { id })).rows[0];
  }

  /** @returns `n` of the complaint's newest event, or undefined when there is no such complaint. */
  async revisionOf(id: number): Promise<number | undefined> {
    return (await revisionById(this.db, { id })).rows[0]?.revision;
  }

  async offersOf(complaint: number): Promise<OfferRow[]> {
    return (await offersByComplaint(this.db, { complaint })).rows;
  }

  async promisesOf(complaint: number): Promise<PromiseRow[]> {
    return (await promisesByComplaint(this.db, { complaint })).rows;
  }

  async contactsOf(complaint: number): Promise<ContactRow[]> {
    return (await contactsByComplaint(this.db, { complaint })).rows;
  }

  /** @returns the complaint's events, the first one first. */
  async eventsOf(complaint: number): Promise<StoredEvent[]> {
    return (await eventsOf(this.db, { complaint })).rows.map(storedEvent);
  }

  /** @returns a page of the whole log: at most `limit` events after number `seq` (0: from the start). */
  async eventsAfter(seq: number, limit: number): Promise<StoredEvent[]> {
    return (await eventsAfter(this.db, { seq, limit })).rows.map(storedEvent);
  }

  /** @returns the newest event's place and hash, or undefined for an empty log. */
  async head(): Promise<Head | undefined> {
    return await headOf(this.db);
  }

  async customer(id: number): Promise<CustomerRow | undefined> {
    return (await customerById(this.db, { id })).rows[0];
  }

  /** Find-as-you-type over name, phone, email and account; see `find-customers.ts`. */
  async customersMatching(text: string, limit: number): Promise<CustomerHit[]> {
    return await findCustomers(this.db, text, limit);
  }

  /** @returns a customer's complaints, the newest first. */
  async complaintsOf(customer: number, limit: number): Promise<ComplaintRow[]> {
    return (await complaintsByCustomer(this.db, { customer, limit })).rows;
  }

  /** @returns what is promised to a customer and still open, the next due first. */
  async openPromisesOf(customer: number): Promise<PromiseRow[]> {
    return (await openPromisesByCustomer(this.db, { customer })).rows;
  }

  /** @returns the numbers of the complaints that pass the filter, sorted. */
  async findComplaints(search: ComplaintSearch): Promise<number[]> {
    return await findComplaints(this.#sql, search);
  }

  /** @returns the records of these complaints, in this order, for machines; see `recordFields`. */
  async records(
    ids: readonly number[],
    fields: readonly RecordField[],
  ): Promise<Record<string, unknown>[]> {
    return await records(this.#sql, ids, fields);
  }

  /** @returns the record as a file, piece by piece, in UTF-8. */
  exportBytes(options: ExportOptions): AsyncIterable<ExportPiece> {
    return exportBytes(this.#sql, options);
  }

  /** @returns the conversations to take up again, the one left last first. */
  async unfinished(agent?: string): Promise<Unfinished[]> {
    return (await unfinishedBy(this.db, { agent: agent ?? null })).rows;
  }

  async place(complaint: number): Promise<PlaceRow | undefined> {
    return (await placeByComplaint(this.db, { complaint })).rows[0];
  }

  /** @returns everybody who works or has worked here, by name. */
  async agents(): Promise<AgentRow[]> {
    return (await allAgents(this.db, {})).rows;
  }

  async agent(name: string): Promise<AgentRow | undefined> {
    return (await agentByName(this.db, { name })).rows[0];
  }

  async setting(key: string): Promise<string | undefined> {
    return (await settingByKey(this.db, { key })).rows[0]?.value;
  }
}

/** SQL text in the same transaction as the queries that are built. */
const sqlOver = (db: Queryable): SqlRows => ({
  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const query = CompiledQuery.raw(sql, [...values]) as CompiledQuery<Row>;
    return (await db.executeQuery(query)).rows;
  },
});
