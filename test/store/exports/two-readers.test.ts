import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportTables } from '../../../src/store/exports/index.ts';
import { type Beside, pagesInOrder } from '../../../src/store/exports/pages-in-order.ts';
import { readBeside } from '../../../src/store/exports/read-beside.ts';
import { openRecordFile } from '../../../src/store/open-record.ts';
import type { SqlRows } from '../../../src/store/sql-rows.ts';
import { openComplaint, tempStore } from '../temp-store.ts';

/** Reads a page as the number it was asked for. */
const here: SqlRows = {
  rows: async <Row>(_sql: string, [value]: readonly unknown[] = []) => [value as Row],
};

async function* numbersTo(count: number): AsyncGenerator<readonly [number], void> {
  for (let number = 0; number < count; number++) yield [number];
}

/** Another reader that is as fast as it is told, and perhaps gives up. */
function other(pace: readonly number[], givesUpAfter: number): Beside<number> {
  const asked = new Map<number, readonly unknown[]>();
  const done = new Map<number, number[]>();
  let turns = 0;
  let read = 0;
  let lost = false;
  const work = (): void => {
    if (read >= givesUpAfter) lost = true;
    const [next] = asked;
    turns += 1;
    if (lost || next === undefined || turns % (pace[read % pace.length] ?? 1) > 0) return;
    asked.delete(next[0]);
    done.set(next[0], [next[1][0] as number]);
    read += 1;
  };
  return {
    ask: (at, values) => void asked.set(at, values),
    asked,
    get lost() {
      return lost;
    },
    come() {
      work();
      const come = new Map(done);
      done.clear();
      return come;
    },
    news: async () => work(),
    close: async () => {},
  };
}

async function gathered<Row>(pages: AsyncIterable<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of pages) all.push(...rows);
  return all;
}

describe('an export that two read', () => {
  it('has every page once and in order, however fast the other one is, and when it gives up', async () => {
    const pace = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.nat(200), pace, fc.nat(120), async (count, paces, givesUpAfter) => {
        const beside = async () => other(paces, givesUpAfter);
        const read = await gathered(pagesInOrder<number>(here, '', numbersTo(count), beside));
        expect(read).toEqual(Array.from({ length: count }, (_, number) => number));
      }),
    );
  });

  it('has the same bytes as one that is read by one', async () => {
    const store = await tempStore();
    await store.transact(async (tx) => {
      for (let n = 0; n < 9000; n++) await openComplaint(tx, { words: `"${n}"`, owner: '=Sam' });
    });
    const table = exportTables.complaints;
    const options = { table, fields: table.fields, filter: {}, formulaGuard: true } as const;
    const record = openRecordFile(store.path, 1000);
    for (const format of ['csv', 'jsonl'] as const) {
      const bytesOf = async (read: Pick<typeof record.read, 'exportBytes'>) => {
        const pieces: Uint8Array[] = [];
        for await (const { bytes } of read.exportBytes({ ...options, format })) pieces.push(bytes);
        return Buffer.concat(pieces);
      };
      expect((await bytesOf(record.read)).equals(await bytesOf(store.read))).toBe(true);
    }
    await record.close();
  });

  it('goes on alone when the other one cannot read', async () => {
    const beside = () => readBeside<number>({ path: '/nowhere', timeout: 10, query: 'SELECT ?' });
    const read = await gathered(pagesInOrder<number>(here, '', numbersTo(90), beside));
    expect(read).toHaveLength(90);
  });
});
