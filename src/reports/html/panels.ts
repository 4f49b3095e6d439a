import { placesOf } from '../../language/money-text.ts';
import { cellOf, mainCurrency, sizesOf } from '../figure.ts';
import type { ReportPart, Value } from '../report.ts';

/** Kinds of lines that can be told apart without colour. */
const STYLES = 4;

/** One line of a panel. */
export interface Series {
  readonly name: string;
  readonly title: string;
  readonly sizes: readonly (number | undefined)[];
}

/** Lines that share a scale, since they are of one kind. */
export interface Panel {
  readonly unit: Unit;
  readonly series: readonly Series[];
}

/** What a size is when it is written at the scale: in pieces that people count in. */
interface Unit {
  readonly key: string;
  readonly per: number;
  readonly whole: boolean;
  valueOf(size: number): Value;
}

/** Sorts the lines of a part into panels: what is of one kind shares a scale. */
export function panelsOf(part: ReportPart, names: readonly string[]): readonly Panel[] {
  const panels = new Map<string, { unit: Unit; series: Series[] }>();
  for (const name of names) {
    const unit = unitOf(part, name);
    const sizes = sizesOf(part, name);
    if (unit === undefined || sizes.every((size) => size === undefined)) continue;
    const title = part.columns.find((column) => column.name === name)?.title ?? name;
    const panel = panels.get(unit.key) ?? { unit, series: [] };
    // A fifth line would look like the first: it begins a panel of its own.
    const key = panel.series.length < STYLES ? unit.key : `${unit.key} ${name}`;
    const into = key === unit.key ? panel : { unit, series: [] };
    into.series.push({ name, title, sizes });
    panels.set(key, into);
  }
  return [...panels.values()];
}

function unitOf(part: ReportPart, name: string): Unit | undefined {
  const values = part.rows.map((row) => cellOf(part, row, name)?.value);
  const kind = values.find((value) => value !== undefined && value.kind !== 'none')?.kind;
  switch (kind) {
    case 'count':
      return { key: kind, per: 1, whole: true, valueOf: (count) => ({ kind: 'count', count }) };
    case 'share':
      return {
        key: kind,
        per: 1,
        whole: false,
        valueOf: (size) => ({ kind: 'share', part: size, of: 1 }),
      };
    case 'mean':
      return { key: kind, per: 1, whole: false, valueOf: (mean) => ({ kind: 'mean', mean }) };
    case 'time':
      return {
        key: kind,
        per: 3_600_000,
        whole: false,
        valueOf: (ms) => ({ kind: 'time', ms }),
      };
    case 'money': {
      const currency = mainCurrency(part, name) ?? '';
      return {
        key: `money ${currency}`,
        per: 10 ** placesOf(currency),
        whole: true,
        valueOf: (size) => ({ kind: 'money', sums: [{ minor: Math.round(size), currency }] }),
      };
    }
    default:
      return undefined;
  }
}
