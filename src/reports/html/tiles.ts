import { cellOf, labelOf } from '../figure.ts';
import type { Chart, ReportPart, ReportRow, Value } from '../report.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PageScene } from './page-scene.ts';
import { tableOf } from './table.ts';

type Tiles = Extract<Chart, { readonly kind: 'tiles' }>;

/** A longer figure is written smaller; in characters. */
const LONG = 10;

/** Figures side by side, large. The table follows only where it has more than they. */
export function tilesOf(part: ReportPart, chart: Tiles, id: string, scene: PageScene): Markup {
  const shown = [part.columns[0]?.name, chart.value, chart.before, chart.change];
  const hasMore = part.columns.some(({ name }) => !shown.includes(name));
  return markup`<ul class="tiles">
${part.rows.map((row) => tileOf(part, row, chart, scene))}</ul>
${hasMore ? tableOf(part, id, scene) : nothing}`;
}

function tileOf(part: ReportPart, row: ReportRow, chart: Tiles, scene: PageScene): Markup {
  const { words, values } = scene;
  const of = (name: string | undefined): Value =>
    (name === undefined ? undefined : cellOf(part, row, name)?.value) ?? { kind: 'none' };
  const [value, before, change] = [of(chart.value), of(chart.before), of(chart.change)];
  const text = values.of(value);
  const size = text.length > LONG ? 'value long' : 'value';
  const was =
    before.kind === 'none'
      ? nothing
      : markup`${words.say('report.page.before', { value: values.of(before) })}`;
  const changed =
    change.kind === 'none' ? nothing : markup`<span class="change">${values.of(change)}</span> `;
  return markup`<li><span class="name">${values.of(labelOf(row))}</span><span class="${size}">${figureOf(value, scene)}</span>${
    row.remark === undefined ? nothing : markup`<span class="remark">${row.remark}</span>`
  }<span class="before">${changed}${was}</span></li>\n`;
}

/** A figure; each of several sums in a line of its own. */
export function figureOf(value: Value, { values }: PageScene): Markup {
  if (value.kind !== 'money' || value.sums.length < 2) return markup`${values.of(value)}`;
  const sums = value.sums.map((sum) => values.of({ kind: 'money', sums: [sum] }));
  return markup`<span>${sums.map((sum, at) => markup`<span class="sum">${at === 0 ? sum : `+ ${sum}`}</span>`)}</span>`;
}
