import type { Customer } from '../rules/state.ts';
import {
  type ComplaintId,
  type CustomerId,
  complaintId,
  type Millis,
  millis,
} from '../rules/values.ts';
import type { CustomerHit as StoredHit } from '../store/find-customers.ts';
import type { Desk } from './desk.ts';
import { customerOf } from './rows.ts';

/** Somebody the desk knows who fits what was typed, with what is good to know before picking up. */
export interface CustomerHit extends Customer {
  readonly complaints: number;
  readonly lastComplaintAt: Millis | undefined;
  readonly openPromises: number;
}

/**
 * Finds customers while the name is typed (P2, P8).
 * @param text any part of a name, a phone number, an email address or an account number
 * @param limit how many at most
 * @returns the best first: an exact number or address, then who complained last; with no text,
 *   who complained last
 */
export async function findCustomers(
  desk: Desk,
  text: string,
  limit: number,
): Promise<readonly CustomerHit[]> {
  return (await desk.store.read.customersMatching(text, limit)).map(hitOf);
}

/** @returns somebody who was found, as they are shown. */
export const hitOf = (hit: StoredHit): CustomerHit => ({
  ...customerOf(hit),
  complaints: hit.complaints,
  lastComplaintAt: hit.lastComplaintAt === null ? undefined : millis(hit.lastComplaintAt),
  openPromises: hit.openPromises,
});

/** What was before: shown when a known customer calls, so that nothing is asked twice (P8, P39). */
export interface CustomerHistory {
  readonly earlier: readonly EarlierComplaint[];
  readonly promises: readonly {
    readonly what: string;
    readonly due: Millis;
    readonly complaint: ComplaintId;
  }[];
}

/** Another complaint of theirs, in short. */
export interface EarlierComplaint {
  readonly id: ComplaintId;
  readonly openedAt: Millis;
  readonly stage: string;
  readonly product: string | undefined;
  readonly cause: string | undefined;
}

/** @returns a customer's other complaints, the newest first, and what is still promised to them. */
export async function historyOf(
  desk: Desk,
  customer: CustomerId,
  except: ComplaintId,
): Promise<CustomerHistory> {
  const rows = await desk.store.read.complaintsOf(customer, 100);
  const promises = await desk.store.read.openPromisesOf(customer);
  return {
    earlier: rows
      .filter(({ id }) => id !== except)
      .map((row) => ({
        id: complaintId(row.id),
        openedAt: millis(row.opened_at),
        stage: row.stage,
        product: row.product ?? undefined,
        cause: row.cause ?? undefined,
      })),
    promises: promises
      .filter(({ complaint_id }) => complaint_id !== except)
      .map(({ what, due, complaint_id }) => ({
        what,
        due: millis(due),
        complaint: complaintId(complaint_id),
      })),
  };
}
