import { csvRowsIn, type Delimiter, delimiters } from './csv-rows.ts';

/** Rows that are looked at. */
const looked = 200;

/**
 * Tells what separates the cells of a CSV file: what gives most rows as many cells as the header has.
 * @param sample the beginning of the file
 * @param whole the sample is the whole file
 * @returns the delimiter; a comma for a file of one column
 */
export function findDelimiter(sample: string, whole: boolean): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } | undefined;
  for (const delimiter of delimiters) {
    const rows = csvRowsIn(sample, delimiter, whole).slice(0, looked);
    const width = rows[0]?.cells.length ?? 1;
    if (width < 2) continue;
    const even = rows.filter(({ cells, fault }) => cells.length === width && fault === undefined);
    // Of two that fit as well, the one that cuts finer is the delimiter: a comma within text cuts less.
    const score = (even.length / rows.length) * 1000 + Math.min(width, 500);
    if (best === undefined || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? ',';
}
