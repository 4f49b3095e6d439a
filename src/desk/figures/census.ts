import { Costs, type UsualCost } from '../../rules/figures/costs.ts';
import { Counts } from '../../rules/figures/counts.ts';
import type {
  Counted,
  Figure,
  Grouping,
  Measure,
  Surroundings,
} from '../../rules/figures/figure.ts';
import { type FigureFilter, passesOf, sheetsOfFilter } from '../../rules/figures/passes.ts';
import type { Chunk, SheetName } from '../../rules/figures/sheets.ts';
import type { Spans } from '../../rules/figures/spans.ts';
import { Values } from '../../rules/figures/values.ts';
import type { Figures } from '../../store/figure-sheets/read-figures.ts';

/** One thing that a census asks of every complaint. */
export type CensusQuestion =
  | { readonly count: Figure; readonly by?: Grouping }
  | { readonly gather: Measure; readonly by?: Grouping }
  | { readonly cost: true; readonly by?: Grouping };

export type CensusQuestions = Readonly<Record<string, CensusQuestion>>;

type AnswerTo<Question> = Question extends { readonly count: Figure }
  ? Counts
  : Question extends { readonly gather: Measure }
    ? Values
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
  const needs = Object.values(questions).flatMap(needsOf);
  for await (const chunk of figures.chunks([...new Set([...sheetsOfFilter(filter), ...needs])])) {
    const passes = passesOf(chunk, filter);
    for (const { taker } of takers) taker.take(chunk, passes, around);
  }
  return Object.fromEntries(
    takers.map(({ name, taker }) => [name, taker.taken]),
  ) as unknown as Census<Questions>;
}

interface Taker {
  readonly taken: Counts | Values | Costs;
  take(chunk: Chunk, passes: Uint8Array, around: Surroundings): void;
}

function takerOf(question: CensusQuestion, spans: Spans, usualCost: UsualCost): Taker {
  const { by } = question;
  if ('count' in question) {
    const taken = new Counts(spans);
    const { count } = question;
    return {
      taken,
      take(chunk, passes, around) {
        const { counts } = count;
        const moments = count.moments(chunk, around);
        taken.add(
          moments,
          passes,
          complaintsOf(chunk, counts),
          groupsOf(by, chunk, counts, around),
        );
      },
    };
  }
  if ('gather' in question) {
    const taken = new Values(spans);
    const { gather } = question;
    return {
      taken,
      take(chunk, passes, around) {
        const { counts } = gather;
        const groups = groupsOf(by, chunk, counts, around);
        const moments = gather.moments(chunk, around);
        taken.add(moments, gather.values(chunk), passes, complaintsOf(chunk, counts), groups);
      },
    };
  }
  const taken = new Costs(spans, usualCost);
  return {
    taken,
    take(chunk, passes, around) {
      taken.add(chunk, passes, groupsOf(by, chunk, 'complaint', around));
    },
  };
}

function needsOf(question: CensusQuestion): readonly SheetName[] {
  const own: readonly SheetName[] =
    'count' in question
      ? question.count.needs
      : 'gather' in question
        ? question.gather.needs
        : ['complaint', 'chosen'];
  return [...own, ...(question.by?.needs ?? [])];
}

/** @returns the complaint of each row, by its place in the chunk; undefined where rows are complaints. */
export const complaintsOf = (chunk: Chunk, counted: Counted): Uint16Array | undefined =>
  counted === 'complaint' ? undefined : chunk.sheet(counted).at;

function groupsOf(
  by: Grouping | undefined,
  chunk: Chunk,
  counted: Counted,
  around: Surroundings,
): ((row: number) => number) | undefined {
  if (by === undefined) return undefined;
  const groups = by.numbers(chunk, around);
  if (by.groups === counted) return (row) => groups[row] ?? 0;
  const complaints = complaintsOf(chunk, counted);
  return complaints === undefined
    ? (row) => groups[row] ?? 0
    : (row) => groups[complaints[row] ?? 0] ?? 0;
}
