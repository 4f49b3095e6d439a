import type { CustomerStanding } from '../rules/state.ts';
import { customerTable } from './customer-fields.ts';
import { customerMatch } from './customer-match.ts';
import { numberedRecords } from './numbered-records.ts';
import type { RecordField } from './record-fields.ts';
import type { SqlRows } from './sql-rows.ts';

/** Which customers, in which order. Who was merged into somebody else is on no list. */
export interface CustomerSearch {
  /** A part of a name, a phone number, an email address or an account number. */
  readonly text?: string;
  readonly key?: boolean;
  readonly standing?: CustomerStanding;
  /** A language tag. */
  readonly language?: string;
  /** Without it, the newest come first. */
  readonly sort?: CustomerSort;
  readonly limit?: number;
  /** The number of the last customer of the page before. */
  readonly after?: number;
}

/** What customers are sorted by: their number, which is the order they came in, or their name. */
export interface CustomerSort {
  readonly by: 'number' | 'name';
  readonly direction: 'asc' | 'desc';
}

/** What LIMIT takes for "all". */
const noLimit = -1;

/**
 * Written as SQL text and not with the query builder, as `findComplaints` is.
 * @returns the numbers of the customers that pass, sorted
 */
export async function listCustomers(db: SqlRows, search: CustomerSearch): Promise<number[]> {
  const { text, sort = { by: 'number', direction: 'desc' }, limit = noLimit, after } = search;
  const match = text === undefined ? undefined : customerMatch(text);
  // A text with no word in it ("?!") is found nowhere.
  if (text !== undefined && match === undefined) return [];
  const found = match === undefined ? '' : 'customer_search(?) AS found CROSS JOIN ';
  const conditions = conditionsOf(search, match !== undefined);
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC';
  const number = match === undefined ? 'k.id' : 'found.rowid';
  if (after !== undefined) {
    const beyond = sort.direction === 'desc' ? '<' : '>';
    conditions.push(
      sort.by === 'number'
        ? [`${number} ${beyond} ?`, after]
        : [beyondName(beyond), after, after, after],
    );
  }
  const order =
    sort.by === 'number' ? `${number} ${direction}` : `${name} ${direction}, k.id ${direction}`;
  const rows = await db.rows<{ id: number }>(
    `SELECT k.id AS id FROM ${found}${customerTable}
      WHERE ${['k.merged_into IS NULL', ...conditions.map(([sql]) => sql)].join(' AND ')}
      ORDER BY ${order} LIMIT ?`,
    [
      ...(match === undefined ? [] : [match]),
      ...conditions.flatMap(([, ...values]) => values),
      limit,
    ],
  );
  return rows.map(({ id }) => id);
}

/** As in the index `customer_name`: capitals make no difference. */
const name = 'k.name COLLATE NOCASE';

/**
 * Behind a customer in the order of names, and of those of the same name behind their number. The
 * first half leads into the index: SQLite finds no place in it by two columns compared as one.
 */
const beyondName = (beyond: '<' | '>'): string => `${name} ${beyond}= ${nameOfLast}
  AND (${name} ${beyond} ${nameOfLast} OR k.id ${beyond} ?)`;

const nameOfLast = '(SELECT b.name FROM customer AS b WHERE b.id = ?)';

type Condition = readonly [sql: string, ...values: unknown[]];

/**
 * Key customers are few, those who came back or left are not many, and a language may be anybody's:
 * the first that is asked for leads by its own index, the others are looked at (to SQLite `+column`
 * has no index).
 */
function conditionsOf({ key, standing, language }: CustomerSearch, isFound: boolean): Condition[] {
  const conditions: Condition[] = [];
  let led = isFound;
  const lead = (column: string): string => {
    const free = led ? '+' : '';
    led = true;
    return `${free}k.${column}`;
  };
  if (isFound) conditions.push(['k.id = found.rowid']);
  if (key === true) conditions.push([`${lead('key')} = 1`]);
  if (key === false) conditions.push(['k.key = 0']);
  if (standing !== undefined) conditions.push([`${lead('standing')} = ?`, standing]);
  if (language !== undefined) conditions.push([`${lead('language')} = ?`, language]);
  return conditions;
}

/**
 * @returns customers in the order given, each with the fields as keys in their order; numbers that are
 * no customer are left out
 */
export async function customerRecords(
  db: SqlRows,
  ids: readonly number[],
  fields: readonly RecordField[],
): Promise<Record<string, unknown>[]> {
  return numberedRecords(db, customerTable, 'k.id', ids, fields);
}
