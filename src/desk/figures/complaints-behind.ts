import { passesOf } from '../../rules/figures/passes.ts';
import type { FigureRecord } from '../read-record.ts';
import { complaintsOf } from './census.ts';
import { type FigureFacets, figureFilter } from './figure-filter.ts';
import { groupingOf, type NamedFigure, numberOfPart } from './figure-parts.ts';
import { type FigurePlace, surroundingsOf } from './surroundings.ts';

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
