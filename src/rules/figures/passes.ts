import type { Stage } from '../steps.ts';
import { outcomes, stages, verdicts } from '../steps.ts';
import { type Chunk, marks } from './sheets.ts';

/** What complaints are counted of; words by their numbers. */
export interface FigureFilter {
  readonly stage?: readonly Stage[];
  readonly owner?: number;
  readonly channel?: number;
  readonly product?: number;
  /** Whether a cause is the one that is looked for, or of its group. */
  readonly causes?: (cause: number) => boolean;
  readonly severity?: number;
  readonly outcome?: (typeof outcomes)[number];
  readonly verdict?: (typeof verdicts)[number];
  readonly customer?: number;
  /** 1 for the number of a customer that counts. */
  readonly customers?: Uint8Array;
  /** 1 for the number of a complaint that counts. */
  readonly complaints?: Uint8Array;
}

/**
 * @returns 1 for each complaint of a chunk that passes. One that turned out to be the same as another
 *   (merged) is counted with that one, and not by itself
 */
export function passesOf(chunk: Chunk, filter: FigureFilter): Uint8Array {
  const { here, marks: marked, stage, outcome, verdict, customer } = chunk.sheet('complaint');
  const passes = new Uint8Array(here.length);
  for (let row = 0; row < passes.length; row++) {
    if (here[row] === 1 && ((marked[row] ?? 0) & marks.merged) === 0) passes[row] = 1;
  }
  const keep = (fits: (row: number) => boolean): void => {
    for (let row = 0; row < passes.length; row++) if (!fits(row)) passes[row] = 0;
  };
  const equal = (column: ArrayLike<number>, wanted: number | undefined): void => {
    if (wanted !== undefined) keep((row) => column[row] === wanted && wanted !== 0);
  };
  if (filter.stage !== undefined) {
    const wanted = new Set(filter.stage.map((one) => stages.indexOf(one)));
    keep((row) => wanted.has(stage[row] ?? 0));
  }
  if (filter.outcome !== undefined) equal(outcome, outcomes.indexOf(filter.outcome) + 1);
  if (filter.verdict !== undefined) equal(verdict, verdicts.indexOf(filter.verdict) + 1);
  equal(customer, filter.customer);
  const { causes, customers, complaints } = filter;
  if (customers !== undefined) keep((row) => customers[customer[row] ?? 0] === 1);
  if (complaints !== undefined) keep((row) => complaints[chunk.first + row] === 1);
  for (const name of ['owner', 'channel', 'product', 'severity'] as const) {
    if (filter[name] !== undefined) equal(chunk.sheet('about')[name], filter[name]);
  }
  if (causes !== undefined) {
    const { cause } = chunk.sheet('about');
    keep((row) => causes(cause[row] ?? 0));
  }
  return passes;
}
