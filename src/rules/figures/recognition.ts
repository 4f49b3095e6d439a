/** What good service is known by (P42), each with whether more of it is better. */
export const bestMeasures = {
  satisfied: 'more',
  score: 'more',
  promises: 'more',
  'in-time': 'more',
  reopened: 'less',
  contacts: 'less',
  speed: 'less',
} as const;

export type BestMeasure = keyof typeof bestMeasures;

/** What the owner is taken to mean who chose nothing: that it was well, and that words were kept. */
export const usualMeasures: readonly BestMeasure[] = ['satisfied', 'promises', 'reopened'];

/** So many complaints somebody must have resolved in a month to be compared. */
export const LEAST = 5;

/** One person in one month; a measure of which there is nothing to say is left out. */
export interface Contender {
  readonly name: string;
  readonly resolved: number;
  readonly measured: Readonly<Partial<Record<BestMeasure, number>>>;
}

/** @returns whether these would reward speed alone: well goes before fast (P26). */
export const isSpeedAlone = (measures: readonly BestMeasure[]): boolean =>
  measures.every((measure) => measure === 'speed');

/**
 * Finds the best of a month (P42): by each measure everybody has a place, and the lowest sum of
 * places wins. Whoever has nothing to show by a measure comes last by it; ones that are equal share
 * a place.
 * @returns those who are best, more than one where they are equal; nobody where nobody resolved enough
 */
export function bestOf(
  contenders: readonly Contender[],
  measures: readonly BestMeasure[],
): readonly Contender[] {
  const able = contenders.filter(
    ({ resolved, measured }) =>
      resolved >= LEAST && measures.some((measure) => measured[measure] !== undefined),
  );
  const sums = able.map((one) =>
    measures.reduce((sum, measure) => sum + placeOf(one, able, measure), 0),
  );
  const least = Math.min(...sums);
  return able.filter((_, at) => sums[at] === least);
}

function placeOf(one: Contender, all: readonly Contender[], measure: BestMeasure): number {
  const own = one.measured[measure];
  return all.filter((other) => isBetter(other.measured[measure], own, bestMeasures[measure]))
    .length;
}

function isBetter(
  other: number | undefined,
  own: number | undefined,
  better: 'more' | 'less',
): boolean {
  if (other === undefined) return false;
  if (own === undefined) return true;
  return better === 'more' ? other > own : other < own;
}
