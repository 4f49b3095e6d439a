import type { Messages } from '../../language/messages.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { cellOf, sizesOf } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import { sparkline } from './bars.ts';
import { lineOf, type ReportLine } from './report-line.ts';

/** The widest that a line's name may be. */
const NAME = 24;
/** A line of fewer columns says too little to stand beside its range. */
const LEAST = 16;

/** A line a column, each in one row: how it went, and between which values. */
export function trendLines(
  part: ReportPart,
  names: readonly string[],
  values: ValueText,
  words: Messages,
  columns: number,
): readonly ReportLine[] {
  const named = names.flatMap((name) => {
    const column = part.columns.find((each) => each.name === name);
    return column === undefined ? [] : [{ name, title: safeLine(column.title) }];
  });
  const label = Math.min(NAME, Math.max(1, ...named.map(({ title }) => widthOf(title))));
  return named.flatMap(({ name, title }) => {
    const range = rangeText(part, name, values, words);
    const room = columns - label - 2;
    const besideRange = room - 2 - widthOf(range);
    const beside = besideRange >= Math.min(part.rows.length, LEAST);
    const wanted = Math.min(part.rows.length, beside ? besideRange : room);
    const drawn = sparkline(sizesOf(part, name), wanted);
    const line = lineOf([pad(truncate(title, label), label), drawn, ...(beside ? [range] : [])]);
    return [
      { text: line, kind: 'plain' } as const,
      ...(beside
        ? []
        : wrap(range, columns - 2).map(
            (text): ReportLine => ({ text: safeLine(`  ${text}`), kind: 'plain' }),
          )),
    ];
  });
}

/** `2 to 14, at the end 9`: what the line cannot say. */
function rangeText(part: ReportPart, name: string, values: ValueText, words: Messages): SafeText {
  const sizes = sizesOf(part, name);
  const known = sizes.flatMap((size, row) => (size === undefined ? [] : [{ size, row }]));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return safeLine(words.say('report.text.none'));
  const least = known.reduce((one, other) => (other.size < one.size ? other : one), first);
  const most = known.reduce((one, other) => (other.size > one.size ? other : one), first);
  const said = ({ row }: { readonly row: number }): string => {
    const of = part.rows[row];
    return values.of((of && cellOf(part, of, name)?.value) ?? { kind: 'none' });
  };
  return safeLine(
    words.say('report.text.range', { least: said(least), most: said(most), last: said(last) }),
  );
}
