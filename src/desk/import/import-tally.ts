import type { Placed } from './place.ts';
import type { ReadyRow } from './ready-row.ts';
import type { RowProblem } from './row-problem.ts';

/** Rows with the same problem. */
export interface ProblemTally {
  readonly problem: RowProblem;
  readonly many: number;
  /** The first few. */
  readonly rows: readonly number[];
}

/** What could not keep its number. */
export interface Renumbered {
  readonly many: number;
  readonly first: readonly { readonly from: string; readonly to: number }[];
}

/** What came of an import so far. */
export interface ImportCounts {
  /** Rows in which something stands. */
  readonly rows: number;
  readonly added: number;
  /** Were here already. */
  readonly known: number;
  readonly refused: number;
  /** Of those added, how many are neither resolved nor closed. */
  readonly open: number;
  readonly customersNew: number;
  readonly customersKnown: number;
  readonly renumbered: Renumbered;
  readonly customersRenumbered: Renumbered;
  readonly problems: readonly ProblemTally[];
}

const few = 5;

/** Counts what becomes of the rows. */
export class ImportTally {
  #added = 0;
  #known = 0;
  #refused = 0;
  #open = 0;
  #customersNew = 0;
  #knownCustomers = 0;
  readonly #renumbered: { from: string; to: number }[] = [];
  #manyRenumbered = 0;
  readonly #customers: { from: string; to: number }[] = [];
  #manyCustomers = 0;
  readonly #problems = new Map<string, { problem: RowProblem; many: number; rows: number[] }>();

  placed({ stage }: ReadyRow, placed: Placed & { readonly kind: 'added' | 'known' }): void {
    if (placed.kind === 'known') {
      this.#known++;
      return;
    }
    this.#added++;
    if (stage !== 'resolved' && stage !== 'closed') this.#open++;
    if (placed.customer === 'new') this.#customersNew++;
    if (placed.customer === 'known') this.#knownCustomers++;
    if (placed.wanted !== undefined) {
      this.#manyRenumbered++;
      keepFew(this.#renumbered, `C-${placed.wanted}`, placed.id);
    }
    if (placed.wantedCustomer !== undefined) {
      this.#manyCustomers++;
      keepFew(this.#customers, placed.wantedCustomer, placed.customerId ?? 0);
    }
  }

  refused(row: number, problem: RowProblem): void {
    this.#refused++;
    const { code, field } = problem;
    const key = `${code} ${field ?? ''}`;
    const tally = this.#problems.get(key) ?? { problem, many: 0, rows: [] };
    tally.many++;
    if (tally.rows.length < few) tally.rows.push(row);
    this.#problems.set(key, tally);
  }

  get counts(): ImportCounts {
    return {
      rows: this.#added + this.#known + this.#refused,
      added: this.#added,
      known: this.#known,
      refused: this.#refused,
      open: this.#open,
      customersNew: this.#customersNew,
      customersKnown: this.#knownCustomers,
      renumbered: { many: this.#manyRenumbered, first: this.#renumbered },
      customersRenumbered: { many: this.#manyCustomers, first: this.#customers },
      problems: [...this.#problems.values()],
    };
  }
}

function keepFew(list: { from: string; to: number }[], from: string, to: number): void {
  if (list.length < few) list.push({ from, to });
}
