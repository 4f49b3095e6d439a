import { countryAt } from '../../store/country.ts';
import { PhoneBook } from '../../store/phone-book.ts';
import { soughtCustomer } from '../../store/sought-customer.ts';
import type { Person } from './draft.ts';
import type { FileRow } from './file-row.ts';
import { type ImportFile, rowsOf } from './file-shape.ts';
import { type Reading, readDraft } from './read-draft.ts';
import { type ReadingFacts, readingOf } from './reading-facts.ts';
import { type ReadyRow, readyRow } from './ready-row.ts';
import { type RowProblem, RowRefused } from './row-problem.ts';

/** A row that does not come in, as it was. */
export type RefusedRow = Pick<FileRow, 'row' | 'raw' | 'fault'>;

/** A row that was read: one that is ready to be placed, or why it is none. */
export type RowRead =
  | { readonly kind: 'ready'; readonly ready: ReadyRow }
  | { readonly kind: 'refused'; readonly row: RefusedRow; readonly problem: RowProblem };

/** How many people are remembered. */
const mostPeople = 100_000;

/** Reads the rows of a file, as far as that can be done without the record. */
export class RowReader {
  readonly #facts: ReadingFacts;
  readonly #reading: Reading;
  readonly #people = new Set<string>();
  readonly #phones: PhoneBook;
  #rows = 0;

  private constructor(facts: ReadingFacts, reading: Reading) {
    this.#facts = facts;
    this.#reading = reading;
    this.#phones = new PhoneBook(() => countryAt(facts.whereabouts));
  }

  /** @throws RangeError for a time zone that is not known */
  static async of(facts: ReadingFacts): Promise<RowReader> {
    return new RowReader(facts, await readingOf(facts));
  }

  /** Rows read so far, with those in which nothing stands. */
  get rows(): number {
    return this.#rows;
  }

  /**
   * Reads all rows, as many at a time as end in a piece of the file.
   * @param skip how many rows to leave out: those that were read before
   */
  async *read(file: Pick<ImportFile, 'open'>, skip = 0): AsyncGenerator<readonly RowRead[], void> {
    for await (const { rows, columns } of rowsOf(file, this.#facts.shape)) {
      const some: RowRead[] = [];
      for (const row of rows) {
        this.#rows++;
        const read = this.#rows > skip ? this.#readRow(row, columns) : undefined;
        if (read === undefined) continue;
        const person = read.kind === 'ready' ? read.ready.person : undefined;
        // Whoever came before is known by their number there; reading a phone number is dear.
        if (read.kind === 'refused' || person === undefined || this.#cameBefore(person)) {
          some.push(read);
        } else {
          const { facts } = person;
          const sought = soughtCustomer(facts, await this.#phones.keysOf(facts.phone ?? null));
          some.push({ ...read, ready: { ...read.ready, sought } });
        }
      }
      yield some;
    }
  }

  /** @returns undefined for a row in which nothing stands. */
  #readRow(row: FileRow, columns: readonly string[]): RowRead | undefined {
    try {
      const draft = readDraft(row, columns, this.#reading);
      return draft && { kind: 'ready', ready: readyRow(draft) };
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      const { row: number, raw, fault } = row;
      return {
        kind: 'refused',
        row: fault === undefined ? { row: number, raw } : { row: number, raw, fault },
        problem: error.problem,
      };
    }
  }

  #cameBefore({ id }: Person): boolean {
    if (id === undefined) return false;
    if (this.#people.has(id)) return true;
    if (this.#people.size >= mostPeople) this.#people.clear();
    this.#people.add(id);
    return false;
  }
}
