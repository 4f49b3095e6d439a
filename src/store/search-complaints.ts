import { foldQuery } from '../language/fold.ts';
import { having } from './find-complaints/by-words.ts';
import { conditionsOf } from './find-complaints/conditions.ts';
import type { ComplaintFilter } from './find-complaints/filter.ts';
import { FEW, fewestOf, leadsOf, through } from './find-complaints/leads.ts';
import { joined, type Piece, piece, where } from './find-complaints/piece.ts';
import { beginningMatch } from './search-query.ts';
import type { SqlRows } from './sql-rows.ts';

/** What is searched for: words that each stand in the complaint, or in what identifies its customer. */
export interface TextSearch {
  readonly text: string;
  /** What the list could be narrowed by as well. */
  readonly filter: Omit<ComplaintFilter, 'text'>;
  readonly limit: number;
  /** The number of the last complaint of the page before. */
  readonly after?: number;
}

/** One word of a search, as either index is asked for it; undefined where that has no such word. */
interface Term {
  readonly complaint: string | undefined;
  readonly customer: string | undefined;
}

/** Which words the customer has; the others the complaint has. */
interface Way {
  readonly customer: string;
  readonly complaint: string | undefined;
}

/** So many customers are gone through one by one, each with their complaints. */
const FEW_CUSTOMERS = 1000;
/** So many customers have complained of something among the newest of all. */
const MANY_CUSTOMERS = 20_000;
/** How many of the newest complaints those are. */
const NEWEST = 2000;
/** More ways than these to share the words between complaint and customer nobody means. */
const MOST_WAYS = 24;

/**
 * Finds complaints by words of their own and by who complained, all of them together: "maria kettle"
 * finds Maria's complaint about a kettle. Each word may be only begun.
 * @returns their numbers, the newest first
 */
export async function searchComplaints(db: SqlRows, search: TextSearch): Promise<number[]> {
  const terms: Term[] = [];
  for (const words of termsOf(search.text)) {
    const term = await readTerm(db, words);
    // A word that is nowhere ends the search.
    if (term.complaint === undefined && term.customer === undefined) return [];
    terms.push(term);
  }
  if (terms.length === 0) return [];
  const found = new Set<number>();
  const said = terms.map(({ complaint }) => complaint);
  if (said.every((match) => match !== undefined)) {
    for (const id of await saying(db, said.join(' AND '), search)) found.add(id);
  }
  for (const way of await waysOf(db, terms)) {
    for (const id of await ofCustomers(db, way, search)) found.add(id);
  }
  return [...found].sort((one, other) => other - one).slice(0, search.limit);
}

/** Numbers that follow each other are one: a telephone number is written in groups. */
function termsOf(text: string): readonly (readonly string[])[] {
  const terms: string[][] = [];
  let wasNumber = false;
  for (const word of foldQuery(text)) {
    const isNumber = /^\d+$/.test(word);
    const last = terms.at(-1);
    if (isNumber && wasNumber && last !== undefined) last.push(word);
    else terms.push([word]);
    wasNumber = isNumber;
  }
  return terms;
}

async function readTerm(db: SqlRows, words: readonly string[]): Promise<Term> {
  return {
    complaint: await all(db, 'complaint', words),
    customer: either(await all(db, 'customer', words), await number(db, words)),
  };
}

async function all(
  db: SqlRows,
  searched: 'complaint' | 'customer',
  words: readonly string[],
): Promise<string | undefined> {
  const matches: string[] = [];
  for (const word of words) {
    const match = await beginningMatch(db, searched, word);
    if (match === undefined) return undefined;
    matches.push(match);
  }
  return `(${matches.join(' AND ')})`;
}

/** A number may be said in groups, or with the zeros that stand for "in this country". */
async function number(db: SqlRows, words: readonly string[]): Promise<string | undefined> {
  if (!words.every((word) => /^\d+$/.test(word))) return undefined;
  const bare = words.join('').replace(/^0+(?=\d)/, '');
  return bare === words[0] ? undefined : beginningMatch(db, 'customer', bare);
}

const either = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined ? (one ?? other) : `(${one} OR ${other})`;

/** The search index gives its matches newest first, so those come before any condition is asked. */
async function saying(db: SqlRows, match: string, search: TextSearch): Promise<number[]> {
  const conditions = conditionsOf(search.filter);
  const few = conditions.length === 0 ? undefined : await fewestOf(db, leadsOf(conditions), FEW);
  if (few !== undefined) {
    const ids = await numbers(db, [
      piece(`SELECT c.id AS id FROM ${few.from}`),
      where([...through(few, conditions), ...before(search, 'c.id')]),
      piece(' ORDER BY c.id DESC'),
    ]);
    return having(db, match, ids, search.limit);
  }
  const from = piece('SELECT f.rowid AS id FROM complaint_search(?) AS f', match);
  const of = conditions.length === 0 ? [] : [piece(' CROSS JOIN complaint AS c ON c.id = f.rowid')];
  return numbers(db, [
    joined([from, ...of], ''),
    where([...conditions, ...before(search, 'f.rowid')]),
    piece(' ORDER BY f.rowid DESC LIMIT ?', search.limit),
  ]);
}

/** @returns the ways in which customers there are have some of the words. */
async function waysOf(db: SqlRows, terms: readonly Term[]): Promise<readonly Way[]> {
  const ways: Way[] = [];
  const look = async (at: number, taken: readonly number[], match: string): Promise<void> => {
    for (let next = at; next < terms.length && ways.length < MOST_WAYS; next++) {
      const customer = terms[next]?.customer;
      if (customer === undefined) continue;
      const both = taken.length === 0 ? customer : `${match} AND ${customer}`;
      if (taken.length > 0 && (await countCustomers(db, both, 1)) === 0) continue;
      const now = [...taken, next];
      const rest = terms.filter((_, each) => !now.includes(each)).map(({ complaint }) => complaint);
      if (rest.every((each) => each !== undefined)) {
        ways.push({
          customer: both,
          complaint: rest.length === 0 ? undefined : rest.join(' AND '),
        });
      }
      await look(next + 1, now, both);
    }
  };
  await look(0, [], '');
  return ways;
}

async function countCustomers(db: SqlRows, match: string, most: number): Promise<number> {
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM customer_search(?) LIMIT ?)';
  return (await db.rows<{ n: number }>(sql, [match, most]))[0]?.n ?? 0;
}

/** Finds what customers complained of, by whichever of both is the shorter way. */
async function ofCustomers(db: SqlRows, way: Way, search: TextSearch): Promise<number[]> {
  const count = await countCustomers(db, way.customer, MANY_CUSTOMERS);
  const conditions = [...conditionsOf(search.filter), ...before(search, 'c.id')];
  if (count <= FEW_CUSTOMERS) {
    const ids = await numbers(db, [
      piece('SELECT c.id AS id FROM customer_search(?) AS k', way.customer),
      piece(' CROSS JOIN complaint AS c INDEXED BY complaint_customer ON c.customer_id = k.rowid'),
      where(conditions),
      piece(' ORDER BY c.id DESC'),
    ]);
    if (way.complaint === undefined) return ids.slice(0, search.limit);
    return having(db, way.complaint, ids, search.limit);
  }
  const from =
    way.complaint === undefined
      ? piece('complaint AS c INDEXED BY complaint_number')
      : piece(
          `complaint_search(?) AS f
            CROSS JOIN complaint AS c INDEXED BY complaint_number ON c.id = f.rowid`,
          way.complaint,
        );
  const order = ` ORDER BY ${way.complaint === undefined ? 'c.id' : 'f.rowid'} DESC LIMIT ?`;
  if (count >= MANY_CUSTOMERS) {
    const known = piece('c.customer_id IS NOT NULL');
    const rows = await rowsOf<Newest>(db, [
      joined([piece('SELECT c.id AS id, c.customer_id AS customer FROM '), from], ''),
      where([...conditions, known]),
      piece(order, NEWEST),
    ]);
    const found = await theirsAmong(db, way.customer, rows);
    if (found.length >= search.limit || rows.length < NEWEST) return found.slice(0, search.limit);
  }
  const theirs = piece('c.customer_id IN (SELECT rowid FROM customer_search(?))', way.customer);
  return numbers(db, [
    joined([piece('SELECT c.id AS id FROM '), from], ''),
    where([...conditions, theirs]),
    piece(order, search.limit),
  ]);
}

interface Newest {
  readonly id: number;
  readonly customer: number;
}

/** Goes once through all the customers that match, which costs less than asking for each complaint. */
async function theirsAmong(db: SqlRows, match: string, rows: readonly Newest[]): Promise<number[]> {
  const customers = JSON.stringify([...new Set(rows.map(({ customer }) => customer))]);
  const found = new Set(
    await numbers(db, [
      piece('SELECT k.rowid AS id FROM customer_search(?) AS k', match),
      piece(' WHERE +k.rowid IN (SELECT value FROM json_each(?))', customers),
    ]),
  );
  return rows.filter(({ customer }) => found.has(customer)).map(({ id }) => id);
}

const before = ({ after }: TextSearch, column: string): readonly Piece[] =>
  after === undefined ? [] : [piece(`${column} < ?`, after)];

const numbers = async (db: SqlRows, pieces: readonly Piece[]): Promise<number[]> =>
  (await rowsOf<{ id: number }>(db, pieces)).map(({ id }) => id);

async function rowsOf<Row>(db: SqlRows, pieces: readonly Piece[]): Promise<Row[]> {
  const { sql, values } = joined(pieces, '');
  return db.rows<Row>(sql, values);
}
