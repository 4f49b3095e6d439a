import { widthOf } from '../../terminal/width.ts';
import { isTextColumn, labelOf } from '../figure.ts';
import type { ReportPart, ReportRow } from '../report.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PageScene } from './page-scene.ts';
import { figureOf } from './tiles.ts';

/** A table of more columns is turned where that makes it narrower. */
const MOST_COLUMNS = 8;
/** What has no room in so many letters beside the names of rows is told row by row on a phone. */
const PHONE = 26;
/** Between two columns, in letters. */
const GAP = 1.5;

const none = { kind: 'none' } as const;

/** The figures of a part as a table; every picture has one beneath it. */
export function tableOf(part: ReportPart, id: string, scene: PageScene): Markup {
  const { columns, rows } = part;
  if (columns.length > MOST_COLUMNS && rows.length < columns.length)
    return turnedTable(part, id, scene);
  // Of one period after another it is the last ones that are looked at.
  const shown =
    part.chart?.kind === 'lines' ? rows.slice(-scene.mostRows) : rows.slice(0, scene.mostRows);
  const left = rows.length - shown.length;
  const kind = fitsPhone(part, scene) ? '' : 'stack';
  return markup`<table class="${kind}" aria-labelledby="${id}">
<thead><tr>${columns.map(({ title }, at) => markup`<th scope="col"${sideOf(part, at)}>${title}</th>`)}</tr></thead>
<tbody>
${shown.map((row) => rowOf(part, row, kind, scene))}</tbody>
</table>
${left === 0 ? nothing : markup`<p class="quiet">${scene.words.say('report.page.more-rows', { count: left })}</p>`}`;
}

function fitsPhone(part: ReportPart, { values }: PageScene): boolean {
  const widths = part.columns.slice(1).map(({ title }, index) => {
    const texts = part.rows.map(({ cells }) => values.of(cells[index + 1]?.value ?? none));
    const wrapped = isTextColumn(part, index + 1)
      ? texts.flatMap((text) => text.split(' '))
      : texts.flatMap((text) => text.split(' + '));
    return Math.max(...[...title.split(' '), ...wrapped].map(widthOf)) + GAP;
  });
  return widths.reduce((sum, width) => sum + width, 0) <= PHONE;
}

const sideOf = (part: ReportPart, at: number): Markup =>
  isTextColumn(part, at) ? nothing : markup` class="n"`;

function rowOf(part: ReportPart, row: ReportRow, kind: string, scene: PageScene): Markup {
  const remark =
    row.remark === undefined ? nothing : markup`<span class="remark">${row.remark}</span>`;
  const cells = part.columns.slice(1).map(({ title }, index) => {
    const value = row.cells[index + 1]?.value ?? none;
    // Told row by row, each figure has its title before it.
    const of = kind === 'stack' ? markup` data-of="${title}"` : nothing;
    return markup`<td${sideOf(part, index + 1)}${of}>${figureOf(value, scene)}</td>`;
  });
  const total = row.total === true ? markup` class="total"` : nothing;
  return markup`<tr${total}><th scope="row">${scene.values.of(labelOf(row))}${remark}</th>${cells}</tr>\n`;
}

/** Hours go down and weekdays across: a map of the week has no room the other way round. */
function turnedTable(part: ReportPart, id: string, { values }: PageScene): Markup {
  const remarks = part.rows.flatMap((row) =>
    row.remark === undefined
      ? []
      : [markup`<p class="remark">${values.of(labelOf(row))}: ${row.remark}</p>`],
  );
  return markup`<table class="many" aria-labelledby="${id}">
<thead><tr><td></td>${part.rows.map((row) => markup`<th scope="col" class="n"><span>${values.of(labelOf(row))}</span></th>`)}</tr></thead>
<tbody>
${part.columns
  .slice(1)
  .map(
    ({ title }, index) =>
      markup`<tr><th scope="row">${title}</th>${part.rows.map((row) => markup`<td class="n">${values.of(row.cells[index + 1]?.value ?? none)}</td>`)}</tr>\n`,
  )}</tbody>
</table>
${remarks}`;
}
