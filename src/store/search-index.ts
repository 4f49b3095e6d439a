import { type Compilable, type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../language/fold.ts';
import { prepared, type Queryable } from './prepared.ts';

/** The two search indexes; the rowid is the complaint's or the customer's number. */
export type SearchIndex = 'complaint_search' | 'customer_search';

const replace = {
  complaint_search: indexing('complaint_search'),
  customer_search: indexing('customer_search'),
};
const remove = {
  complaint_search: forgetting('complaint_search'),
  customer_search: forgetting('customer_search'),
};

function indexing(index: SearchIndex) {
  return prepared<{ id: number; text: string }, unknown>((db, value) =>
    compilable(
      db,
      sql`insert or replace into ${sql.table(index)} (rowid, text) values (${value('id')}, ${value('text')})`,
    ),
  );
}

function forgetting(index: SearchIndex) {
  return prepared<{ id: number }, unknown>((db, value) =>
    compilable(db, sql`delete from ${sql.table(index)} where rowid = ${value('id')}`),
  );
}

/** A raw statement in the shape that `prepared` takes. */
export function compilable<Row>(db: Queryable, raw: RawBuilder<Row>): Compilable<Row> {
  return { compile: () => raw.compile(db) };
}

/** Puts a text into an index, in place of what stood there for this number. */
export async function putInIndex(
  tx: Queryable,
  index: SearchIndex,
  id: number,
  text: string,
): Promise<void> {
  await replace[index](tx, { id, text: foldForSearch(text) });
}

/** Takes a number out of an index: it is found no more. Its words go with the next scrubbing. */
export async function dropFromIndex(tx: Queryable, index: SearchIndex, id: number): Promise<void> {
  await remove[index](tx, { id });
}

const scrub = (['complaint_search', 'customer_search'] as const).map((index) =>
  prepared<Record<string, never>, unknown>((db) =>
    compilable(db, sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`),
  ),
);

/**
 * Writes both indexes anew without the words of what was taken out. FTS5 only marks those rows as
 * gone, `secure-delete` or not, when it does not hold the text; merging everything drops them. It
 * takes seconds on a large record, so it belongs to erasing a person, not to daily work.
 */
export async function scrubIndexes(tx: Queryable): Promise<void> {
  for (const index of scrub) await index(tx, {});
}
