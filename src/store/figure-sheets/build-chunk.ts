import {
  CHUNK,
  type Chunk,
  type SheetName,
  type SheetNamed,
  sheetLayouts,
} from '../../rules/figures/sheets.ts';
import { talliesOf } from '../../rules/figures/tallied.ts';
import type { SqlRows } from '../sql-rows.ts';
import { clockSheetsOf } from './clock-sheets.ts';
import { complaintSheets, resolutionSheets } from './complaint-sheets.ts';
import { followUpSheet, offerSheet, promiseSheet } from './hanging-sheets.ts';
import { happeningSheet } from './happening-sheet.ts';
import { newSheet } from './sheet-bytes.ts';
import type { FigureWords } from './words.ts';

/** All sheets of a chunk. */
export type BuiltChunk = { readonly [Name in SheetName]: SheetNamed<Name> };

/**
 * Makes the sheets of a chunk from the tables.
 * @param first the number of its first complaint
 * @param words where texts get their numbers
 */
export async function buildChunk(
  db: SqlRows,
  first: number,
  words: FigureWords,
): Promise<BuiltChunk> {
  const span = [first, first + CHUNK - 1] as const;
  const ofComplaints = await complaintSheets(db, span, words);
  const sheets = {
    ...ofComplaints,
    ...(await clockSheetsOf(db, span)),
    ...resolutionSheets(ofComplaints.complaint),
    offers: await offerSheet(db, span, words),
    promises: await promiseSheet(db, span, words),
    followUps: await followUpSheet(db, span),
    happenings: await happeningSheet(db, span, ofComplaints.complaint),
  };
  return { ...sheets, tallies: tallySheet(chunkOf(first, sheets)) };
}

/** @returns sheets as a chunk. */
export function chunkOf(first: number, sheets: Partial<BuiltChunk>): Chunk {
  return {
    first,
    sheet<Name extends SheetName>(name: Name): SheetNamed<Name> {
      const sheet: SheetNamed<Name> | undefined = sheets[name];
      if (sheet === undefined) throw new RangeError(`There is no sheet "${name}".`);
      return sheet;
    },
  };
}

function tallySheet(chunk: Chunk) {
  const rows = talliesOf(chunk);
  const sheet = newSheet(sheetLayouts.tallies, rows.length);
  for (const [n, { question, group, sum, first, last }] of rows.entries()) {
    sheet.question[n] = question;
    sheet.group[n] = group;
    sheet.sum[n] = sum;
    sheet.first[n] = first;
    sheet.last[n] = last;
  }
  return sheet;
}
