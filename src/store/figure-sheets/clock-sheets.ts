import { CHUNK, clockSheets, sheetLayouts } from '../../rules/figures/sheets.ts';
import type { SqlRows } from '../sql-rows.ts';
import { type Moment, type Span, seconds } from './facts.ts';
import { newSheet } from './sheet-bytes.ts';

interface ClockFacts {
  readonly id: number;
  readonly kind: keyof typeof clockSheets;
  readonly started: number;
  readonly due: number;
  readonly stopped: Moment;
  readonly counted: number;
}

/** @returns a sheet for each clock that reports tell of. */
export async function clockSheetsOf(db: SqlRows, span: Span) {
  const sheets = {
    'pickup-clock': newSheet(sheetLayouts['pickup-clock'], CHUNK),
    'acknowledge-clock': newSheet(sheetLayouts['acknowledge-clock'], CHUNK),
    'answer-clock': newSheet(sheetLayouts['answer-clock'], CHUNK),
    'resolve-clock': newSheet(sheetLayouts['resolve-clock'], CHUNK),
  };
  const query = `SELECT complaint_id AS id, kind, started, due, stopped_at AS stopped, counted
    FROM clock WHERE complaint_id BETWEEN ? AND ? AND kind <> 'followup'`;
  for (const row of await db.rows<ClockFacts>(query, span)) {
    const at = row.id - span[0];
    const sheet = sheets[clockSheets[row.kind]];
    sheet.started[at] = seconds(row.started);
    sheet.due[at] = seconds(row.due);
    sheet.stopped[at] = seconds(row.stopped);
    sheet.counted[at] = Math.round(row.counted / 1000);
  }
  return sheets;
}
