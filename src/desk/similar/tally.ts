import type { SimilarComplaint } from '../similar.ts';

/** What became of a remedy in similar complaints. */
export interface RemedyTally {
  readonly remedy: string;
  /** In how many of them it was put to the customer. */
  readonly put: number;
  /** In how many it was chosen. */
  readonly chosen: number;
  /** How many of those who chose it were asked afterwards, and how many of them were satisfied. */
  readonly asked: number;
  readonly satisfied: number;
}

/** @returns the remedies of similar complaints, the one that was chosen most often first (P48). */
export function talliesOf(similar: readonly SimilarComplaint[]): readonly RemedyTally[] {
  const tallies = new Map<string, RemedyTally>();
  for (const { offers, chosen, satisfied } of similar) {
    for (const remedy of new Set(offers.map((offer) => offer.remedy))) {
      const before = tallies.get(remedy) ?? { remedy, put: 0, chosen: 0, asked: 0, satisfied: 0 };
      const took = typeof chosen === 'object' && chosen.remedy === remedy;
      tallies.set(remedy, {
        remedy,
        put: before.put + 1,
        chosen: before.chosen + Number(took),
        asked: before.asked + Number(took && satisfied !== undefined),
        satisfied: before.satisfied + Number(took && satisfied === true),
      });
    }
  }
  return [...tallies.values()].sort(
    (one, other) => other.chosen - one.chosen || other.put - one.put,
  );
}
