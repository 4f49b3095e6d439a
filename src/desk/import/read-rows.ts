import { availableParallelism } from 'node:os';
import type { ImportFile } from './file-shape.ts';
import { RowsBeside } from './read-beside.ts';
import type { ReadingFacts } from './reading-facts.ts';
import { type RowRead, RowReader } from './row-reader.ts';

/** Some rows that were read, and how far into the file that was, in bytes. */
export interface RowsRead {
  readonly rows: readonly RowRead[];
  readonly bytes: number;
}

/** A shorter file is read before a thread has started, in bytes. */
const longFile = 4 * 1024 * 1024;

/** @returns the rows of a file: a long one is read by a thread of its own, where there is a core for it. */
export function readRows(file: ImportFile, facts: ReadingFacts): AsyncGenerator<RowsRead, void> {
  return file.size >= longFile && availableParallelism() > 1
    ? readBeside(file, facts)
    : readHere(file, facts);
}

/**
 * Reads the rows on this thread.
 * @param skip how many rows to leave out, with those in which nothing stands
 */
export async function* readHere(
  file: ImportFile,
  facts: ReadingFacts,
  skip = 0,
): AsyncGenerator<RowsRead, void> {
  let bytes = 0;
  const open = async function* (): AsyncGenerator<Uint8Array, void> {
    for await (const piece of file.open()) {
      bytes += piece.length;
      yield piece;
    }
  };
  const reader = await RowReader.of(facts);
  for await (const rows of reader.read({ open }, skip)) yield { rows, bytes };
}

/** Reads them on another. When that is lost, this one goes on with the first row that has not come. */
export async function* readBeside(
  file: ImportFile,
  facts: ReadingFacts,
): AsyncGenerator<RowsRead, void> {
  const beside = new RowsBeside(file, facts);
  const pieces = beside.read();
  try {
    for (;;) {
      const { value, done } = await pieces.next();
      if (done !== true) yield { rows: value, bytes: beside.bytes };
      else if (value === 'whole') return;
      else break;
    }
  } finally {
    await pieces.return('whole');
  }
  yield* readHere(file, facts, beside.rows);
}
