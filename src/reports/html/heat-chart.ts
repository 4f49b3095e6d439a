import { scaleQuantize } from 'd3-scale';
import { truncate } from '../../terminal/width.ts';
import { labelOf, largest, sizesOf } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import { frameOf } from './chart-frame.ts';
import { type Markup, markup } from './markup.ts';
import type { PageScene } from './page-scene.ts';

/** Share of the width for the names of rows, in percent. */
const NAMES = 17;
const ROW = 30;
const TOP = 20;
/** Cells of more columns are too narrow for a figure on a phone. */
const WITH_FIGURES = 10;
/** On a phone every so manieth of many columns is named. */
const NAMED = 3;

/** A cell a figure, darker for more; above nothing there are four steps. */
export function heatChart(part: ReportPart, id: string, scene: PageScene): Markup {
  const { words, values } = scene;
  const columns = part.columns.slice(1);
  const sizes = columns.map(({ name }) => sizesOf(part, name));
  const most = largest(sizes.flat());
  const fullest = fullestOf(part, sizes, most, scene);
  const step = scaleQuantize([0, most === 0 ? 1 : most], [1, 2, 3, 4]);
  const wide = (100 - NAMES) / Math.max(1, columns.length);
  const many = columns.length > WITH_FIGURES;
  const cells = part.rows.flatMap((row, down) =>
    columns.map((_, across) => {
      const size = sizes[across]?.[down];
      const kind = size === undefined || size <= 0 ? 0 : step(size);
      const x = NAMES + across * wide;
      const figure = values.of(row.cells[across + 1]?.value ?? { kind: 'none' });
      const text =
        kind === 0
          ? ''
          : markup`<text class="cell n${kind}${many ? ' wide' : ''}" x="${x + wide / 2}%" y="${TOP + down * ROW + ROW / 2 + 4}" text-anchor="middle">${figure}</text>`;
      return markup`<rect class="c h${kind}" x="${x}%" y="${TOP + down * ROW}" width="${wide}%" height="${ROW}" rx="4"/>${text}`;
    }),
  );
  const names = part.rows.map((row, down) => {
    const label = values.of(labelOf(row));
    const y = TOP + down * ROW + ROW / 2 + 4;
    return markup`<text class="narrow cell" x="0" y="${y}">${truncate(label, 9)}</text><text class="wide" x="0" y="${y}">${truncate(label, 18)}</text>`;
  });
  const titles = columns.map(
    ({ title }, across) =>
      markup`<text class="m cell${many && across % NAMED !== 0 ? ' wide' : ''}" x="${NAMES + (across + 0.5) * wide}%" y="12" text-anchor="middle">${truncate(title, 8)}</text>`,
  );
  return frameOf({
    id,
    title: part.title,
    says:
      fullest === undefined
        ? words.say('report.page.none-drawn')
        : words.say('report.page.heat', fullest),
    height: TOP + part.rows.length * ROW,
    drawn: [...titles, ...names, ...cells],
    legend: markup`<ul class="legend"><li>0</li><li><svg width="110" height="14" aria-hidden="true">${[0, 1, 2, 3, 4].map((kind) => markup`<rect class="c h${kind}" x="${kind * 22}" y="0" width="22" height="14" rx="3"/>`)}</svg></li><li>${fullest?.figure ?? ''}</li></ul>\n`,
  });
}

/** Where the most is, and how much. */
function fullestOf(
  part: ReportPart,
  sizes: readonly (readonly (number | undefined)[])[],
  most: number,
  { values }: PageScene,
): { readonly row: string; readonly column: string; readonly figure: string } | undefined {
  const across = sizes.findIndex((column) => column.includes(most));
  const row = part.rows[sizes[across]?.indexOf(most) ?? -1];
  if (most === 0 || row === undefined) return undefined;
  return {
    row: values.of(labelOf(row)),
    column: part.columns[across + 1]?.title ?? '',
    figure: values.of(row.cells[across + 1]?.value ?? { kind: 'none' }),
  };
}
