import type { Messages } from '../../language/messages.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { firstColumn } from '../behind-row.ts';
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
  readonly size: number;
}

/** One figure a row, what one asks about first; of a map the fullest cell alone. */
function commandsOf(part: ReportPart): readonly Command[] {
  const commands = part.rows.flatMap((row) => commandOf(part, row));
  if (part.chart?.kind !== 'heat') return commands;
  return commands.toSorted((one, other) => other.size - one.size).slice(0, 1);
}

function commandOf(part: ReportPart, row: ReportRow): readonly Command[] {
  const at = firstColumn(part, row);
  if (at === undefined) return [];
  const { list, value } = row.cells[at] ?? {};
  if (list === undefined) return [];
  return [{ row, title: part.columns[at]?.title ?? '', list, size: sizeOf(value) ?? 0 }];
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
