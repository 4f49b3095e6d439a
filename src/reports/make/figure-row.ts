import type { ReportRow, Value } from '../report.ts';
import { cell, change, none, type Scene, text } from './scene.ts';

/** A figure with what it was before. */
export interface NowAndBefore {
  /** Its name for machines, and of its words: `report.term.<name>`. */
  readonly name: string;
  readonly now: Value;
  readonly before: Value;
  readonly list?: readonly string[];
}

/** The columns of `figureRow`. */
export const figureColumns = (scene: Scene) =>
  ['figure', 'now', 'before', 'change'].map((name) => scene.column(name));

/** @returns a row that says a figure, what it was before, and by how much it changed. */
export function figureRow(scene: Scene, { name, now, before, list }: NowAndBefore): ReportRow {
  const label = scene.say(`report.term.${name}` as Parameters<Scene['say']>[0]);
  return {
    name,
    cells: [text(label), cell(now, list), { value: before }, { value: changeBetween(now, before) }],
  };
}

/**
 * @returns how much more or less it is than before, of a share in points; of sums in several currencies
 *   nobody can say
 */
export function changeBetween(now: Value, before: Value): Value {
  // Of 80 %, 60 % is a quarter less; but whoever reads "-25 %" beside it thinks of 55 %.
  if (now.kind === 'share' && before.kind === 'share') {
    if (now.of === 0 || before.of === 0) return none;
    return { kind: 'points', by: now.part / now.of - before.part / before.of };
  }
  const [after, first] = [numberOf(now), numberOf(before)];
  return after === undefined || first === undefined ? none : change(after, first);
}

function numberOf(value: Value): number | undefined {
  switch (value.kind) {
    case 'count':
      return value.count;
    case 'mean':
      return value.mean;
    case 'time':
      return value.ms;
    case 'money':
      return value.sums.length === 1 ? value.sums[0]?.minor : undefined;
    default:
      return undefined;
  }
}
