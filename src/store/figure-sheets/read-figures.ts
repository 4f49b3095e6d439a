import {
  CHUNK,
  type Chunk,
  type SheetName,
  type SheetNamed,
  sheetLayouts,
  sheetNames,
} from '../../rules/figures/sheets.ts';
import type { SqlRows } from '../sql-rows.ts';
import { buildChunk } from './build-chunk.ts';
import { sheetOf } from './sheet-bytes.ts';
import { readState } from './state.ts';
import { type FigureWords, readWords } from './words.ts';

/** The sheets as they are true now. */
export interface Figures {
  /** What the numbers of words stand for. More come in while chunks are read. */
  readonly words: FigureWords;
  /**
   * @param names the sheets that are looked at
   * @returns every chunk in the order of its numbers, one at a time in memory
   */
  chunks(names: readonly SheetName[]): AsyncIterable<Chunk>;
}

/**
 * @param db a connection in a transaction, so that all that is read is of one moment; what is not kept
 *   is made from the tables
 */
export async function readFigures(db: SqlRows): Promise<Figures> {
  const words = await readWords(db);
  const { chunks, stale } = await readState(db);
  const isStale = new Set(stale);
  return {
    words,
    async *chunks(names) {
      for (let chunk = 0; chunk < chunks; chunk++) {
        yield isStale.has(chunk)
          ? chunkOf(chunk, await buildChunk(db, chunk * CHUNK, words))
          : await keptChunk(db, chunk, names);
      }
    },
  };
}

type Sheets = { readonly [Name in SheetName]?: SheetNamed<Name> };

const keptSheet = 'SELECT bytes FROM figure_sheet WHERE sheet = ? AND chunk = ?';

async function keptChunk(db: SqlRows, chunk: number, names: readonly SheetName[]): Promise<Chunk> {
  const sheets: Partial<Record<SheetName, unknown>> = {};
  for (const name of names) {
    const [row] = await db.rows<{ bytes: Uint8Array }>(keptSheet, [
      sheetNames.indexOf(name),
      chunk,
    ]);
    sheets[name] = sheetOf(sheetLayouts[name], row?.bytes ?? new Uint8Array());
  }
  return chunkOf(chunk, sheets as Sheets);
}

const chunkOf = (chunk: number, sheets: Sheets): Chunk => ({
  first: chunk * CHUNK,
  sheet<Name extends SheetName>(name: Name): SheetNamed<Name> {
    const sheet: SheetNamed<Name> | undefined = sheets[name];
    if (sheet === undefined) throw new RangeError(`The sheet "${name}" was not asked for.`);
    return sheet;
  },
});
