import type { ExportOptions } from '../../desk/exports.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import type { Writer } from '../writer.ts';
import type { ExportFormat } from './format.ts';

/** What is exported, and as what. */
export interface Exported extends Pick<ExportOptions, 'fields' | 'formulaGuard'> {
  readonly format: ExportFormat;
  readonly rows: Omit<ExportOptions, 'fields' | 'formulaGuard' | 'format'>;
}

/** What came of it. */
export interface Told {
  rows: number;
  /** Texts that were longer than a cell of a workbook. */
  readonly cuts: { count: number };
}

/** Writes all rows. While one piece is being written, the next is being read. */
export async function writeRows(
  out: Writer,
  record: ReadRecord,
  { format, rows, ...how }: Exported,
  told: Told,
): Promise<void> {
  if (format === 'xlsx') {
    const { workbookPieces } = await import('./workbook-pieces.ts');
    await pass(out, workbookPieces(record, rows, how.fields, told), told);
  } else await pass(out, record.read.exportBytes({ ...rows, ...how, format }), told);
}

async function pass(
  out: Writer,
  pieces: AsyncIterable<{ readonly bytes: Uint8Array; readonly rows: number }>,
  told: Told,
): Promise<void> {
  let writing = Promise.resolve();
  for await (const { bytes, rows } of pieces) {
    await writing;
    told.rows += rows;
    writing = out.write(bytes).then(() => giveBack(bytes));
    // Told when it is waited for; until then it must not count as nobody's.
    writing.catch(() => {});
  }
  await writing;
}

/**
 * Gives the memory of a piece back once it is on its way: it lies outside the heap, and the collector
 * would let a hundred megabytes of it gather first.
 */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  // A small piece may share its memory with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
