import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { cellOf, labelOf, largest, sizeOf, sizesOf } from '../figure.ts';
import type { Chart, ReportPart } from '../report.ts';
import { barOf, figureAt, nameOf, ROW } from './bars-chart.ts';
import { frameOf, MOST_BARS, notAll } from './chart-frame.ts';
import { type Markup, markup } from './markup.ts';
import type { PageScene } from './page-scene.ts';

/** The few that make up so much of all are those to look at first (Juran's vital few). */
const FEW = 0.8;

/**
 * Bars that go down, each a part of all, and a line that adds them up on the same scale (P37). Whatever
 * lies left of the dotted line makes up four fifths.
 */
export function paretoChart(
  part: ReportPart,
  chart: Extract<Chart, { readonly kind: 'pareto' }>,
  id: string,
  scene: PageScene,
): Markup {
  const { words, values } = scene;
  const rows = part.rows.slice(0, MOST_BARS);
  const sizes = sizesOf(part, chart.value);
  const sums = rows.map((row) => sizeOf(cellOf(part, row, chart.share)?.value));
  const whole = wholeOf(sizes[0] ?? 0, sums[0]) || largest(sizes) || 1;
  const width = scaleLinear([0, whole], [0, 100]).clamp(true);
  const along = scaleLinear([0, 1], [0, 100]).clamp(true);
  const height = rows.length * ROW.height;
  const middle = (at: number): number => at * ROW.height + ROW.bar + ROW.thick / 2;
  const points = sums.flatMap((sum, at) =>
    sum === undefined ? [] : [[along(sum), middle(at)] as const],
  );
  const path = line<readonly [number, number]>(
    ([x]) => x,
    ([, y]) => y,
  ).digits(2)(points);
  const texts = rows.map((row, at) => {
    const of = (name: string): string =>
      values.of(cellOf(part, row, name)?.value ?? { kind: 'none' });
    const figures = words.say('report.page.running', {
      value: of(chart.value),
      share: of(chart.share),
    });
    return markup`${nameOf(values.of(labelOf(row)), at, 'halo')}${figureAt(figures, at, 'halo')}\n`;
  });
  const titleOf = (name: string): string =>
    part.columns.find((column) => column.name === name)?.title ?? '';
  const few = sums.findIndex((sum) => (sum ?? 0) >= FEW) + 1;
  return frameOf({
    id,
    title: words.say('report.page.chart', { part: part.title, title: titleOf(chart.value) }),
    says:
      few === 0
        ? words.say('report.page.none-drawn')
        : words.say('report.page.pareto', { count: few }),
    height,
    drawn: [
      ...rows.map((_, at) => barOf(width(sizes[at] ?? 0), at)),
      markup`<line class="goal" x1="${along(FEW)}%" x2="${along(FEW)}%" y1="0" y2="${height}"/>`,
      markup`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><path class="sumline" d="${path ?? ''}"/></svg>\n`,
      ...texts,
      ...points.map(([x, y]) => markup`<circle class="sumdot" cx="${x}%" cy="${y}" r="5"/>`),
    ],
    legend: legendOf(titleOf(chart.value), titleOf(chart.share)),
    ...notAll(rows.length, part.rows.length, words),
  });
}

const wholeOf = (first: number, sum: number | undefined): number =>
  sum === undefined || sum === 0 ? 0 : first / sum;

const legendOf = (bar: string, sum: string): Markup => markup`<ul class="legend">
<li><svg width="22" height="12" aria-hidden="true"><rect class="bar" x="0" y="1" width="22" height="10" rx="3"/></svg>${bar}</li>
<li><svg width="22" height="12" aria-hidden="true"><line class="sumline" x1="0" x2="22" y1="6" y2="6"/><circle class="sumdot" cx="11" cy="6" r="5"/></svg>${sum}</li>
</ul>
`;
