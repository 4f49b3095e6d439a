import { append, type NewEvent } from './event-log.ts';
import type { Head } from './head-file.ts';
import { addCalendar } from './queries/calendars.ts';
import { addComplaint, changeComplaint } from './queries/complaints.ts';
import { addCustomer, changeCustomer, removeCustomer } from './queries/customers.ts';
import { putAgent, putSetting } from './queries/desk.ts';
import {
  putApproval,
  putClock,
  putContact,
  putOffer,
  putPromise,
  removeApprovals,
  removeClocks,
  removeContacts,
  removeOffers,
  removePromises,
} from './queries/outcome-rows.ts';
import { putPlace, removePlace } from './queries/places.ts';
import { Reader } from './reader.ts';
import { dropFromIndex, putInIndex, scrubIndexes } from './search-index.ts';
import type { NewAgent } from './tables/agent.ts';
import type { NewApproval } from './tables/approval.ts';
import type { NewCalendar } from './tables/calendar.ts';
import type { NewClock } from './tables/clock.ts';
import type { ComplaintChanges, NewComplaint } from './tables/complaint.ts';
import type { NewContact } from './tables/contact.ts';
import type { CustomerChanges, NewCustomer } from './tables/customer.ts';
import type { NewOffer } from './tables/offer.ts';
import type { NewPlace } from './tables/place.ts';
import type { NewPromise } from './tables/promise.ts';

/**
 * A reader that can also write. There is one only inside `Store.transact`, so a write outside a
 * transaction cannot be typed. Everything it writes is committed together, or not at all. Any call
 * throws a StoreError when SQLite refuses.
 */
export class Transactor extends Reader {
  #newHead: Head | undefined;

  /** The newest event that this transaction wrote. */
  get newHead(): Head | undefined {
    return this.#newHead;
  }

  /** Writes one event behind the newest. @returns its place in the log and its hash. */
  async appendEvent(event: NewEvent): Promise<Head> {
    this.#newHead = await append(this.db, await this.head(), event);
    return this.#newHead;
  }

  /** @returns the new complaint's number. */
  async insertComplaint(complaint: NewComplaint): Promise<number> {
    return Number((await addComplaint(this.db, { ...complaint })).insertId);
  }

  /** Changes the columns that are given. */
  async updateComplaint(id: number, changes: ComplaintChanges): Promise<void> {
    await changeComplaint(this.db, id, changes);
  }

  /** Puts these offers in place of all that the complaint had. */
  async replaceOffers(complaint: number, offers: readonly NewOffer[]): Promise<void> {
    await removeOffers(this.db, { complaint });
    for (const offer of offers) await putOffer(this.db, { ...offer });
  }

  /** Puts these promises in place of all that the complaint had. */
  async replacePromises(complaint: number, promises: readonly NewPromise[]): Promise<void> {
    await removePromises(this.db, { complaint });
    for (const promise of promises) await putPromise(this.db, { ...promise });
  }

  /** Puts these contacts in place of all that the complaint had. */
  async replaceContacts(complaint: number, contacts: readonly NewContact[]): Promise<void> {
    await removeContacts(this.db, { complaint });
    for (const contact of contacts) await putContact(this.db, { ...contact });
  }

  /** Puts these approvals in place of all that the complaint had. */
  async replaceApprovals(complaint: number, approvals: readonly NewApproval[]): Promise<void> {
    await removeApprovals(this.db, { complaint });
    for (const approval of approvals) await putApproval(this.db, { ...approval });
  }

  /** Puts these clocks in place of all that the complaint had. */
  async replaceClocks(complaint: number, clocks: readonly NewClock[]): Promise<void> {
    await removeClocks(this.db, { complaint });
    for (const clock of clocks) await putClock(this.db, { ...clock });
  }

  /** Writes one clock, over the one of the same kind if there is one. */
  async putClock(clock: NewClock): Promise<void> {
    await putClock(this.db, { ...clock });
  }

  /** Writes down the opening hours that hold from now on. */
  async putCalendar(calendar: NewCalendar): Promise<void> {
    await addCalendar(this.db, { ...calendar });
  }

  /** Writes one offer, over the one of the same number if there is one. */
  async putOffer(offer: NewOffer): Promise<void> {
    await putOffer(this.db, { ...offer });
  }

  /** Writes one promise, over the one of the same number if there is one. */
  async putPromise(promise: NewPromise): Promise<void> {
    await putPromise(this.db, { ...promise });
  }

  /** Writes one contact, over the one of the same number if there is one. */
  async putContact(contact: NewContact): Promise<void> {
    await putContact(this.db, { ...contact });
  }

  /** Writes a customer down, findable at once. @returns the new customer's number. */
  async insertCustomer(customer: NewCustomer): Promise<number> {
    return await addCustomer(this.db, customer);
  }

  /** Changes the columns that are given, and what the customer is found by with them. */
  async updateCustomer(id: number, changes: CustomerChanges): Promise<void> {
    await changeCustomer(this.db, id, changes);
  }

  /** Takes a customer off the desk. @throws StoreError `failed` while a complaint names them. */
  async deleteCustomer(id: number): Promise<void> {
    await removeCustomer(this.db, id);
  }

  /** Sets the text a complaint is found by; it is folded here. */
  async indexComplaint(id: number, text: string): Promise<void> {
    await putInIndex(this.db, 'complaint_search', id, text);
  }

  /** Takes a complaint out of the search. */
  async unindexComplaint(id: number): Promise<void> {
    await dropFromIndex(this.db, 'complaint_search', id);
  }

  /** Takes the words of what is no longer found out of the file; part of erasing a person. */
  async scrubSearch(): Promise<void> {
    await scrubIndexes(this.db);
  }

  /** Remembers where an unfinished conversation stands, with its unconfirmed text. */
  async setPlace(place: NewPlace): Promise<void> {
    await putPlace(this.db, { ...place });
  }

  async clearPlace(complaint: number): Promise<void> {
    await removePlace(this.db, { complaint });
  }

  /**
   * Writes an agent as a whole, over the one of the same name if there is one (its `created_at`
   * stays).
   */
  async putAgent(agent: NewAgent): Promise<void> {
    await putAgent(this.db, agent);
  }

  async putSetting(key: string, value: string): Promise<void> {
    await putSetting(this.db, { key, value });
  }
}
