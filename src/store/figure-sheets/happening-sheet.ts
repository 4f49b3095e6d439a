import {
  happeningTypes,
  marks,
  type SheetNamed,
  sheetLayouts,
} from '../../rules/figures/sheets.ts';
import { countedEvent } from '../migrations/0005-figures.ts';
import type { SqlRows } from '../sql-rows.ts';
import { type Span, seconds } from './facts.ts';
import { newSheet } from './sheet-bytes.ts';

interface EventFacts {
  readonly id: number;
  readonly n: number;
  readonly type: string;
  readonly at: number;
  /** The severity that was given, or the number of the event that was taken back. */
  readonly said: string | number | null;
}

/**
 * Reads what only the log tells.
 * @param complaint gets the mark of those whose severity was put right
 */
export async function happeningSheet(
  db: SqlRows,
  span: Span,
  { marks: marked }: SheetNamed<'complaint'>,
) {
  const query = `SELECT complaint_id AS id, n, type, at,
      CASE type WHEN 'undone' THEN body ->> '$.undoes' WHEN 'answered' THEN body ->> '$.value' END
        AS said
    FROM event INDEXED BY event_counted WHERE complaint_id BETWEEN ? AND ? AND ${countedEvent}
    ORDER BY complaint_id, n`;
  const rows = standing(await db.rows<EventFacts>(query, span));
  const counted = rows.filter(({ type }) => type !== 'answered');
  const sheet = newSheet(sheetLayouts.happenings, counted.length);
  for (const [n, row] of counted.entries()) {
    sheet.at[n] = row.id - span[0];
    sheet.when[n] = seconds(row.at);
    sheet.type[n] = (happeningTypes as readonly string[]).indexOf(row.type);
  }
  // Whoever gives another severity than the first puts right what it was taken for.
  const first = new Map<number, EventFacts['said']>();
  for (const { id, type, said } of rows) {
    if (type !== 'answered') continue;
    const at = id - span[0];
    const given = first.get(id);
    if (given === undefined) first.set(id, said);
    else if (given === said) marked[at] = (marked[at] ?? 0) & ~marks.reprioritised;
    else marked[at] = (marked[at] ?? 0) | marks.reprioritised;
  }
  return sheet;
}

/** What was taken back did not happen, unless the taking back was taken back (`rules/undo.ts`). */
function standing(rows: readonly EventFacts[]): readonly EventFacts[] {
  const out = new Set<string>();
  for (const { id, n, type, said } of rows.toReversed()) {
    if (type === 'undone' && !out.has(`${id} ${n}`)) out.add(`${id} ${said}`);
  }
  return rows.filter(({ id, n, type }) => type !== 'undone' && !out.has(`${id} ${n}`));
}
