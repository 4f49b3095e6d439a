import { foldQuery } from '../language/fold.ts';
import { beginningMatch } from './search-query.ts';
import type { SqlRows } from './sql-rows.ts';

/** What past complaints are compared with. */
export interface SimilarTo {
  /** What is known of it so far: the customer's words, the same in ours. */
  readonly text: string;
  readonly cause?: string | undefined;
  readonly product?: string | undefined;
  /** The complaint itself. */
  readonly except?: number | undefined;
  /** Lets others go first between two looks; false when the answer is no longer wanted. */
  readonly goesOn?: (() => Promise<boolean>) | undefined;
}

/** The longest words say the most; more of them only take longer. */
const MOST_WORDS = 12;
/** How many of the newest with each word, and with the same cause and product, are compared. */
const NEWEST = 1000;
/** How many of the likest are looked at for whether they are resolved. */
const BEST = 200;
/** How far a product's complaints are looked through for the same cause. */
const FAR = 20_000;

/** What the same cause, or the same product, counts beside the words that are shared. */
const SAME_CAUSE = 4;
const SAME_PRODUCT = 2;

/**
 * Finds resolved complaints like one (P48): those with the same cause and product first, among them
 * and behind them by the words they share. A rare word says more than a common one. Only the newest
 * of each word are compared, so that it takes no longer on a large record.
 * @returns their numbers, the likest first; none where it was told not to go on
 */
export async function findSimilar(db: SqlRows, to: SimilarTo, limit: number): Promise<number[]> {
  const scores = await scoresByWords(db, to);
  if (scores === undefined) return [];
  const likest = [...scores].sort(([one, first], [other, second]) => second - first || other - one);
  const same = await sameCauseAndProduct(db, to);
  if ((await to.goesOn?.()) === false) return [];
  const candidates = [...same, ...likest.slice(0, BEST).map(([id]) => id)];
  const rows = await db.rows<{ id: number; cause: string | null; product: string | null }>(
    `SELECT c.id AS id, c.cause AS cause, c.product AS product
      FROM json_each(?) AS w CROSS JOIN complaint AS c ON c.id = w.value
      WHERE c.stage IN ('resolved', 'closed') AND c.merged_into IS NULL`,
    [JSON.stringify([...new Set(candidates)].filter((id) => id !== to.except))],
  );
  const ranked = rows.map(({ id, cause, product }) => {
    const sameCause = to.cause !== undefined && cause === to.cause;
    const sameProduct = to.product !== undefined && product === to.product;
    const beside = (sameCause ? SAME_CAUSE : 0) + (sameProduct ? SAME_PRODUCT : 0);
    return { id, both: sameCause && sameProduct, score: (scores.get(id) ?? 0) + beside };
  });
  return ranked
    .sort(
      (one, other) =>
        Number(other.both) - Number(one.both) || other.score - one.score || other.id - one.id,
    )
    .slice(0, limit)
    .map(({ id }) => id);
}

/** @returns what the words of a text count for complaints that share them, by number. */
async function scoresByWords(
  db: SqlRows,
  { text, goesOn }: SimilarTo,
): Promise<Map<number, number> | undefined> {
  const scores = new Map<number, number>();
  const words = [...new Set(foldQuery(text))]
    .filter((word) => [...word].length > 1)
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS);
  if (words.length === 0) return scores;
  const [last] = await db.rows<{ id: number }>('SELECT max(id) AS id FROM complaint');
  const sql = 'SELECT rowid AS id FROM complaint_search(?) ORDER BY rowid DESC LIMIT ?';
  for (const word of words) {
    if ((await goesOn?.()) === false) return undefined;
    const match = await beginningMatch(db, 'complaint', word);
    if (match === undefined) continue;
    const found = await db.rows<{ id: number }>(sql, [match, NEWEST]);
    const weight = rarity(found, last?.id ?? 0);
    for (const { id } of found) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  return scores;
}

/**
 * How much a word says: the logarithm of how many complaints there are to one that has it (inverse
 * document frequency), told from how far back the newest with it reach.
 */
function rarity(found: readonly { readonly id: number }[], last: number): number {
  const oldest = found.at(-1)?.id ?? last;
  const reach = found.length < NEWEST ? last : last - oldest + 1;
  return Math.log(1 + reach / Math.max(1, found.length));
}

/** @returns the newest with the same cause and the same product, or what of both is known. */
async function sameCauseAndProduct(
  db: SqlRows,
  { cause, product }: SimilarTo,
): Promise<readonly number[]> {
  if (cause === undefined && product === undefined) return [];
  if (cause === undefined || product === undefined) {
    const [column, value] = cause === undefined ? ['product', product] : ['cause', cause];
    return ids(
      db,
      `SELECT c.id AS id FROM complaint AS c INDEXED BY complaint_${column}
        WHERE c.${column} = ? ORDER BY c.opened_at DESC LIMIT ?`,
      [value, NEWEST],
    );
  }
  return ids(
    db,
    `SELECT id FROM (SELECT c.id, c.cause, c.stage FROM complaint AS c INDEXED BY complaint_product
      WHERE c.product = ? ORDER BY c.opened_at DESC LIMIT ?)
      WHERE cause = ? AND stage IN ('resolved', 'closed') LIMIT ?`,
    [product, FAR, cause, NEWEST],
  );
}

const ids = async (db: SqlRows, sql: string, values: readonly unknown[]): Promise<number[]> =>
  (await db.rows<{ id: number }>(sql, values)).map(({ id }) => id);
