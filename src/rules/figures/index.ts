import { clockFigures } from './clock-figures.ts';
import {
  closed,
  ended,
  firstContact,
  improved,
  judged,
  received,
  repeated,
  reprioritised,
  resolved,
  unsatisfied,
  upheld,
  withinEightWeeks,
  withinThreeDays,
} from './complaint-figures.ts';
import type { Figure } from './figure.ts';
import {
  escalated,
  followUpFigures,
  promiseFigures,
  referred,
  remedyFigures,
  reopened,
} from './hanging-figures.ts';

/** Every figure whose complaints can be listed, by its name. */
export const figures: ReadonlyMap<string, Figure> = new Map(
  [
    received,
    resolved,
    closed,
    ended,
    firstContact,
    unsatisfied,
    judged,
    upheld,
    improved,
    reprioritised,
    repeated,
    withinThreeDays,
    withinEightWeeks,
    reopened,
    escalated,
    referred,
    ...Object.values(clockFigures).flatMap(({ stopped, inTime, late }) => [stopped, inTime, late]),
    ...Object.values(promiseFigures),
    ...Object.values(followUpFigures),
    ...Object.values(remedyFigures),
  ].map((figure) => [figure.name, figure]),
);
