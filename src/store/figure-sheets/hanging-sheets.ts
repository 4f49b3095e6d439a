/** What hangs on complaints: offers, promises, follow-ups. */

import { promiseStates, sheetLayouts } from '../../rules/figures/sheets.ts';
import { contactOutcomes } from '../../rules/steps.ts';
import type { SqlRows } from '../sql-rows.ts';
import { type Moment, placeIn, type Span, seconds } from './facts.ts';
import { newSheet } from './sheet-bytes.ts';
import type { FigureWords } from './words.ts';

interface OfferFacts {
  readonly id: number;
  readonly remedy: string;
  readonly chosen: number;
}

export async function offerSheet(db: SqlRows, span: Span, words: FigureWords) {
  const query = `SELECT complaint_id AS id, remedy, state = 'chosen' AS chosen FROM offer
    WHERE complaint_id BETWEEN ? AND ?`;
  const rows = await db.rows<OfferFacts>(query, span);
  const sheet = newSheet(sheetLayouts.offers, rows.length);
  for (const [n, row] of rows.entries()) {
    sheet.at[n] = row.id - span[0];
    sheet.remedy[n] = words.numberOf(row.remedy);
    sheet.chosen[n] = row.chosen;
  }
  return sheet;
}

interface PromiseFacts {
  readonly id: number;
  readonly who: string;
  readonly made: number;
  readonly due: number;
  readonly first: number;
  readonly told: Moment;
  readonly settled: Moment;
  readonly state: string;
}

export async function promiseSheet(db: SqlRows, span: Span, words: FigureWords) {
  const query = `SELECT complaint_id AS id, who, made_at AS made, due,
      coalesce(first_due, due) AS first, told_at AS told, settled_at AS settled, state
    FROM promise WHERE complaint_id BETWEEN ? AND ?`;
  const rows = await db.rows<PromiseFacts>(query, span);
  const sheet = newSheet(sheetLayouts.promises, rows.length);
  for (const [n, row] of rows.entries()) {
    sheet.at[n] = row.id - span[0];
    sheet.who[n] = words.numberOf(row.who);
    sheet.made[n] = seconds(row.made);
    sheet.due[n] = seconds(row.due);
    sheet.firstDue[n] = seconds(row.first);
    sheet.told[n] = seconds(row.told);
    sheet.settled[n] = seconds(row.settled);
    sheet.state[n] = (promiseStates as readonly string[]).indexOf(row.state);
  }
  return sheet;
}

interface FollowUpFacts {
  readonly id: number;
  readonly due: number;
  readonly done: Moment;
  readonly outcome: string | null;
  readonly satisfied: number | null;
  readonly score: number | null;
}

export async function followUpSheet(db: SqlRows, span: Span) {
  const query = `SELECT complaint_id AS id, at AS due, done_at AS done, outcome, satisfied, score
    FROM contact WHERE complaint_id BETWEEN ? AND ? AND state <> 'dropped'
      AND (kind = 'followup' OR satisfied IS NOT NULL OR score IS NOT NULL)`;
  const rows = await db.rows<FollowUpFacts>(query, span);
  const sheet = newSheet(sheetLayouts.followUps, rows.length);
  for (const [n, row] of rows.entries()) {
    sheet.at[n] = row.id - span[0];
    sheet.due[n] = seconds(row.due);
    sheet.done[n] = seconds(row.done);
    sheet.outcome[n] = placeIn(contactOutcomes, row.outcome);
    sheet.satisfied[n] = row.satisfied === null ? 0 : row.satisfied + 1;
    sheet.score[n] = row.score ?? 0;
  }
  return sheet;
}
