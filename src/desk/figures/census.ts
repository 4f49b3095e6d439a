import { Costs, type UsualCost } from '../../rules/figures/costs.ts';
import { Counts } from '../../rules/figures/counts.ts';
import {
  type Counted,
  type Figure,
  type Grouping,
  type Measure,
  numbersOf,
  type Surroundings,
} from '../../rules/figures/figure.ts';
import { Means } from '../../rules/figures/means.ts';
import { type FigureFilter, passesOf } from '../../rules/figures/passes.ts';
import type { Rows } from '../../rules/figures/rows.ts';
import type { Chunk } from '../../rules/figures/sheets.ts';
import type { Spans } from '../../rules/figures/spans.ts';
import { hasMerged, placeOfSum, placeOfTally } from '../../rules/figures/tallied.ts';
import { Values } from '../../rules/figures/values.ts';
import type { Figures } from '../../store/figure-sheets/read-figures.ts';

/** One thing that a census asks of every complaint. */
export type CensusQuestion =
  | { readonly count: Figure; readonly by?: Grouping }
  | { readonly gather: Measure; readonly by?: Grouping }
  | { readonly mean: Measure; readonly by?: Grouping }
  | { readonly cost: true; readonly by?: Grouping };

export type CensusQuestions = Readonly<Record<string, CensusQuestion>>;

type AnswerTo<Question> = Question extends { readonly count: Figure }
  ? Counts
  : Question extends { readonly gather: Measure }
    ? Values
    : Question extends { readonly mean: Measure }
      ? Means
      : Costs;

/** What came of it, by the names of the questions. */
export type Census<Questions extends CensusQuestions> = {
  readonly [Name in keyof Questions]: AnswerTo<Questions[Name]>;
};

/** Of what, and into which spans. */
export interface CensusOf {
  readonly spans: Spans;
  readonly filter: FigureFilter;
  readonly around: Surroundings;
  readonly usualCost: UsualCost;
}

/**
 * Goes through all complaints once and answers every question.
 * @returns what came of each; counts by the group's number and the spans
 */
export async function census<const Questions extends CensusQuestions>(
  figures: Figures,
  questions: Questions,
  { spans, filter, around, usualCost }: CensusOf,
): Promise<Census<Questions>> {
  const takers = Object.entries(questions).map(([name, question]) => ({
    name,
    taker: takerOf(question, spans, usualCost),
  }));
  const everything = Object.keys(filter).length === 0;
  for await (const chunk of figures.chunks()) {
    // What is asked for most is kept for whole chunks; most of the others need not be looked at.
    const passes = everything && !hasMerged(chunk) ? undefined : passesOf(chunk, filter);
    for (const { taker } of takers) {
      if (!everything || taker.tallied?.(chunk) !== true) taker.take(chunk, passes, around);
    }
  }
  return Object.fromEntries(
    takers.map(({ name, taker }) => [name, taker.taken]),
  ) as unknown as Census<Questions>;
}

interface Taker {
  readonly taken: Counts | Values | Means | Costs;
  /** Takes what a chunk keeps for itself. @returns whether that was all */
  readonly tallied?: (chunk: Chunk) => boolean;
  take(chunk: Chunk, passes: Uint8Array | undefined, around: Surroundings): void;
}

function takerOf(question: CensusQuestion, spans: Spans, usualCost: UsualCost): Taker {
  const { by } = question;
  if ('count' in question) {
    const taken = new Counts(spans);
    const { count } = question;
    const place = placeOfTally(count, by);
    return {
      taken,
      ...(place === -1
        ? {}
        : { tallied: (chunk) => taken.addTallied(chunk.sheet('tallies'), place) }),
      take: (chunk, passes, around) => taken.add(rowsOf(count, by, chunk, around), passes),
    };
  }
  if ('gather' in question) {
    const taken = new Values(spans);
    const { gather } = question;
    const place = gather.whole === undefined ? -1 : placeOfTally(gather.whole, undefined);
    return {
      taken,
      ...(place === -1 || by !== undefined
        ? {}
        : {
            tallied: (chunk) =>
              taken.addTallied(chunk.sheet('tallies'), place, () => gather.values(chunk)),
          }),
      take: (chunk, passes, around) =>
        taken.add(rowsOf(gather, by, chunk, around), gather.values(chunk), passes),
    };
  }
  if ('mean' in question) {
    const taken = new Means(spans);
    const { mean } = question;
    const [count, sum] = [
      mean.counted === undefined ? -1 : placeOfTally(mean.counted, undefined),
      placeOfSum(mean),
    ];
    return {
      taken,
      ...(sum === -1 || by !== undefined
        ? {}
        : { tallied: (chunk) => taken.addTallied(chunk.sheet('tallies'), count, sum) }),
      take: (chunk, passes, around) =>
        taken.add(rowsOf(mean, by, chunk, around), mean.values(chunk), passes),
    };
  }
  const taken = new Costs(spans, usualCost);
  return {
    taken,
    ...(by === undefined ? { tallied: (chunk) => taken.addTallied(chunk.sheet('tallies')) } : {}),
    take: (chunk, passes, around) => taken.add(chunk, by?.numbers(chunk, around), passes),
  };
}

const rowsOf = (
  { counts, moments }: Figure | Measure,
  by: Grouping | undefined,
  chunk: Chunk,
  around: Surroundings,
): Rows => ({
  moments: moments(chunk, around),
  complaints: complaintsOf(chunk, counts),
  groups: by && groupsOf(by, chunk, counts, around),
});

/** @returns the complaint of each row, by its place in the chunk; undefined where rows are complaints. */
export const complaintsOf = (chunk: Chunk, counted: Counted): Uint16Array | undefined =>
  counted === 'complaint' ? undefined : chunk.sheet(counted).at;

/** What is grouped by its complaint has the group of that. */
function groupsOf(by: Grouping, chunk: Chunk, counted: Counted, around: Surroundings): Uint32Array {
  const groups = by.numbers(chunk, around);
  const complaints = by.groups === counted ? undefined : complaintsOf(chunk, counted);
  if (complaints === undefined) return groups;
  return numbersOf(complaints.length, (row) => groups[complaints[row] ?? 0]);
}
