import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { truncate } from '../../terminal/width.ts';
import { cellOf, labelOf, largest, squeezed } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import { frameOf } from './chart-frame.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PageScene } from './page-scene.ts';
import { type Panel, panelsOf, type Series } from './panels.ts';

/** Pixels: above the plot, of the plot, beneath it. */
const TOP = 14;
const PLOT = 150;
const FOOT = 24;
/** Percent of the width for the figures of the scale, and free on the other side. */
const SIDES = [8, 1.5] as const;
/** More points than a screen has room for are put together. */
const MOST_POINTS = 600;
/** More points have no dots. */
const DOTTED = 45;
/** One period after another, a line a column; figures of different kinds have panels of their own (P38). */
export function linesChart(
  part: ReportPart,
  names: readonly string[],
  id: string,
  scene: PageScene,
): Markup {
  const panels = panelsOf(part, names);
  return markup`${panels.map((panel, at) => panelOf(part, panel, `${id}-${at + 1}`, scene))}`;
}

function panelOf(part: ReportPart, panel: Panel, id: string, scene: PageScene): Markup {
  const { words, values } = scene;
  const { unit, series } = panel;
  const most = largest(series.flatMap(({ sizes }) => sizes));
  const top = most === 0 ? 1 : most / unit.per;
  const up = scaleLinear([0, top], [PLOT, 0]).nice(3);
  const many = part.rows.length;
  const x = (at: number): number =>
    many < 2 ? 50 : SIDES[0] + (at * (100 - SIDES[0] - SIDES[1])) / (many - 1);
  const y = (size: number): number => TOP + up(size / unit.per);
  const ticks = up.ticks(3).filter((tick) => !unit.whole || Number.isInteger(tick));
  const grid = ticks.map(
    (tick) =>
      markup`<line class="${tick === 0 ? 'base' : 'grid'}" x1="0" x2="100%" y1="${TOP + up(tick)}" y2="${TOP + up(tick)}"/>`,
  );
  const scale = ticks
    .filter((tick) => tick !== 0)
    .map(
      (tick) =>
        markup`<text class="m cell halo" x="0" y="${TOP + up(tick) - 4}">${values.of(unit.valueOf(tick * unit.per))}</text>`,
    );
  const points = Math.min(many, MOST_POINTS);
  const path = line<number | undefined>(
    (_, at) => (points < 2 ? x(0) : x((at * (many - 1)) / (points - 1))),
    (size) => y(size ?? 0),
  )
    .defined((size) => size !== undefined)
    .digits(2);
  const height = TOP + PLOT + FOOT;
  const lines = series.map(
    ({ sizes }, at) =>
      markup`<path class="l l${at}" d="${path(squeezed(sizes, MOST_POINTS)) ?? ''}"/>`,
  );
  const titles = series.map(({ title }) => title);
  return frameOf({
    id,
    title: words.say('report.page.chart', { part: part.title, title: titles.join(', ') }),
    says: series.map((one) => saysOf(part, one, scene)).join(' '),
    height,
    drawn: [
      ...grid,
      markup`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">${lines}</svg>\n`,
      ...(many > DOTTED ? [] : series.flatMap(({ sizes }, at) => dotsOf(sizes, at, x, y))),
      ...scale,
      ...periodNames(part, x, height - 6, scene),
    ],
    legend: legendOf(part, series, scene),
  });
}

const dotsOf = (
  sizes: readonly (number | undefined)[],
  kind: number,
  x: (at: number) => number,
  y: (size: number) => number,
): readonly Markup[] =>
  sizes.map((size, at) =>
    size === undefined
      ? nothing
      : markup`<circle class="d d${kind}" cx="${x(at)}%" cy="${y(size)}" r="4"/>`,
  );

/** As many names of periods as do not run into each other; on a phone the first, the middle, the last. */
function periodNames(
  part: ReportPart,
  x: (at: number) => number,
  y: number,
  { values }: PageScene,
): readonly Markup[] {
  const last = part.rows.length - 1;
  const wide = new Set(spread(last, 6));
  const narrow = new Set(spread(last, 2));
  return [...wide]
    .toSorted((a, b) => a - b)
    .map((at) => {
      const row = part.rows[at];
      const label = row === undefined ? '' : truncate(values.of(labelOf(row)), 14);
      const anchor = last === 0 ? 'middle' : at === 0 ? 'start' : at === last ? 'end' : 'middle';
      const place = anchor === 'end' ? 100 : x(at);
      const kind = narrow.has(at) ? 'm cell' : 'm cell wide';
      return markup`<text class="${kind}" x="${place}%" y="${y}" text-anchor="${anchor}">${label}</text>`;
    });
}

/** @returns places from 0 to the last, so many steps apart at most, both ends among them. */
const spread = (last: number, stepsAtMost: number): readonly number[] => {
  const steps = Math.max(1, Math.min(last, stepsAtMost));
  return Array.from({ length: steps + 1 }, (_, at) => Math.round((at * last) / steps));
};

function legendOf(part: ReportPart, series: readonly Series[], scene: PageScene): Markup {
  const items = series.map(({ name, title }, at) => {
    const last = part.rows.at(-1);
    const value = (last && cellOf(part, last, name)?.value) ?? ({ kind: 'none' } as const);
    return markup`<li><svg width="30" height="12" aria-hidden="true"><line class="l l${at}" x1="1" x2="29" y1="6" y2="6"/><circle class="d d${at}" cx="15" cy="6" r="4"/></svg><span>${title} <span class="v">${scene.values.of(value)}</span></span></li>`;
  });
  return markup`<ul class="legend">${items}</ul>\n`;
}

/** Between which values it went, and where it ended. */
function saysOf(part: ReportPart, { name, title, sizes }: Series, { words, values }: PageScene) {
  const known = sizes.flatMap((size, at) => (size === undefined ? [] : [{ size, at }]));
  const said = (at: number | undefined): string => {
    const row = at === undefined ? undefined : part.rows[at];
    return values.of((row && cellOf(part, row, name)?.value) ?? { kind: 'none' });
  };
  const sorted = known.toSorted((one, other) => one.size - other.size);
  const range = words.say('report.text.range', {
    least: said(sorted[0]?.at),
    most: said(sorted.at(-1)?.at),
    last: said(known.at(-1)?.at),
  });
  return words.say('report.page.line', { title, range });
}
