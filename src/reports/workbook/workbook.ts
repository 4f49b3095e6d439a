import { type Cuts, cellXml, styles, text } from './cell.ts';
import { afterRows, beforeRows, partsAround } from './parts.ts';
import { zipBytes } from './zip-file.ts';

export { longestCell } from './cell.ts';
export { MemberTooLarge } from './zip-file.ts';

/** The most rows of a sheet beneath its header line, in every spreadsheet of this format. */
export const mostRows = 1_048_575;

/** A sheet of records: what it is called, and which column holds what. */
export interface Sheet {
  /** Letters alone, at most 31 of them. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: string }[];
}

/**
 * Writes a workbook of one sheet (XLSX, ECMA-376) with a header line that stays in sight and a filter
 * over every column. Moments, days, sums, numbers and truth values are typed, so that they can be
 * counted with; moments are in UTC, since sheets know no time zone. However many rows there are, no
 * more than a page of them is in memory.
 * @param pages of records, their values as JSON has them; at most `mostRows` of them
 * @param cuts counts the texts that were longer than a cell and end with an ellipsis
 * @returns pieces of the file
 * @throws MemberTooLarge when the sheet has more than 4 GB
 */
export function workbookBytes(
  { name, columns }: Sheet,
  pages: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>,
  cuts: Cuts,
): AsyncGenerator<Uint8Array, void> {
  return zipBytes([
    ...partsAround(name).map(([part, xml]) => ({ name: part, pieces: [xml] })),
    { name: 'xl/worksheets/sheet1.xml', pieces: sheetXml(columns, pages, cuts) },
  ]);
}

async function* sheetXml(
  columns: Sheet['columns'],
  pages: Parameters<typeof workbookBytes>[1],
  cuts: Cuts,
): AsyncGenerator<string, void> {
  const letters = columns.map((_, at) => columnLetters(at));
  yield beforeRows(columns.map(widthOf));
  const names = columns.map(({ name }, at) => text(`${letters[at]}1`, name, cuts, styles.head));
  yield `<row r="1">${names.join('')}</row>`;
  let row = 1;
  for await (const records of pages) {
    let xml = '';
    for (const record of records) {
      row += 1;
      xml += `<row r="${row}">`;
      for (const [at, { name, kind }] of columns.entries()) {
        xml += cellXml(`${letters[at]}${row}`, kind, record[name], cuts);
      }
      xml += '</row>';
    }
    yield xml;
  }
  yield afterRows(`A1:${letters.at(-1) ?? 'A'}${row}`);
}

/** @returns `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnLetters(Math.floor(at / 26) - 1)}${letter}`;
}

/** Wide enough for a moment or a name; long texts would push everything else out of sight. */
function widthOf({ name, kind }: { readonly name: string; readonly kind: string }): number {
  const least = kind === 'time' ? 19 : kind === 'day' ? 11 : kind === 'text' ? 16 : 9;
  return Math.max(least, name.length + 3);
}
