import { scaleLinear } from 'd3-scale';
import { truncate } from '../../terminal/width.ts';
import { cellOf, labelOf, largest, sizesOf, wholeOf } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import { frameOf, MOST_BARS, notAll } from './chart-frame.ts';
import { type Markup, markup } from './markup.ts';
import type { PageScene } from './page-scene.ts';

/** Pixels from one row to the next, to its text and to its bar. */
export const ROW = { height: 42, text: 15, bar: 22, thick: 11 } as const;
/** So much of a name has room beside its figure on a phone, and on anything wider; in columns. */
const SHORT = 30;
const LONG = 64;

/** One bar a row beneath its name, with its figure at the end of the line. */
export function barsChart(part: ReportPart, name: string, id: string, scene: PageScene): Markup {
  const { words, values } = scene;
  const sizes = sizesOf(part, name).slice(0, MOST_BARS);
  const most = largest(sizes);
  const width = scaleLinear([0, wholeOf(part, name) || 1], [0, 100]).clamp(true);
  const title = part.columns.find((column) => column.name === name)?.title ?? part.title;
  const largestRow = part.rows[sizes.indexOf(most)];
  const says =
    largestRow === undefined
      ? words.say('report.page.none-drawn')
      : words.say('report.page.bars', {
          row: values.of(labelOf(largestRow)),
          value: values.of(cellOf(part, largestRow, name)?.value ?? { kind: 'none' }),
        });
  const drawn = part.rows.slice(0, MOST_BARS).map((row, at) => {
    const value = values.of(cellOf(part, row, name)?.value ?? { kind: 'none' });
    return markup`${nameOf(values.of(labelOf(row)), at)}${figureAt(value, at)}${barOf(width(sizes[at] ?? 0), at)}\n`;
  });
  return frameOf({
    id,
    title: words.say('report.page.chart', { part: part.title, title }),
    says,
    height: drawn.length * ROW.height,
    drawn,
    ...notAll(drawn.length, part.rows.length, words),
  });
}

/** The name of a row, cut to what there is room for; the table has all of it. */
export function nameOf(label: string, at: number, kind = ''): Markup {
  const y = at * ROW.height + ROW.text;
  const [short, long] = [truncate(label, SHORT), truncate(label, LONG)];
  if (short === long) return markup`<text class="${kind}" x="0" y="${y}">${short}</text>`;
  return markup`<text class="narrow ${kind}" x="0" y="${y}">${short}</text><text class="wide ${kind}" x="0" y="${y}">${long}</text>`;
}

export const figureAt = (value: string, at: number, kind = ''): Markup =>
  markup`<text class="v ${kind}" x="100%" y="${at * ROW.height + ROW.text}" text-anchor="end">${value}</text>`;

/** @param percent of the width */
export const barOf = (percent: number, at: number): Markup => {
  const y = at * ROW.height + ROW.bar;
  return markup`<rect class="track" x="0" y="${y}" width="100%" height="${ROW.thick}" rx="3"/><rect class="bar" x="0" y="${y}" width="${percent}%" height="${ROW.thick}" rx="3"/>`;
};
