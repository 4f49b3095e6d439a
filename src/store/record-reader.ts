import { type BegunReference, referencesBeginning } from './begun-references.ts';
import {
  type ExportedRows,
  type ExportOptions,
  type ExportPiece,
  exportBytes,
  exportCount,
  exportRecords,
  records,
} from './export.ts';
import {
  type ComplaintFilter,
  type ComplaintSearch,
  countUpTo,
  findComplaints,
} from './find-complaints.ts';
import type { CustomerHit } from './find-customers.ts';
import { findSimilar, type SimilarTo } from './find-similar.ts';
import { type FollowUpNote, readFollowUpNotes } from './follow-up-notes.ts';
import type { Head } from './head-file.ts';
import { hexOf } from './hex.ts';
import { type CustomerSearch, customerRecords, listCustomers } from './list-customers.ts';
import { type PersonRow, readPeople } from './people.ts';
import type { RecordField } from './record-fields.ts';
import { isRecorded, type RecordedFacet, recordedValues } from './recorded-values.ts';
import { searchComplaints, type TextSearch } from './search-complaints.ts';
import type { SqlRows } from './sql-rows.ts';
import { readStandingChanges, type StandingChange } from './standing-changes.ts';
import type { CalendarRow } from './tables/calendar.ts';
import {
  type AgentHere,
  readAgentsHere,
  readToday,
  type TodayQuery,
  type TodayRows,
} from './today-rows.ts';

/** What commands for scripts read of a record; a whole Reader has all of it too. */
export interface RecordReader {
  /** @returns the numbers of the complaints that pass the filter, sorted. */
  findComplaints(search: ComplaintSearch): Promise<number[]>;
  /** @returns how many complaints pass; `most + 1` for more than `most`. */
  countUpTo(filter: ComplaintFilter, most: number): Promise<number>;
  /** @returns whether any complaint has that; a group of causes is there by its causes too. */
  isRecorded(facet: RecordedFacet, value: string): Promise<boolean>;
  /** @returns the values that complaints have, in the order of their letters, at most so many. */
  recordedValues(facet: RecordedFacet, most: number): Promise<string[]>;
  /** @returns the numbers of the complaints that have the words or whose customer has them, the newest first. */
  searchComplaints(search: TextSearch): Promise<number[]>;
  /** @returns the numbers of resolved complaints that are most like one, the likest first. */
  findSimilar(to: SimilarTo, limit: number): Promise<number[]>;
  /** @returns these complaints' records, each with the fields as keys in their order. */
  records(
    ids: readonly number[],
    fields: readonly RecordField[],
  ): Promise<Record<string, unknown>[]>;
  /** @returns the numbers of the customers that pass, sorted. */
  listCustomers(search: CustomerSearch): Promise<number[]>;
  /** @returns these customers' records, each with the fields as keys in their order. */
  customerRecords(
    ids: readonly number[],
    fields: readonly RecordField[],
  ): Promise<Record<string, unknown>[]>;
  /** The record as a file, in pieces of some whole lines. */
  exportBytes(options: ExportOptions): AsyncIterable<ExportPiece>;
  /** The same rows as records, in pages, for a file that SQL cannot write. */
  exportRecords(
    rows: ExportedRows,
    fields: readonly RecordField[],
  ): AsyncIterable<readonly Readonly<Record<string, unknown>>[]>;
  /** @returns how many rows an export has. */
  exportCount(rows: ExportedRows): Promise<number>;
  customersMatching(text: string, limit: number): Promise<CustomerHit[]>;
  /** @returns complaints whose number begins with these digits, the newest first, with their customer. */
  referencesBeginning(digits: string, limit: number): Promise<BegunReference[]>;
  /** @returns `n` of the complaint's newest event, or undefined when there is no such complaint. */
  revisionOf(id: number): Promise<number | undefined>;
  setting(key: string): Promise<string | undefined>;
  /** @returns everybody who works or has worked here, with how many open complaints each owns. */
  people(): Promise<PersonRow[]>;
  /** @returns everybody who works here now, by name, and nothing counted. */
  agentsHere(): Promise<AgentHere[]>;
  /** @returns what wants doing, each part with the most pressing first. */
  today(query: TodayQuery): Promise<TodayRows>;
  /** @returns the newest event's place and hash, or undefined for an empty log. */
  head(): Promise<Head | undefined>;
  /** @returns the opening hours that hold now, or undefined while none were set. */
  newestCalendar(): Promise<CalendarRow | undefined>;
  /** @returns every time somebody came back or left us for good, in order (P39). */
  standingChanges(): Promise<StandingChange[]>;
  /** @returns the newest of what was said at follow-ups from one moment to another. */
  followUpNotes(since: number, until: number, limit: number): Promise<FollowUpNote[]>;
  /** @returns the hash of an event, 64 hexadecimal digits; undefined where there is no such event. */
  hashAt(seq: number): Promise<string | undefined>;
}

/** Reads a record with SQL text alone. */
export class ScriptReader implements RecordReader {
  readonly #sql: SqlRows;
  readonly #matching: RecordReader['customersMatching'];
  readonly #beside: Parameters<typeof exportBytes>[2];

  /**
   * @param matching looks customers up; it may load the query builder first
   * @param beside starts another thread that reads a long export too
   */
  constructor(
    sql: SqlRows,
    matching: RecordReader['customersMatching'],
    beside?: Parameters<typeof exportBytes>[2],
  ) {
    this.#sql = sql;
    this.#matching = matching;
    this.#beside = beside;
  }

  findComplaints(search: ComplaintSearch): Promise<number[]> {
    return findComplaints(this.#sql, search);
  }

  countUpTo(filter: ComplaintFilter, most: number): Promise<number> {
    return countUpTo(this.#sql, filter, most);
  }

  isRecorded(facet: RecordedFacet, value: string): Promise<boolean> {
    return isRecorded(this.#sql, facet, value);
  }

  recordedValues(facet: RecordedFacet, most: number): Promise<string[]> {
    return recordedValues(this.#sql, facet, most);
  }

  searchComplaints(search: TextSearch): Promise<number[]> {
    return searchComplaints(this.#sql, search);
  }

  findSimilar(to: SimilarTo, limit: number): Promise<number[]> {
    return findSimilar(this.#sql, to, limit);
  }

  records(
    ids: readonly number[],
    fields: readonly RecordField[],
  ): Promise<Record<string, unknown>[]> {
    return records(this.#sql, ids, fields);
  }

  listCustomers(search: CustomerSearch): Promise<number[]> {
    return listCustomers(this.#sql, search);
  }

  customerRecords(
    ids: readonly number[],
    fields: readonly RecordField[],
  ): Promise<Record<string, unknown>[]> {
    return customerRecords(this.#sql, ids, fields);
  }

  exportBytes(options: ExportOptions): AsyncIterable<ExportPiece> {
    return exportBytes(this.#sql, options, this.#beside);
  }

  exportRecords(
    rows: ExportedRows,
    fields: readonly RecordField[],
  ): AsyncIterable<readonly Readonly<Record<string, unknown>>[]> {
    return exportRecords(this.#sql, rows, fields);
  }

  exportCount(rows: ExportedRows): Promise<number> {
    return exportCount(this.#sql, rows);
  }

  customersMatching(text: string, limit: number): Promise<CustomerHit[]> {
    return this.#matching(text, limit);
  }

  referencesBeginning(digits: string, limit: number): Promise<BegunReference[]> {
    return referencesBeginning(this.#sql, digits, limit);
  }

  async revisionOf(id: number): Promise<number | undefined> {
    const sql = 'SELECT revision FROM complaint WHERE id = ?';
    return (await this.#sql.rows<{ revision: number }>(sql, [id]))[0]?.revision;
  }

  async setting(key: string): Promise<string | undefined> {
    const sql = 'SELECT value FROM setting WHERE key = ?';
    return (await this.#sql.rows<{ value: string }>(sql, [key]))[0]?.value;
  }

  people(): Promise<PersonRow[]> {
    return readPeople(this.#sql);
  }

  agentsHere(): Promise<AgentHere[]> {
    return readAgentsHere(this.#sql);
  }

  today(query: TodayQuery): Promise<TodayRows> {
    return readToday(this.#sql, query);
  }

  async head(): Promise<Head | undefined> {
    const sql = 'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1';
    const [row] = await this.#sql.rows<{ seq: number; hash: Uint8Array }>(sql);
    return row && { seq: row.seq, hash: hexOf(row.hash) };
  }

  async newestCalendar(): Promise<CalendarRow | undefined> {
    const sql = 'SELECT * FROM calendar ORDER BY version DESC LIMIT 1';
    return (await this.#sql.rows<CalendarRow>(sql))[0];
  }

  standingChanges(): Promise<StandingChange[]> {
    return readStandingChanges(this.#sql);
  }

  followUpNotes(since: number, until: number, limit: number): Promise<FollowUpNote[]> {
    return readFollowUpNotes(this.#sql, since, until, limit);
  }

  async hashAt(seq: number): Promise<string | undefined> {
    const sql = 'SELECT hash FROM event WHERE seq = ?';
    const [row] = await this.#sql.rows<{ hash: Uint8Array }>(sql, [seq]);
    return row && hexOf(row.hash);
  }
}
