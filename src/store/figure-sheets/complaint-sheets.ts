import { CHUNK, marks, type SheetNamed, sheetLayouts } from '../../rules/figures/sheets.ts';
import { faults, outcomes, stages, verdicts } from '../../rules/steps.ts';
import type { SqlRows } from '../sql-rows.ts';
import { type Moment, placeIn, type Span, seconds } from './facts.ts';
import { newSheet } from './sheet-bytes.ts';
import type { FigureWords } from './words.ts';

interface ComplaintFacts {
  readonly id: number;
  readonly received: Moment;
  readonly finished: Moment;
  readonly resolved: Moment;
  readonly closed: Moment;
  readonly customer: number | null;
  readonly stage: string;
  readonly outcome: string | null;
  readonly verdict: string | null;
  readonly fault: string | null;
  readonly changed: number;
  readonly merged: number;
  readonly contacts: number | null;
  readonly channel: string | null;
  readonly product: string | null;
  readonly cause: string | null;
  readonly root: string | null;
  readonly severity: string | null;
  readonly owner: string;
  readonly resolved_by: string | null;
  readonly wish: string | null;
  readonly remedy: string | null;
  readonly currency: string | null;
  readonly amount: number | null;
}

const complaintQuery = `SELECT c.id, coalesce(c.received_at, c.opened_at) AS received,
    c.finished_at AS finished, c.resolved_at AS resolved, c.closed_at AS closed,
    c.customer_id AS customer, c.stage, c.outcome, c.verdict, c.fault,
    coalesce(c.changed, '') <> '' AS changed, c.merged_into IS NOT NULL AS merged,
    c.contacts_taken AS contacts, c.channel, c.product, c.cause, c.root_cause AS root, c.severity,
    c.owner, c.resolved_by, c.wish, o.remedy, o.currency, o.amount
  FROM complaint AS c
    LEFT JOIN offer AS o ON o.complaint_id = c.id AND o.n = cast(c.chosen AS INTEGER)
  WHERE c.id BETWEEN ? AND ?`;

/** @returns what the table of complaints says, with the remedy that was chosen. */
export async function complaintSheets(db: SqlRows, span: Span, words: FigureWords) {
  const complaint = newSheet(sheetLayouts.complaint, CHUNK);
  const about = newSheet(sheetLayouts.about, CHUNK);
  const chosen = newSheet(sheetLayouts.chosen, CHUNK);
  for (const row of await db.rows<ComplaintFacts>(complaintQuery, span)) {
    const at = row.id - span[0];
    complaint.here[at] = 1;
    complaint.received[at] = seconds(row.received);
    complaint.finished[at] = seconds(row.finished);
    complaint.resolved[at] = seconds(row.resolved);
    complaint.closed[at] = seconds(row.closed);
    complaint.customer[at] = row.customer ?? 0;
    complaint.stage[at] = (stages as readonly string[]).indexOf(row.stage);
    complaint.outcome[at] = placeIn(outcomes, row.outcome);
    complaint.verdict[at] = placeIn(verdicts, row.verdict);
    complaint.fault[at] = placeIn(faults, row.fault);
    complaint.marks[at] = row.changed * marks.changed + row.merged * marks.merged;
    complaint.contacts[at] = row.contacts === null ? 0 : Math.min(row.contacts, 65_534) + 1;
    about.channel[at] = words.numberOf(row.channel);
    about.product[at] = words.numberOf(row.product);
    about.cause[at] = words.numberOf(row.cause);
    about.rootCause[at] = words.numberOf(row.root);
    about.severity[at] = words.numberOf(row.severity);
    about.owner[at] = words.numberOf(row.owner);
    about.resolvedBy[at] = words.numberOf(row.resolved_by);
    about.wish[at] = words.numberOf(row.wish);
    chosen.remedy[at] = words.numberOf(row.remedy);
    chosen.currency[at] = words.numberOf(row.currency);
    chosen.amount[at] = row.amount ?? -1;
  }
  return { complaint, about, chosen };
}

/** @returns the complaints that were resolved, and how long it took. */
export function resolutionSheets({ resolved, received }: SheetNamed<'complaint'>) {
  const rows = Array.from(resolved.keys()).filter((at) => resolved[at] !== 0);
  const resolutions = newSheet(sheetLayouts.resolutions, rows.length);
  const resolutionTimes = newSheet(sheetLayouts.resolutionTimes, rows.length);
  for (const [n, at] of rows.entries()) {
    resolutions.at[n] = at;
    resolutions.when[n] = resolved[at] ?? 0;
    resolutionTimes.took[n] = Math.max(0, (resolved[at] ?? 0) - (received[at] ?? 0));
  }
  return { resolutions, resolutionTimes };
}
