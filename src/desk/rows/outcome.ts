/** What came of a complaint (offers, promises, contacts) as its rows, and back. */

import type { Contact, Offer, Promised } from '../../rules/state.ts';
import { currency, millis, minor } from '../../rules/values.ts';
import type { ContactRow } from '../../store/tables/contact.ts';
import type { OfferRow } from '../../store/tables/offer.ts';
import type { PromiseRow } from '../../store/tables/promise.ts';

/** @returns an offer as its row. */
export const offerRow = (id: number, offer: Offer): OfferRow => ({
  complaint_id: id,
  n: offer.n,
  remedy: offer.remedy,
  amount: offer.amount ?? null,
  currency: offer.currency ?? null,
  percent: offer.percent ?? null,
  state: offer.state,
});

/** @returns an offer's row as the offer. */
export const offerOf = (row: OfferRow): Offer => ({
  n: row.n,
  remedy: row.remedy,
  ...(row.amount === null ? {} : { amount: minor(row.amount) }),
  ...(row.currency === null ? {} : { currency: currency(row.currency) }),
  ...(row.percent === null ? {} : { percent: row.percent }),
  state: row.state,
});

/** @returns a promise as its row. */
export const promiseRow = (id: number, promise: Promised): PromiseRow => ({
  complaint_id: id,
  n: promise.n,
  what: promise.what,
  who: promise.who,
  due: promise.due,
  made_at: promise.madeAt,
  state: promise.state,
  first_due: promise.firstDue ?? null,
  moved_to: promise.movedTo ?? null,
  told_at: promise.toldAt ?? null,
  settled_at: promise.settledAt ?? null,
  reason: promise.reason ?? null,
});

/** @returns a promise's row as the promise. */
export const promiseOf = (row: PromiseRow): Promised => ({
  n: row.n,
  what: row.what,
  who: row.who,
  due: millis(row.due),
  madeAt: millis(row.made_at),
  state: row.state,
  ...(row.first_due === null ? {} : { firstDue: millis(row.first_due) }),
  ...(row.moved_to === null ? {} : { movedTo: millis(row.moved_to) }),
  ...(row.told_at === null ? {} : { toldAt: millis(row.told_at) }),
  ...(row.settled_at === null ? {} : { settledAt: millis(row.settled_at) }),
  ...(row.reason === null ? {} : { reason: row.reason }),
});

/** @returns a contact as its row. */
export const contactRow = (id: number, contact: Contact): ContactRow => ({
  complaint_id: id,
  n: contact.n,
  kind: contact.kind,
  at: contact.at,
  reason: contact.reason,
  reach: contact.reach ?? null,
  state: contact.state,
  outcome: contact.outcome ?? null,
  done_at: contact.doneAt ?? null,
  note: contact.note ?? null,
  satisfied: contact.satisfied === undefined ? null : contact.satisfied ? 1 : 0,
  score: contact.score ?? null,
});

/** @returns a contact's row as the contact. */
export const contactOf = (row: ContactRow): Contact => ({
  n: row.n,
  kind: row.kind,
  at: millis(row.at),
  reason: row.reason,
  ...(row.reach === null ? {} : { reach: row.reach }),
  state: row.state,
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.done_at === null ? {} : { doneAt: millis(row.done_at) }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.satisfied === null ? {} : { satisfied: row.satisfied === 1 }),
  ...(row.score === null ? {} : { score: row.score }),
});
