import type { SqlRows } from '../sql-rows.ts';

/** Somebody who reads pages at the same time as we do. */
export interface Beside<Row> {
  /** Asks for a page. @param at its place */
  ask(at: number, values: readonly unknown[]): void;
  /** Pages that were asked for and are not there yet, by place. */
  readonly asked: ReadonlyMap<number, readonly unknown[]>;
  /** @returns the pages that have come since it was last asked, by place. */
  come(): ReadonlyMap<number, Row[]>;
  /** @returns when something has come, or nothing will come any more. */
  news(): Promise<void>;
  /** Whether nothing will come any more. */
  readonly lost: boolean;
  close(): Promise<void>;
}

/** An export of so many pages is worth another reader, who takes a while to get ready. */
const LONG = 40;

/** So many pages are read ahead of the one that is written, which bounds the memory for them. */
const AHEAD = 8;

/** So many are asked for at a time, so that the other reader never waits for us. */
const ASKED = 2;

/**
 * Runs a query for one page after the other, and hands the pages on in their order. Of a long export
 * another thread reads what comes next, while this one reads and writes: most computers have two cores.
 * @param pages the values of the query's parameters, page by page
 * @param beside starts the other reader; without it, or should it fail, everything is read here
 */
export async function* pagesInOrder<Row>(
  db: SqlRows,
  query: string,
  pages: AsyncIterable<readonly unknown[]>,
  beside?: (query: string) => Promise<Beside<Row> | undefined>,
): AsyncGenerator<Row[], void> {
  const coming = pages[Symbol.asyncIterator]();
  const ready = new Map<number, Row[]>();
  let other: Beside<Row> | undefined;
  let taken = 0;
  let ended = false;
  const take = async (): Promise<readonly unknown[] | undefined> => {
    const { done, value } = await coming.next();
    ended = done === true;
    if (!ended) taken += 1;
    return ended ? undefined : value;
  };
  const readHere = async (at: number, values: readonly unknown[]): Promise<void> => {
    ready.set(at, await db.rows<Row>(query, values));
  };
  try {
    for (let given = 0; ; ) {
      const isRoom = (): boolean => !ended && taken - given < AHEAD;
      while (other !== undefined && !other.lost && other.asked.size < ASKED && isRoom()) {
        const values = await take();
        if (values !== undefined) other.ask(taken - 1, values);
      }
      for (const [at, rows] of other?.come() ?? []) ready.set(at, rows);
      const next = ready.get(given);
      if (next !== undefined) {
        ready.delete(given);
        given += 1;
        yield next;
      } else if (isRoom()) {
        const values = await take();
        if (values !== undefined) await readHere(taken - 1, values);
        if (taken === LONG && beside !== undefined) other = await beside(query);
        // What the other thread has read is only noticed between two turns of this one.
        if (other !== undefined) await turn();
      } else if (other === undefined || (other.asked.size === 0 && ended && given === taken)) {
        return;
      } else if (other.lost) {
        for (const [at, values] of other.asked) await readHere(at, values);
        await other.close();
        other = undefined;
      } else await other.news();
    }
  } finally {
    await other?.close();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
