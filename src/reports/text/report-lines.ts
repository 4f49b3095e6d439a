import type { Messages } from '../../language/messages.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import { cellOf, drawnPart, largest, sizeOf, sizesOf, wholeOf } from '../figure.ts';
import { madeText } from '../made-text.ts';
import type { Report, ReportPart } from '../report.ts';
import { createValueText, type ValueText } from '../value-text.ts';
import { bar, barWithMark } from './bars.ts';
import { commandLines } from './command-lines.ts';
import { heatLines } from './heat-lines.ts';
import { blank, type ReportLine, type TextScene } from './report-line.ts';
import { spokenLines } from './spoken-lines.ts';
import { type RowPicture, tableLines } from './table-lines.ts';
import { trendLines } from './trend-lines.ts';

/**
 * A whole report for a terminal: what it answers, its parts, how to see the complaints behind it, and
 * what its figures mean. Our signs are not in ASCII yet (`inAscii`).
 * @returns safe lines, none wider than the terminal but a sentence in accessible mode, which has no
 *   width
 */
export function reportLines(
  report: Report,
  words: Messages,
  scene: TextScene,
): readonly ReportLine[] {
  const values = createValueText(words);
  return [
    ...headLines(report, words, scene),
    ...partsLines(report, words, scene),
    ...(scene.commands === false ? [] : commandLines(report, values, words, scene)),
    ...definitionLines(report, words, scene),
    blank,
    ...told(madeText(report, words), scene, 'quiet'),
  ];
}

/** Its parts alone, each with an empty line before it. */
export function partsLines(
  report: Report,
  words: Messages,
  scene: TextScene,
): readonly ReportLine[] {
  const values = createValueText(words);
  return report.parts.flatMap((part, at) => [
    blank,
    ...told(part.title, scene, 'heading'),
    ...(part.rows.length === 0
      ? told(part.empty, scene, 'plain')
      : partLines(part, at, values, words, scene)),
  ]);
}

function headLines(report: Report, words: Messages, scene: TextScene): readonly ReportLine[] {
  const { title, period, business } = report;
  const head = words.say('report.text.title', { title, period: period.text });
  return [
    ...(business === '' ? [] : told(business, scene, 'quiet')),
    ...told(head, scene, 'title'),
    ...introLines(report, words, scene),
  ];
}

/** What it answers, what it is held against, and what it leaves out. */
export function introLines(
  { before, narrowedBy, says }: Report,
  words: Messages,
  scene: TextScene,
): readonly ReportLine[] {
  return [
    says,
    ...(before === undefined ? [] : [words.say('report.text.before', { period: before.text })]),
    ...(narrowedBy === '' ? [] : [words.say('report.text.narrowed', { narrowed: narrowedBy })]),
  ].flatMap((text) => told(text, scene, 'plain'));
}

/** What each figure means, as the guide says it. */
export function definitionLines(
  { definitions }: Report,
  words: Messages,
  scene: TextScene,
): readonly ReportLine[] {
  if (definitions.length === 0) return [];
  return [
    blank,
    ...told(words.say('report.text.definitions'), scene, 'heading'),
    ...definitions.flatMap(({ term, says }) => {
      const text = words.say('report.text.definition', { term, says });
      const [first = safe``, ...more] = wrapped(text, scene, 2);
      return [plain(first), ...more.map((line) => plain(safe`  ${line}`))];
    }),
  ];
}

function partLines(
  part: ReportPart,
  at: number,
  values: ValueText,
  words: Messages,
  { columns, accessible }: TextScene,
): readonly ReportLine[] {
  if (accessible) return spokenLines(part, at, values, words);
  const { chart } = part;
  switch (chart?.kind) {
    case 'heat':
      return heatLines(part, at, values, columns);
    case 'lines':
      return [
        ...trendLines(drawnPart(part), chart.values, values, words, columns),
        blank,
        ...tableLines(part, at, values, columns),
      ];
    case 'bars':
      return tableLines(part, at, values, columns, barsOf(part, chart.value));
    case 'pareto':
      return [
        ...legendLines(part, chart.value, chart.share, words, columns),
        ...tableLines(part, at, values, columns, paretoOf(part, chart.value, chart.share)),
      ];
    default:
      return tableLines(part, at, values, columns);
  }
}

function barsOf(part: ReportPart, name: string): RowPicture {
  const sizes = sizesOf(part, name);
  const whole = wholeOf(drawnPart(part), name);
  const share = (row: number): number => (whole === 0 ? 0 : (sizes[row] ?? 0) / whole);
  const isTotal = (row: number): boolean => part.rows[row]?.total === true;
  return { draw: (row, columns) => bar(isTotal(row) ? 0 : share(row), columns) };
}

/** What the bar is, and what the mark. */
function legendLines(
  part: ReportPart,
  value: string,
  share: string,
  words: Messages,
  columns: number,
): readonly ReportLine[] {
  const title = (name: string): string =>
    part.columns.find((column) => column.name === name)?.title ?? name;
  const text = words.say('report.text.pareto', { bar: title(value), mark: title(share) });
  return wrap(safeLine(text), columns).map((line) => ({ text: line, kind: 'quiet' }));
}

/** The bars are parts of the whole, so that the running sum stands on the same scale. */
function paretoOf(part: ReportPart, name: string, share: string): RowPicture {
  const sizes = sizesOf(part, name);
  const sums = part.rows.map((row) => sizeOf(cellOf(part, row, share)?.value) ?? 0);
  const [first = 0] = sizes;
  const [sum = 0] = sums;
  const whole = sum === 0 ? largest(sizes) : first / sum;
  return {
    draw: (row, columns) =>
      barWithMark(whole === 0 ? 0 : (sizes[row] ?? 0) / whole, sums[row] ?? 0, columns),
  };
}

const plain = (text: SafeText): ReportLine => ({ text, kind: 'plain' });

const told = (text: string, scene: TextScene, kind: ReportLine['kind']): readonly ReportLine[] =>
  wrapped(text, scene).map((line) => ({ text: line, kind }));

/** A screen reader reads sentences, not rows. */
const wrapped = (text: string, { columns, accessible }: TextScene, indent = 0) =>
  accessible ? [safeLine(text)] : wrap(safeLine(text), columns - indent);
