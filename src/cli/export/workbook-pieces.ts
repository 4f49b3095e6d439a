import type { ReadRecord, RecordField } from '../../desk/read-record.ts';
import { MemberTooLarge, mostRows, workbookBytes } from '../../reports/workbook/workbook.ts';
import { Fault } from '../fault.ts';
import type { Exported, Told } from './write-rows.ts';

/**
 * An export as a workbook of one sheet.
 * @throws Fault `usage`, before anything is written, for more rows than a sheet has
 */
export async function* workbookPieces(
  record: ReadRecord,
  rows: Exported['rows'],
  fields: readonly RecordField[],
  told: Told,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly rows: number }, void> {
  const count = await record.read.exportCount(rows);
  if (count > mostRows) throw new Fault('usage', 'sheet-too-long', { count, most: mostRows });
  const sheet = { name: rows.table.name, columns: fields };
  const pages = counted(record.read.exportRecords(rows, fields), told);
  try {
    for await (const bytes of workbookBytes(sheet, pages, told.cuts)) yield { bytes, rows: 0 };
  } catch (error) {
    if (error instanceof MemberTooLarge) throw new Fault('usage', 'sheet-too-large');
    throw error;
  }
}

async function* counted<Row>(
  pages: AsyncIterable<readonly Row[]>,
  told: Told,
): AsyncGenerator<readonly Row[], void> {
  for await (const page of pages) {
    told.rows += page.length;
    yield page;
  }
}
