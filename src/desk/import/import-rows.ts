import type { AgentName, Millis } from '../../rules/values.ts';
import { StoreError } from '../../store/errors.ts';
import type { ImportWriter } from '../../store/import-writer.ts';
import { soughtCustomer } from '../../store/sought-customer.ts';
import { Batches } from './batches.ts';
import type { Person } from './draft.ts';
import { type ImportCounts, ImportTally } from './import-tally.ts';
import { type Placed, type Placing, placeRow } from './place.ts';
import type { RowsRead } from './read-rows.ts';
import type { ReadyRow } from './ready-row.ts';
import { RehearsalShelf } from './rehearsal-shelf.ts';
import type { RowProblem } from './row-problem.ts';
import type { RefusedRow, RowRead } from './row-reader.ts';

/** How the rows of a file come in. */
export interface ImportWay {
  readonly writer: ImportWriter;
  readonly system: string;
  readonly agent: AgentName;
  readonly now: Millis;
  /**
   * - `batches`: in transactions of a few rows, so that others can work meanwhile
   * - `atomic`: all in one, or none of it when a row is refused
   * - `rehearsal`: nothing is written
   */
  readonly how: 'batches' | 'atomic' | 'rehearsal';
  /** Aborted, it stops behind the transaction in hand. */
  readonly signal: AbortSignal;
  /** Told of each row that does not come in. */
  readonly onRefused: (row: RefusedRow, problem: RowProblem) => Promise<void>;
  /** Told after each batch, with how far into the file that is, in bytes. */
  readonly onProgress: (counts: ImportCounts, bytes: number) => void;
}

/** What came of the rows. */
export interface RowsImported extends ImportCounts {
  /** It was stopped before the last row. */
  readonly stopped: boolean;
  /** Of `atomic`: nothing was kept, since rows were refused or it was stopped. */
  readonly takenBack: boolean;
  /** The first complaints as they would look. */
  readonly first: readonly ReadyRow[];
}

const shown = 3;

/**
 * Imports rows.
 * @throws StoreError when the record cannot be written: what was committed before stays
 */
export async function importRows(
  rows: AsyncIterable<RowsRead>,
  way: ImportWay,
): Promise<RowsImported> {
  const { writer, how, signal } = way;
  const run = new Run(way);
  if (how !== 'rehearsal') writer.gatherForSearch(true);
  try {
    if (how === 'atomic') writer.begin();
    let batch: ReadyRow[] = [];
    let { size } = run;
    reading: for await (const { rows: some, bytes } of rows) {
      for (const row of some) {
        const taken = run.take(row, bytes);
        // Most rows are ready at once, and waiting for each of a million takes seconds.
        const ready = taken instanceof Promise ? await taken : taken;
        if (ready !== undefined) batch.push(ready);
        if (signal.aborted) break reading;
        if (batch.length < size) continue;
        await run.write(batch);
        batch = [];
        size = run.size;
      }
    }
    await run.write(batch);
    if (!signal.aborted) await run.writeLate();
    const takenBack = how === 'atomic' && (signal.aborted || run.counts.refused > 0);
    if (how === 'atomic') takenBack ? writer.rollBack() : writer.commit();
    return { ...run.counts, stopped: signal.aborted, takenBack, first: run.first };
  } catch (error) {
    if (how === 'atomic') writer.rollBack();
    throw error;
  } finally {
    if (how !== 'rehearsal') setBack(writer);
  }
}

/** What came of the import is worth more than what goes wrong in its wake; the next one sets it back too. */
function setBack(writer: ImportWriter): void {
  try {
    writer.gatherForSearch(false);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

class Run {
  readonly first: ReadyRow[] = [];
  readonly #way: ImportWay;
  readonly #placing: Placing;
  readonly #batches: Batches;
  readonly #tally = new ImportTally();
  #bytes = 0;
  /** They lead to complaints that had not come yet. */
  #late: ReadyRow[] = [];

  constructor(way: ImportWay) {
    const { writer, system, agent, now, how } = way;
    const shelf = how === 'rehearsal' ? new RehearsalShelf(writer) : writer;
    this.#way = way;
    this.#placing = { shelf, system, agent, now };
    this.#batches = new Batches(writer);
  }

  get counts(): ImportCounts {
    return this.#tally.counts;
  }

  get size(): number {
    return this.#batches.size;
  }

  /** @returns a row ready to be written; undefined for one that is refused. */
  take(row: RowRead, bytes: number): ReadyRow | Promise<ReadyRow | undefined> {
    this.#bytes = bytes;
    if (row.kind === 'refused') return this.#refuse(row.row, row.problem).then(() => undefined);
    const { ready } = row;
    if (this.first.length < shown) this.first.push(ready);
    const { person, sought } = ready;
    const known = sought !== undefined || person === undefined || this.#isHere(person);
    return known ? ready : this.#withSought(ready, person);
  }

  /** Whoever came before is here, unless the row they came with was refused. */
  #isHere({ id }: Person): boolean {
    const { shelf, system } = this.#placing;
    return id !== undefined && shelf.customerFrom(system, id) !== undefined;
  }

  async #withSought(ready: ReadyRow, { facts }: Person): Promise<ReadyRow> {
    const phones = await this.#way.writer.phoneKeys(facts.phone ?? null);
    return { ...ready, sought: soughtCustomer(facts, phones) };
  }

  async write(batch: readonly ReadyRow[]): Promise<void> {
    if (batch.length === 0) return;
    const placed = this.#placeAll(batch);
    for (const [index, ready] of batch.entries()) {
      const became = placed[index];
      if (became === undefined) continue;
      if (became.kind === 'refused') await this.#refuse(fileRowOf(ready), became.problem);
      else if (became.kind === 'later') this.#late.push(ready);
      else this.#tally.placed(ready, became);
    }
    this.#way.onProgress(this.counts, this.#bytes);
    if (this.#way.how === 'batches') await this.#batches.rest();
  }

  /** Each round brings in those that lead to one of the round before. */
  async writeLate(): Promise<void> {
    for (let waiting = this.#late; waiting.length > 0; waiting = this.#late) {
      this.#late = [];
      await this.write(waiting);
      if (this.#late.length < waiting.length) continue;
      for (const late of this.#late) {
        const facts = { into: late.mergedInto ?? '' };
        await this.#refuse(fileRowOf(late), {
          code: 'merged-into-none',
          facts,
          field: 'merged_into',
        });
      }
      this.#late = [];
    }
  }

  #placeAll(batch: readonly ReadyRow[]): readonly Placed[] {
    const { how, writer } = this.#way;
    const work = () => batch.map((ready) => placeRow(this.#placing, ready));
    if (how === 'rehearsal') return work();
    return how === 'atomic' ? writer.within(work) : this.#batches.write(batch.length, work);
  }

  async #refuse(row: RefusedRow, problem: RowProblem): Promise<void> {
    this.#tally.refused(row.row, problem);
    await this.#way.onRefused(row, problem);
  }
}

/** @returns a row as it stood in the file. */
const fileRowOf = ({ row, raw }: ReadyRow): RefusedRow => ({
  row,
  raw: Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf16le'),
});
