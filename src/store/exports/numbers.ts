import { type ComplaintFilter, findComplaints } from '../find-complaints.ts';
import type { SqlRows } from '../sql-rows.ts';
import type { NumberedBy } from './export-table.ts';

/** Which rows of an export are wanted. */
export interface ExportScope {
  /** Only what belongs to complaints that pass. */
  readonly filter: ComplaintFilter;
  /** Only what changed with events after this one. */
  readonly after?: number;
  /** The newest event that counts; nothing after it is vouched for. */
  readonly upTo?: number;
}

/** So many complaints are looked up at once. */
const MANY = 5000;

/**
 * Narrows an export to the numbers that its rows have.
 * @returns them, the lowest first; undefined where nothing is narrowed
 */
export async function numbersIn(
  db: SqlRows,
  by: NumberedBy,
  scope: ExportScope,
): Promise<readonly number[] | undefined> {
  const passing = await passingComplaints(db, scope.filter);
  if (by === 'event') return passing && eventsOf(db, passing, scope);
  const changed = await changedComplaints(db, scope);
  const complaints = both(passing, changed);
  if (by === 'complaint' || complaints === undefined) return complaints;
  const found = await inParts(
    db,
    complaints,
    'SELECT DISTINCT customer_id AS number FROM complaint WHERE customer_id IS NOT NULL AND id',
  );
  // A customer is put right without any complaint too; where complaints are chosen, they lead.
  const alone = passing === undefined ? await changedCustomers(db, scope) : [];
  return sorted(new Set([...found, ...alone]));
}

async function passingComplaints(
  db: SqlRows,
  filter: ComplaintFilter,
): Promise<readonly number[] | undefined> {
  // No stage asked for is any stage; but no complaint among them all is none.
  const { stage, ...others } = filter;
  const isEmpty = Object.values(others).every((value) => value === undefined);
  if (isEmpty && (stage ?? []).length === 0) return undefined;
  return findComplaints(db, { filter, sort: { by: 'id', direction: 'asc' } });
}

/** @returns every complaint that something happened to since, the lowest number first. */
async function changedComplaints(
  db: SqlRows,
  { after, upTo = Number.MAX_SAFE_INTEGER }: ExportScope,
): Promise<readonly number[] | undefined> {
  if (after === undefined) return undefined;
  const rows = await db.rows<Numbered>(
    `SELECT DISTINCT complaint_id AS number FROM event
      WHERE seq > ? AND seq <= ? AND complaint_id IS NOT NULL ORDER BY complaint_id`,
    [after, upTo],
  );
  return rows.map(({ number }) => number);
}

/** What an event of the desk, or of a complaint, calls a customer. */
const named = ['customer', 'from', 'to'];

async function changedCustomers(
  db: SqlRows,
  { after = 0, upTo = Number.MAX_SAFE_INTEGER }: ExportScope,
): Promise<readonly number[]> {
  const each = named.map(
    (name) => `SELECT json_extract(body, '$.${name}') AS number FROM event
      WHERE seq > ? AND seq <= ? AND type GLOB 'customer*' AND body IS NOT NULL`,
  );
  const rows = await db.rows<Numbered>(
    `SELECT DISTINCT number FROM (${each.join(' UNION ')})
      WHERE typeof(number) = 'integer' AND number IN (SELECT id FROM customer)`,
    named.flatMap(() => [after, upTo]),
  );
  return rows.map(({ number }) => number);
}

/** The index of a complaint's events has their places in the log too, so that no event is read for it. */
async function eventsOf(
  db: SqlRows,
  complaints: readonly number[],
  { after = 0, upTo = Number.MAX_SAFE_INTEGER }: ExportScope,
): Promise<readonly number[]> {
  const found = await inParts(db, complaints, 'SELECT seq AS number FROM event WHERE complaint_id');
  return sorted(found.filter((seq) => seq > after && seq <= upTo));
}

interface Numbered {
  readonly number: number;
}

async function inParts(
  db: SqlRows,
  complaints: readonly number[],
  query: string,
): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < complaints.length; from += MANY) {
    const part = JSON.stringify(complaints.slice(from, from + MANY));
    const rows = await db.rows<Numbered>(`${query} IN (SELECT value FROM json_each(?))`, [part]);
    for (const { number } of rows) found.push(number);
  }
  return found;
}

/** @returns what is in both; undefined stands for everything. */
function both(
  one: readonly number[] | undefined,
  other: readonly number[] | undefined,
): readonly number[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const second = new Set(other);
  return one.filter((number) => second.has(number));
}

const sorted = (numbers: Iterable<number>): number[] => [...Float64Array.from(numbers).sort()];
