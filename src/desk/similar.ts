import { setImmediate } from 'node:timers/promises';
import type { Verdict } from '../rules/steps.ts';
import {
  type ComplaintId,
  type Currency,
  complaintId,
  currency,
  type Millis,
  type Minor,
  millis,
  minor,
} from '../rules/values.ts';
import type { RecordField } from '../store/record-fields.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { withoutIdentity } from './similar/without-identity.ts';

/** What past complaints are compared with: whatever is known by now. */
export interface SimilarQuestion {
  readonly words?: string | undefined;
  readonly restated?: string | undefined;
  readonly cause?: string | undefined;
  readonly product?: string | undefined;
  /** The complaint in hand. */
  readonly except?: ComplaintId | undefined;
}

/** How it is asked while somebody types. */
export interface AskedMeanwhile {
  /** Whether a newer question has taken the place of this one: then nothing more is read. */
  readonly overtaken: () => boolean;
}

/** A remedy that was put before a customer then. */
export interface SimilarOffer {
  readonly remedy: string;
  readonly amount?: Minor;
  readonly currency?: Currency;
  readonly percent?: number;
  readonly state: 'put' | 'chosen' | 'declined';
}

/** A complaint like the one in hand, and how it was put right. */
export interface SimilarComplaint {
  readonly id: ComplaintId;
  /** What it was about, in our words or else in the customer's: shortened, and nobody is named. */
  readonly about: string;
  readonly cause: string | undefined;
  readonly product: string | undefined;
  readonly offers: readonly SimilarOffer[];
  /** Which of the offers was chosen, `neither`, or nothing yet. */
  readonly chosen: SimilarOffer | 'neither' | undefined;
  readonly outcome: string | undefined;
  readonly verdict: Verdict | undefined;
  /** Whether the customer was satisfied, as they said at the follow-up (P33, P38). */
  readonly satisfied: boolean | undefined;
  readonly resolvedAt: Millis | undefined;
}

/** So much of a story tells what it is about; a longer one only takes longer. In UTF-16 units. */
const ENOUGH = 4000;

/**
 * Finds how complaints like this one were put right, so that every agent gives the same answer to
 * the same question (P48). Quick enough to ask while the words are typed.
 * Nothing of it tells whose complaint it was.
 * @param limit how many at most
 * @param meanwhile while somebody types, their keys come first, and nothing is found once it is overtaken
 * @returns resolved and closed ones, those with the same cause and product first
 */
export async function similarTo(
  read: Pick<RecordReader, 'findSimilar' | 'records'>,
  question: SimilarQuestion,
  limit: number,
  meanwhile?: AskedMeanwhile,
): Promise<readonly SimilarComplaint[]> {
  const { words = '', restated = '', cause, product, except } = question;
  const text = `${words.slice(0, ENOUGH)} ${restated.slice(0, ENOUGH)}`;
  const goesOn =
    meanwhile &&
    (async () => {
      await setImmediate();
      return !meanwhile.overtaken();
    });
  const ids = await read.findSimilar({ text, cause, product, except, goesOn }, limit);
  if (meanwhile?.overtaken() === true) return [];
  return (await read.records(ids, fields)).map(similarOf);
}

const field = (kind: RecordField['kind'], name: string, sql = `c.${name}`): RecordField => ({
  kind,
  name,
  sql,
});

/** As stored: sums in the smallest unit, moments in milliseconds. */
const fields: readonly RecordField[] = [
  field('integer', 'id'),
  // The beginning: they may have told a story of many pages.
  field('text', 'words', 'substr(c.words, 1, 2000)'),
  field('text', 'restated', 'substr(c.restated, 1, 2000)'),
  field('text', 'name', '(SELECT name FROM customer WHERE id = c.customer_id)'),
  field('text', 'cause'),
  field('text', 'product'),
  field('text', 'chosen'),
  field('text', 'outcome'),
  field('text', 'verdict'),
  field('integer', 'resolved_at'),
  field(
    'integer',
    'satisfied',
    `(SELECT satisfied FROM contact WHERE complaint_id = c.id AND satisfied IS NOT NULL
      ORDER BY n DESC LIMIT 1)`,
  ),
  field(
    'json',
    'offers',
    `(SELECT json_group_array(json_object('n', n, 'remedy', remedy, 'amount', amount,
        'currency', currency, 'percent', percent, 'state', state))
      FROM (SELECT * FROM offer WHERE complaint_id = c.id ORDER BY n))`,
  ),
];

interface OfferThen {
  readonly n: number;
  readonly remedy: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly percent: number | null;
  readonly state: SimilarOffer['state'];
}

interface Row {
  readonly id: number;
  readonly words: string | null;
  readonly restated: string | null;
  readonly name: string | null;
  readonly cause: string | null;
  readonly product: string | null;
  readonly chosen: string | null;
  readonly outcome: string | null;
  readonly verdict: Verdict | null;
  readonly resolved_at: number | null;
  readonly satisfied: 0 | 1 | null;
  readonly offers: readonly OfferThen[];
}

function similarOf(record: Readonly<Record<string, unknown>>): SimilarComplaint {
  const row = record as unknown as Row;
  const chosen = row.offers.find(({ n }) => String(n) === row.chosen);
  return {
    id: complaintId(row.id),
    about: withoutIdentity(row.restated ?? row.words ?? '', row.name ?? undefined),
    cause: row.cause ?? undefined,
    product: row.product ?? undefined,
    offers: row.offers.map(offerThen),
    chosen: row.chosen === 'neither' ? 'neither' : chosen && offerThen(chosen),
    outcome: row.outcome ?? undefined,
    verdict: row.verdict ?? undefined,
    satisfied: row.satisfied === null ? undefined : row.satisfied === 1,
    resolvedAt: row.resolved_at === null ? undefined : millis(row.resolved_at),
  };
}

const offerThen = (offer: OfferThen): SimilarOffer => ({
  remedy: offer.remedy,
  state: offer.state,
  ...(offer.amount === null || offer.currency === null
    ? {}
    : { amount: minor(offer.amount), currency: currency(offer.currency) }),
  ...(offer.percent === null ? {} : { percent: offer.percent }),
});
