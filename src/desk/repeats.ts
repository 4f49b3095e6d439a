import type { Conversation } from '../rules/conversation.ts';
import {
  type ComplaintId,
  type CustomerId,
  complaintId,
  customerId,
  type Millis,
  millis,
} from '../rules/values.ts';
import type { RepeatRow, SharedKey } from '../store/find-repeats.ts';
import type { Desk } from './desk.ts';
import { type CustomerHit, hitOf } from './find-customers.ts';
import { type Likeness, likenessOf, type Story, saysNothing } from './repeats/likeness.ts';

/** Somebody on record who may be the person on the line, though under another name perhaps. */
export interface SamePerson {
  readonly hit: CustomerHit;
  /** What the two have in common, however it is written. */
  readonly by: readonly SharedKey[];
}

/** A complaint that this one may be a repeat of. */
export interface Repeat {
  readonly id: ComplaintId;
  readonly customer: CustomerId;
  readonly openedAt: Millis;
  readonly stage: RepeatRow['stage'];
  readonly owner: string;
  readonly product: string | undefined;
  readonly cause: string | undefined;
  /** Whether it is still open: what has been asked there need not be asked again (P8). */
  readonly isOpen: boolean;
  /** Why: whose it is, then what is the same about it. */
  readonly why: readonly RepeatReason[];
}

/** `customer`: it is theirs; else what its customer has in common with this one, or the two stories have. */
export type RepeatReason = 'customer' | SharedKey | Likeness;

/** What may have been there before; nothing is merged on its own. */
export interface Repeats {
  readonly people: readonly SamePerson[];
  /** The likeliest first. */
  readonly complaints: readonly Repeat[];
}

export const noRepeats: Repeats = { people: [], complaints: [] };

const DAY = 86_400_000;
/** How long ago a complaint that is done may be and still be the same story, in days. */
const RECENT = 30;
/** Of so many who share a number, and of so many of each one's complaints, the newest are looked at. */
const PEOPLE = 10;
const COMPLAINTS = 50;

/**
 * Looks at intake whether the customer, or the complaint, is on record already (P2, P8): the same
 * person by phone, email or account, also under another name; and open or recent complaints of theirs
 * with the same product, cause or words. Of somebody who only shares a number, a complaint must be
 * alike; of the customer's own, any may be meant as long as this one says nothing of itself.
 * @throws StoreError when the record cannot be read
 */
export async function repeatsOf(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  { state, customer }: Conversation,
): Promise<Repeats> {
  if (customer === undefined) return noRepeats;
  const { phone = null, email = null, account = null } = customer;
  const shared = await store.read.customersWithSameKeys({ phone, email, account }, PEOPLE);
  const by = new Map<number, SharedKey[]>();
  for (const { id, by: key } of shared) {
    if (id !== customer.id) by.set(id, [...(by.get(id) ?? []), key]);
  }
  const others = [...by.keys()].slice(0, PEOPLE);
  const since = now() - RECENT * DAY;
  const rows = await store.read.recentComplaintsOf([customer.id, ...others], since, COMPLAINTS);
  const story = storyOf(state.answers);
  const complaints = rows.flatMap((row): readonly Repeat[] => {
    if (row.id === state.id) return [];
    const isOwn = row.customer_id === customer.id;
    const alike = likenessOf(story, storyOf(row));
    if (alike.length === 0 && !(isOwn && mayBeMeant(story, row))) return [];
    return [
      repeatOf(row, [
        ...(isOwn ? (['customer'] as const) : (by.get(row.customer_id) ?? [])),
        ...alike,
      ]),
    ];
  });
  const hits = others.length === 0 ? [] : await store.read.customersNumbered(others);
  return {
    people: hits.map((hit) => ({ hit: hitOf(hit), by: by.get(hit.id) ?? [] })),
    complaints: complaints.sort((one, other) => weightOf(other) - weightOf(one)),
  };
}

/** Nothing tells the two apart yet: one of them says nothing of itself. */
const mayBeMeant = (story: Story, row: RepeatRow): boolean =>
  saysNothing(story) || (isOpen(row) && saysNothing(storyOf(row)));

const isOpen = ({ stage }: Pick<RepeatRow, 'stage'>): boolean =>
  stage === 'open' || stage === 'waiting' || stage === 'escalated';

/** One's own before others', then the more alike; of equals the open one, then the newer one. */
function weightOf({ why, isOpen: open, openedAt }: Repeat): number {
  const own = why.includes('customer') ? 10 : 0;
  return (own + why.length + (open ? 0.5 : 0)) * 1e14 + openedAt;
}

const repeatOf = (row: RepeatRow, why: readonly RepeatReason[]): Repeat => ({
  id: complaintId(row.id),
  customer: customerId(row.customer_id),
  openedAt: millis(row.opened_at),
  stage: row.stage,
  owner: row.owner,
  product: row.product ?? undefined,
  cause: row.cause ?? undefined,
  isOpen: isOpen(row),
  why,
});

interface Told {
  readonly product?: string | null | undefined;
  readonly cause?: string | null | undefined;
  readonly words?: string | null | undefined;
  readonly restated?: string | null | undefined;
}

const storyOf = ({ product, cause, words, restated }: Told): Story => ({
  product: product ?? '',
  cause: cause ?? '',
  text: [words, restated].filter(Boolean).join('\n'),
});
