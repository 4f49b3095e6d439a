import {
  CHUNK,
  type Chunk,
  type SheetName,
  type SheetNamed,
  sheetLayouts,
  sheetNames,
} from '../../rules/figures/sheets.ts';
import type { DirectRows } from '../direct-rows.ts';
import { buildChunk, chunkOf } from './build-chunk.ts';
import { newSheet, sheetOf } from './sheet-bytes.ts';
import { readState } from './state.ts';
import { type FigureWords, readWords } from './words.ts';

export { readState } from './state.ts';

/** The sheets as they are true now. */
export interface Figures {
  /** What the numbers of words stand for. More come in while chunks are read. */
  readonly words: FigureWords;
  /** @returns every chunk in the order of its numbers; a sheet is read when it is looked at. */
  chunks(): AsyncIterable<Chunk>;
}

/**
 * @param db a connection in a transaction, so that all that is read is of one moment; what is not kept
 *   is made from the tables
 */
export async function readFigures(db: DirectRows): Promise<Figures> {
  const words = await readWords(db);
  const { chunks, stale } = await readState(db);
  const isStale = new Set(stale);
  const tallies = await keptTallies(db);
  return {
    words,
    async *chunks() {
      for (let chunk = 0; chunk < chunks; chunk++) {
        const first = chunk * CHUNK;
        yield isStale.has(chunk)
          ? chunkOf(first, await buildChunk(db, first, words))
          : new KeptChunk(db, chunk, tallies.get(chunk));
      }
    },
  };
}

/** They are small and always looked at: read in one go, they take a fraction of the time. */
async function keptTallies(db: DirectRows): Promise<ReadonlyMap<number, SheetNamed<'tallies'>>> {
  const rows = await db.rows<{ chunk: number; bytes: Uint8Array }>(
    'SELECT chunk, bytes FROM figure_sheet WHERE sheet = ?',
    [sheetNames.indexOf('tallies')],
  );
  return new Map(rows.map(({ chunk, bytes }) => [chunk, sheetOf(sheetLayouts.tallies, bytes)]));
}

const keptSheet = 'SELECT bytes FROM figure_sheet WHERE sheet = ? AND chunk = ?';

class KeptChunk implements Chunk {
  readonly first: number;
  readonly #db: DirectRows;
  readonly #chunk: number;
  readonly #read = new Map<SheetName, unknown>();

  constructor(db: DirectRows, chunk: number, tallies: SheetNamed<'tallies'> | undefined) {
    this.first = chunk * CHUNK;
    this.#db = db;
    this.#chunk = chunk;
    if (tallies !== undefined) this.#read.set('tallies', tallies);
  }

  sheet<Name extends SheetName>(name: Name): SheetNamed<Name> {
    const known = this.#read.get(name);
    if (known !== undefined) return known as SheetNamed<Name>;
    const place = sheetNames.indexOf(name);
    const [row] = this.#db.run<{ bytes: Uint8Array }>(keptSheet, [place, this.#chunk]).rows;
    const layout = sheetLayouts[name];
    // A file that says it has all sheets and lacks one counts nothing there, and `verify` tells.
    const sheet = row === undefined ? newSheet(layout, 0) : sheetOf(layout, row.bytes);
    this.#read.set(name, sheet);
    return sheet as SheetNamed<Name>;
  }
}
