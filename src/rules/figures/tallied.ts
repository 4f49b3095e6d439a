import { clockFigures } from './clock-figures.ts';
import { ended, judged, received, resolved, settledAt, upheld } from './complaint-figures.ts';
import {
  type Figure,
  type Grouping,
  type Measure,
  numbersOf,
  type Surroundings,
} from './figure.ts';
import { groupings } from './groupings.ts';
import { followUpFigures, reopened, score } from './hanging-figures.ts';
import { passesOf } from './passes.ts';
import { type Chunk, marks } from './sheets.ts';

/** One that turned out to be the same as another, and is not counted by itself. */
const merged: Figure = {
  name: 'merged',
  counts: 'complaint',
  moments(chunk) {
    const { marks: marked, received: at } = chunk.sheet('complaint');
    return numbersOf(at.length, (row) =>
      ((marked[row] ?? 0) & marks.merged) === 0 ? undefined : at[row],
    );
  },
};

/** What the remedies cost: sums by the number of their currency, or how many had none by their remedy. */
export type TalliedCost = 'named' | 'unnamed';

/** A question that every chunk keeps the answer to; those of the summary, which is asked for most. */
export type TalliedQuestion =
  | { readonly count: Figure; readonly by?: Grouping }
  | { readonly sum: Measure }
  | { readonly cost: TalliedCost };

/** The place of each is kept with its answers: new ones come at the end. */
export const tallied: readonly TalliedQuestion[] = [
  { count: merged },
  { count: received },
  { count: resolved },
  { count: ended },
  { count: judged },
  { count: upheld },
  { count: clockFigures.answer.late },
  { count: received, by: groupings.cause },
  { count: received, by: groupings.product },
  { count: received, by: groupings.channel },
  { cost: 'named' },
  { cost: 'unnamed' },
  { count: reopened },
  { count: followUpFigures.said },
  { count: followUpFigures.satisfied },
  { count: followUpFigures.scored },
  { sum: score },
];

const MERGED = 0;

/** @returns the place of a question, or -1 where it is not tallied. */
export const placeOfTally = (figure: Figure, by: Grouping | undefined): number =>
  tallied.findIndex((one) => 'count' in one && one.count === figure && one.by === by);

/** @returns the place of the sum of a measure, or -1 where it is not tallied. */
export const placeOfSum = (measure: Measure): number =>
  tallied.findIndex((one) => 'sum' in one && one.sum === measure);

/** @returns the place of what remedies cost. */
export const placeOfCost = (cost: TalliedCost): number =>
  tallied.findIndex((one) => 'cost' in one && one.cost === cost);

/** One line of the tallies of a chunk. */
export interface TallyRow {
  readonly question: number;
  readonly group: number;
  readonly sum: number;
  readonly first: number;
  readonly last: number;
}

/** The end of time: what reaches from its beginning to here lies within no span. */
const NEVER = 0xffff_ffff;

/** @returns the tallies of a chunk. What depends on the time of day is marked as not tallied. */
export function talliesOf(chunk: Chunk): readonly TallyRow[] {
  const passes = passesOf(chunk, {});
  return tallied.flatMap((asked, question) => {
    if ('cost' in asked) return tallyRows(question, costRows(chunk, asked.cost, passes));
    const figure = 'sum' in asked ? asked.sum : asked.count;
    const moments = figure.moments(chunk, at(0));
    const later = figure.moments(chunk, at(NEVER));
    if (later.some((moment, row) => moment !== moments[row])) {
      return [{ question, group: 0, sum: 0, first: 0, last: NEVER }];
    }
    const groups = 'sum' in asked ? undefined : asked.by?.numbers(chunk, at(0));
    const values = 'sum' in asked ? asked.sum.values(chunk) : undefined;
    const complaints = figure.counts === 'complaint' ? undefined : chunk.sheet(figure.counts).at;
    const rows = Array.from(moments, (moment, row) => ({
      moment: question === MERGED || passes[complaints?.[row] ?? row] === 1 ? moment : 0,
      group: groups?.[row] ?? 0,
      amount: values === undefined ? 1 : (values[row] ?? 0),
    }));
    return tallyRows(question, rows);
  });
}

const at = (now: number): Surroundings => ({
  now,
  repeats: new Uint8Array(),
  within: () => false,
  hourOfWeek: () => 0,
});

interface Tallying {
  readonly moment: number;
  readonly group: number;
  readonly amount: number;
}

function costRows(chunk: Chunk, cost: TalliedCost, passes: Uint8Array): readonly Tallying[] {
  const { remedy, amount, currency } = chunk.sheet('chosen');
  const complaint = chunk.sheet('complaint');
  return Array.from(remedy, (chosen, row) => {
    const named = amount[row] ?? -1;
    const counts = chosen !== 0 && passes[row] === 1 && named >= 0 === (cost === 'named');
    return {
      moment: counts ? settledAt(complaint, row) : 0,
      group: cost === 'named' ? (currency[row] ?? 0) : chosen,
      amount: cost === 'named' ? named : 1,
    };
  });
}

function tallyRows(question: number, rows: readonly Tallying[]): readonly TallyRow[] {
  const found = new Map<number, { sum: number; first: number; last: number }>();
  for (const { moment, group, amount } of rows) {
    if (moment === 0) continue;
    const tally = found.get(group);
    if (tally === undefined) {
      found.set(group, { sum: amount, first: moment, last: moment });
      continue;
    }
    tally.sum += amount;
    tally.first = Math.min(tally.first, moment);
    tally.last = Math.max(tally.last, moment);
  }
  return [...found].map(([group, tally]) => ({ question, group, ...tally }));
}

/** @returns the second in which the first complaint of a chunk reached us; undefined where it has none. */
export function firstReceived(chunk: Chunk): number | undefined {
  const { question, first } = chunk.sheet('tallies');
  return first[question.indexOf(placeOfTally(received, undefined))];
}

/** @returns whether a chunk has complaints that are not counted by themselves. */
export function hasMerged(chunk: Chunk): boolean {
  const { question, sum } = chunk.sheet('tallies');
  return question.some((one, row) => one === MERGED && (sum[row] ?? 0) > 0);
}
