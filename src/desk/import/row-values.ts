import type { Fault, Instead, Outcome, Stage, Verdict } from '../../rules/steps.ts';
import { type Day, day, type Millis, millis } from '../../rules/values.ts';
import type { Cell, FileRow } from './file-row.ts';
import { type ImportField, type ImportFieldName, importFields } from './import-fields.ts';
import type { Reading } from './read-draft.ts';
import { RowRefused } from './row-problem.ts';

/** The fields that take one of a few words, with the words. */
interface Choices {
  readonly stage: Stage;
  readonly fault: Fault;
  readonly instead: Instead;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1']);
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0']);

/** The values of one row. Everything throws RowRefused for a text that is no such value. */
export class RowValues {
  readonly reading: Reading;
  readonly #row: FileRow;

  constructor(row: FileRow, reading: Reading) {
    this.reading = reading;
    this.#row = row;
  }

  text(field: ImportFieldName): string | undefined {
    return this.reading.fields.text(this.#row, field);
  }

  /** @returns several texts by their names. */
  texts<Name extends ImportFieldName>(...names: readonly Name[]) {
    return Object.fromEntries(names.map((name) => [name, this.text(name)])) as {
      readonly [Key in Name]: string | undefined;
    };
  }

  list(field: ImportFieldName): Cell {
    return this.reading.fields.cell(this.#row, field) ?? '[]';
  }

  time(field: ImportFieldName): Millis | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : millis(this.reading.dates.moment(text, field));
  }

  day(field: ImportFieldName): Day | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : day(this.reading.dates.day(text, field));
  }

  whole(field: ImportFieldName, least = 0): number | undefined {
    const text = this.text(field)?.trim();
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
      throw new RowRefused('not-whole', { text }, field);
    }
    return Number(text);
  }

  yesNo(field: ImportFieldName): boolean | undefined {
    const text = this.text(field)?.trim().toLowerCase();
    if (text === undefined) return undefined;
    if (yes.has(text)) return true;
    if (no.has(text)) return false;
    throw new RowRefused('not-yes-no', { text }, field);
  }

  choice<Name extends keyof Choices>(field: Name): Choices[Name] | undefined {
    const text = this.text(field)?.trim().toLowerCase();
    if (text === undefined) return undefined;
    const { known = [] }: ImportField = importFields[field];
    if (known.includes(text)) return text as Choices[Name];
    throw new RowRefused('not-a-choice', { text, known: known.join(', ') }, field);
  }
}
