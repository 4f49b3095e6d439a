import type { Figure, Grouping } from '../../rules/figures/figure.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import { figures as knownFigures } from '../../rules/figures/index.ts';
import type { FigureRecord } from '../read-record.ts';
import { type FigurePlace, surroundingsOf } from './surroundings.ts';

/** What a part of a figure is: `received:1-9`, `offered:refund`, `promises-kept:Sam`. */
export type PartKind = 'hour' | 'remedy' | 'person';

/** By the names of the figures that are asked for by remedy. */
const remedies: Readonly<Record<string, Grouping>> = {
  wished: groupings.wish,
  offered: groupings.offeredRemedy,
  chosen: groupings.chosenRemedy,
};

/** A figure as it is named: `received`, or `offered:refund` for a part of it. */
export interface NamedFigure {
  readonly figure: Figure;
  readonly part?: string;
}

/** @returns the names of all figures. */
export const figureNames = (): readonly string[] => [...knownFigures.keys(), 'open'];

/** @returns the figure that is named, or undefined. `open` is asked for by `complaintsOpen`. */
export function figureNamed(name: string): NamedFigure | undefined {
  const [first = '', part] = name.split(/:(.*)/s, 2);
  const figure = knownFigures.get(first);
  if (figure === undefined) return undefined;
  if (part === undefined) return { figure };
  return partKindOf(figure) === undefined ? undefined : { figure, part };
}

/**
 * @returns what the parts of a figure are: promises are asked for by who made them, complaints by the
 *   hour of the week in which they came; undefined where it has none
 */
export function partKindOf(figure: Figure): PartKind | undefined {
  if (figure.name in remedies) return 'remedy';
  if (figure.counts === 'promises') return 'person';
  return figure.name === 'received' ? 'hour' : undefined;
}

/** @returns what puts the parts of a figure together; only of one that has parts. */
export function groupingOf(figure: Figure): Grouping {
  if (figure.counts === 'promises') return groupings.promisedBy;
  return remedies[figure.name] ?? groupings.hour;
}

/** @returns the number of a part in its grouping, one that nothing has where it is no part. */
export function numberOfPart(
  figure: Figure,
  part: string,
  words: { numberOf(word: string): number },
): number {
  return partKindOf(figure) === 'hour' ? (hourOfWeek(part) ?? -2) + 1 : words.numberOf(part);
}

/**
 * @param part `1-9`: the day of the week from Monday, and the hour
 * @returns 0 to 167; undefined where it is no hour of the week
 */
export function hourOfWeek(part: string): number | undefined {
  const [, day, hour] = /^([1-7])-([01]?\d|2[0-3])$/.exec(part) ?? [];
  return day === undefined ? undefined : (Number(day) - 1) * 24 + Number(hour);
}

/** @returns the remedies or people that complaints in the record have where a figure looks for them. */
export function partsRecorded(
  record: FigureRecord,
  place: FigurePlace,
  figure: Figure,
): Promise<readonly string[]> {
  return record.figures(async (figures) => {
    const around = await surroundingsOf(record.read, figures, place, [figure]);
    const grouping = groupingOf(figure);
    const found = new Set<number>();
    for await (const chunk of figures.chunks()) {
      for (const number of grouping.numbers(chunk, around)) found.add(number);
    }
    return [...found].filter((number) => number > 0).map((number) => figures.words.wordOf(number));
  });
}
