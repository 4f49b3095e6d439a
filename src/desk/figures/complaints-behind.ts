import type { Figure, Grouping } from '../../rules/figures/figure.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import { figures as knownFigures } from '../../rules/figures/index.ts';
import { passesOf } from '../../rules/figures/passes.ts';
import type { FigureRecord } from '../read-record.ts';
import { complaintsOf } from './census.ts';
import { type FigureFacets, figureFilter } from './figure-filter.ts';
import { type FigurePlace, surroundingsOf } from './surroundings.ts';

/** What a figure can be asked for a part of, by its name. */
const parts: Readonly<Record<string, Grouping>> = {
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
  const [first = '', part] = name.split(':', 2);
  const figure = knownFigures.get(first);
  if (figure === undefined) return undefined;
  if (part === undefined) return { figure };
  const known = first in parts || figure.counts === 'promises' || first === 'received';
  return known ? { figure, part } : undefined;
}

/** Which complaints; moments are epoch milliseconds, `[since, until)`. */
export interface Behind {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly facets: FigureFacets;
}

/**
 * The complaints behind a number of a report: the same figure decides here and there.
 * @returns their numbers, in order; one that counts several times stands once
 */
export function complaintsBehind(
  record: FigureRecord,
  place: FigurePlace,
  { figure, part }: NamedFigure,
  { since = 0, until = Number.POSITIVE_INFINITY, facets }: Behind,
): Promise<readonly number[]> {
  const from = since / 1000;
  const to = until / 1000;
  return record.figures(async (figures) => {
    const filter = await figureFilter(record.read, figures, facets);
    const around = await surroundingsOf(record.read, figures, place, [figure]);
    const grouping = part === undefined ? undefined : groupingOf(figure);
    const wanted = part === undefined ? 0 : numberOfPart(figure, part, figures.words);
    const found: number[] = [];
    for await (const chunk of figures.chunks()) {
      const passes = passesOf(chunk, filter);
      const moments = figure.moments(chunk, around);
      const complaints = complaintsOf(chunk, figure.counts);
      const groups = grouping?.numbers(chunk, around);
      for (let row = 0; row < moments.length; row++) {
        const moment = moments[row] ?? 0;
        if (moment === 0 || moment < from || moment >= to) continue;
        const at = complaints === undefined ? row : (complaints[row] ?? 0);
        if (passes[at] !== 1) continue;
        if (groups !== undefined && groups[row] !== wanted) continue;
        const number = chunk.first + at;
        if (found.at(-1) !== number) found.push(number);
      }
    }
    return found;
  });
}

/** The complaints that had reached us and were not over at a moment, epoch milliseconds. */
export function complaintsOpen(
  record: FigureRecord,
  moment: number,
  facets: FigureFacets,
): Promise<readonly number[]> {
  const at = moment / 1000;
  return record.figures(async (figures) => {
    const filter = await figureFilter(record.read, figures, facets);
    const found: number[] = [];
    for await (const chunk of figures.chunks()) {
      const passes = passesOf(chunk, filter);
      const { received, resolved, closed } = chunk.sheet('complaint');
      for (let row = 0; row < passes.length; row++) {
        const end = resolved[row] || closed[row] || Number.POSITIVE_INFINITY;
        if (passes[row] === 1 && (received[row] ?? 0) < at && end >= at) {
          found.push(chunk.first + row);
        }
      }
    }
    return found;
  });
}

/** Promises are asked for by who made them, complaints by the hour of the week in which they came. */
function groupingOf(figure: Figure): Grouping {
  if (figure.counts === 'promises') return groupings.promisedBy;
  return parts[figure.name] ?? groupings.hour;
}

function numberOfPart(
  figure: Figure,
  part: string,
  words: { numberOf(word: string): number },
): number {
  if (figure.name !== 'received') return words.numberOf(part);
  const [, day = '', hour = ''] = /^([1-7])-(\d{1,2})$/.exec(part) ?? [];
  return day === '' ? -1 : (Number(day) - 1) * 24 + Number(hour) + 1;
}
