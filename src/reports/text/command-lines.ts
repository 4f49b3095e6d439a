import type { Messages } from '../../language/messages.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { labelOf, sizeOf } from '../figure.ts';
import type { Report, ReportPart, ReportRow } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import { blank, type ReportLine, type TextScene } from './report-line.ts';

/** So many rows of a part are named with their command; the JSON has all of them. */
const MOST = 5;

/** How to see the complaints behind the figures: the command of each row, to be copied. */
export function commandLines(
  report: Report,
  values: ValueText,
  words: Messages,
  { columns }: TextScene,
): readonly ReportLine[] {
  const told = report.parts.flatMap((part) => {
    const drawn = commandsOf(part);
    const shown = drawn.slice(0, MOST);
    if (shown.length === 0) return [];
    return [
      ...wrap(safeLine(part.title), columns).map(quiet),
      ...shown.flatMap(({ row, title, list }) => [
        ...wrap(safe`  ${values.of(labelOf(row))}, ${title}`, columns).map(quiet),
        ...shellLines(list, columns - 4).map((line) => quiet(safe`    ${line}`)),
      ]),
      ...(drawn.length > shown.length
        ? [
            quiet(
              safeLine(`  ${words.say('report.text.more-rows', { count: drawn.length - MOST })}`),
            ),
          ]
        : []),
    ];
  });
  if (told.length === 0) return [];
  return [
    blank,
    { text: safeLine(words.say('report.text.behind')), kind: 'heading' },
    ...told,
    ...wrap(safeLine(words.say('report.text.behind-all')), columns).map(quiet),
  ];
}

const quiet = (text: SafeText): ReportLine => ({ text, kind: 'quiet' });

/** A figure with the command that shows what it counts. */
interface Command {
  readonly row: ReportRow;
  readonly title: string;
  readonly list: readonly string[];
}

/** One figure a row: what it is drawn by, else the first that has complaints behind it. */
function commandsOf(part: ReportPart): readonly Command[] {
  const { chart } = part;
  if (chart?.kind === 'heat') return busiestOf(part);
  const drawnBy = chart !== undefined && 'value' in chart ? chart.value : undefined;
  const at = part.columns.findIndex(({ name }) => name === drawnBy);
  return part.rows.flatMap((row) => {
    const first = row.cells.findIndex((cell) => cell.list !== undefined);
    return commandAt(part, row, row.cells[at]?.list === undefined ? first : at);
  });
}

/** Of a map it is the fullest cell that one asks about. */
function busiestOf(part: ReportPart): readonly Command[] {
  const cells = part.rows.flatMap((row) =>
    row.cells.map((cell, at) => ({ row, at, size: sizeOf(cell.value) ?? 0 })),
  );
  const [busiest] = cells.toSorted((one, other) => other.size - one.size);
  return busiest === undefined || busiest.size === 0
    ? []
    : commandAt(part, busiest.row, busiest.at);
}

function commandAt(part: ReportPart, row: ReportRow, at: number): readonly Command[] {
  const { list, value } = row.cells[at] ?? {};
  // Behind nothing there is nothing to see.
  return list === undefined || sizeOf(value) === 0
    ? []
    : [{ row, title: part.columns[at]?.title ?? '', list }];
}

/**
 * A command as a shell takes it, broken with `\` where it is too long for one line; an option stays
 * with its value.
 */
export function shellLines(list: readonly string[], columns: number): readonly SafeText[] {
  const pieces: string[] = ['amends'];
  for (const word of list) {
    const written = shellWord(word);
    const before = pieces.at(-1) ?? '';
    const isValue = /^--[a-z-]+$/.test(before) && !word.startsWith('--');
    if (isValue) pieces[pieces.length - 1] = `${before} ${written}`;
    else pieces.push(written);
  }
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf(`${line} ${piece} \\`) > columns) {
      lines.push(`${line} \\`);
      line = `  ${piece}`;
    } else line = line === '' ? piece : `${line} ${piece}`;
  }
  return [...lines, line].map(safeLine);
}

const shellWord = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
