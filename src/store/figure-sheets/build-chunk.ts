import {
  CHUNK,
  type Chunk,
  clockSheets,
  happeningTypes,
  marks,
  promiseStates,
  type SheetName,
  type SheetNamed,
  sheetLayouts,
} from '../../rules/figures/sheets.ts';
import { talliesOf } from '../../rules/figures/tallied.ts';
import { contactOutcomes, faults, outcomes, stages, verdicts } from '../../rules/steps.ts';
import { countedEvent } from '../migrations/0005-figures.ts';
import type { SqlRows } from '../sql-rows.ts';
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

type Span = readonly [first: number, last: number];
type Moment = number | null;

/** Seconds; what happened in the first second of 1970 happened in the second. */
const seconds = (moment: Moment): number =>
  moment === null ? 0 : Math.min(0xffff_ffff, Math.max(1, Math.floor(moment / 1000)));

const placeIn = (known: readonly string[], word: string | null): number =>
  word === null ? 0 : known.indexOf(word) + 1;

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

async function complaintSheets(db: SqlRows, span: Span, words: FigureWords) {
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

function resolutionSheets({ resolved, received }: SheetNamed<'complaint'>) {
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

interface ClockFacts {
  readonly id: number;
  readonly kind: keyof typeof clockSheets;
  readonly started: number;
  readonly due: number;
  readonly stopped: Moment;
  readonly counted: number;
}

async function clockSheetsOf(db: SqlRows, span: Span) {
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

interface OfferFacts {
  readonly id: number;
  readonly remedy: string;
  readonly chosen: number;
}

async function offerSheet(db: SqlRows, span: Span, words: FigureWords) {
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

async function promiseSheet(db: SqlRows, span: Span, words: FigureWords) {
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

async function followUpSheet(db: SqlRows, span: Span) {
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

interface EventFacts {
  readonly id: number;
  readonly n: number;
  readonly type: string;
  readonly at: number;
  /** The severity that was given, or the number of the event that was taken back. */
  readonly said: string | number | null;
}

async function happeningSheet(db: SqlRows, span: Span, { marks: marked }: SheetNamed<'complaint'>) {
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
