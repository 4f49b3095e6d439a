import { CompiledQuery } from 'kysely';
import type { Whereabouts } from './country.ts';
import type { StoredEvent } from './event-log.ts';
import { type CustomerHit, customersNumbered, findCustomers } from './find-customers.ts';
import {
  customersWithSameKeys,
  type RepeatRow,
  recentComplaintsOf,
  type SameKeyRow,
  type SharedKey,
} from './find-repeats.ts';
import type { Queryable } from './prepared.ts';
import { allCalendars } from './queries/calendars.ts';
import {
  complaintById,
  complaintsByCustomer,
  contactsByComplaint,
  offersByComplaint,
  openPromisesByCustomer,
  promisesByComplaint,
} from './queries/complaints.ts';
import {
  complaintsBroughtTo,
  customerById,
  mergedIntoCustomer,
  whereabouts,
} from './queries/customers.ts';
import { agentByName, allAgents, type GivenRow, givenSince } from './queries/desk.ts';
import { deskEventsOf, eventsAfter, eventsOf, storedEvent } from './queries/events.ts';
import { approvalsByComplaint, clocksByComplaint } from './queries/outcome-rows.ts';
import { placeByComplaint, type Unfinished, unfinishedBy } from './queries/places.ts';
import { ScriptReader } from './record-reader.ts';
import type { SqlRows } from './sql-rows.ts';
import type { AgentRow } from './tables/agent.ts';
import type { ApprovalRow } from './tables/approval.ts';
import type { CalendarRow } from './tables/calendar.ts';
import type { ClockRow } from './tables/clock.ts';
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
export class Reader extends ScriptReader {
  protected readonly db: Queryable;

  constructor(db: Queryable) {
    super(sqlOver(db), (text, limit) => findCustomers(db, text, limit));
    this.db = db;
  }

  async complaint(id: number): Promise<ComplaintRow | undefined> {
    return (await complaintById(this.db, { id })).rows[0];
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

  async approvalsOf(complaint: number): Promise<ApprovalRow[]> {
    return (await approvalsByComplaint(this.db, { complaint })).rows;
  }

  async clocksOf(complaint: number): Promise<ClockRow[]> {
    return (await clocksByComplaint(this.db, { complaint })).rows;
  }

  /** @returns the opening hours as they held one after the other, the first ones first. */
  async calendars(): Promise<CalendarRow[]> {
    return (await allCalendars(this.db, {})).rows;
  }

  /** @returns what tells in which country the desk is. */
  async whereabouts(): Promise<Whereabouts> {
    return await whereabouts(this.db);
  }

  /** @returns the complaint's events, the first one first. */
  async eventsOf(complaint: number): Promise<StoredEvent[]> {
    return (await eventsOf(this.db, { complaint })).rows.map(storedEvent);
  }

  /** @returns a page of the whole log: at most `limit` events after number `seq` (0: from the start). */
  async eventsAfter(seq: number, limit: number): Promise<StoredEvent[]> {
    return (await eventsAfter(this.db, { seq, limit })).rows.map(storedEvent);
  }

  /** @returns what happened at the desk and to no complaint, of one type, the newest first. */
  async deskEventsOf(type: string): Promise<StoredEvent[]> {
    return (await deskEventsOf(this.db, { type })).rows.map(storedEvent);
  }

  /** @returns a customer's complaints whose logs speak of a merging, by number. */
  async complaintsBroughtTo(customer: number): Promise<number[]> {
    return (await complaintsBroughtTo(this.db, { customer })).rows.map(({ id }) => id);
  }

  /** @returns who was merged into a customer, by number. */
  async mergedIntoCustomer(customer: number): Promise<number[]> {
    return (await mergedIntoCustomer(this.db, { customer })).rows.map(({ id }) => id);
  }

  async customer(id: number): Promise<CustomerRow | undefined> {
    return (await customerById(this.db, { id })).rows[0];
  }

  /** @returns these customers with their complaints counted, in this order; see `customersNumbered`. */
  async customersNumbered(ids: readonly number[]): Promise<CustomerHit[]> {
    return customersNumbered(this.db, ids);
  }

  /** @returns who has a number or an address in common with these; see `customersWithSameKeys`. */
  async customersWithSameKeys(
    keys: Pick<CustomerRow, SharedKey>,
    limit: number,
  ): Promise<SameKeyRow[]> {
    return customersWithSameKeys(this.db, keys, limit);
  }

  /** @returns what another complaint may be a repeat of; see `recentComplaintsOf` in find-repeats.ts. */
  async recentComplaintsOf(
    customers: readonly number[],
    since: number,
    limit: number,
  ): Promise<RepeatRow[]> {
    return recentComplaintsOf(this.db, customers, since, limit);
  }

  /** @returns a customer's complaints, the newest first. */
  async complaintsOf(customer: number, limit: number): Promise<ComplaintRow[]> {
    return (await complaintsByCustomer(this.db, { customer, limit })).rows;
  }

  /**
   * @param since epoch milliseconds; what was given at that very moment no longer counts
   * @param except the complaint that is left out
   * @returns the remedies a customer was given in other complaints, the oldest first
   */
  async givenTo(customer: number, since: number, except: number): Promise<GivenRow[]> {
    return (await givenSince(this.db, { customer, since, except })).rows;
  }

  /** @returns what is promised to a customer and still open, the next due first. */
  async openPromisesOf(customer: number): Promise<PromiseRow[]> {
    return (await openPromisesByCustomer(this.db, { customer })).rows;
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
}

/** SQL text in the same transaction as the queries that are built. */
const sqlOver = (db: Queryable): SqlRows => ({
  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const query = CompiledQuery.raw(sql, [...values]) as CompiledQuery<Row>;
    return (await db.executeQuery(query)).rows;
  },
});
