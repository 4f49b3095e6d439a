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

/** What past complaints are compared with: whatever is known by now. */
export interface SimilarQuestion {
  readonly words?: string | undefined;
  readonly restated?: string | undefined;
  readonly cause?: string | undefined;
  readonly product?: string | undefined;
  /** The complaint in hand. */
  readonly except?: ComplaintId | undefined;
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
  /** What it was about, in our words or else in the customer's. */
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

/**
 * Finds how complaints like this one were put right, so that every agent gives the same answer to
 * the same question (P48). Quick enough to ask while the words are typed.
 * @param limit how many at most
 * @returns resolved and closed ones, those with the same cause and product first
 */
export async function similarTo(
  read: Pick<RecordReader, 'findSimilar' | 'records'>,
  question: SimilarQuestion,
  limit: number,
): Promise<readonly SimilarComplaint[]> {
  const { words = '', restated = '', cause, product, except } = question;
  const text = `${words} ${restated}`;
  const ids = await read.findSimilar({ text, cause, product, except }, limit);
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
  field('text', 'words'),
  field('text', 'restated'),
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
    about: row.restated ?? row.words ?? '',
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
