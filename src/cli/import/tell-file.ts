import type { OrderFound } from '../../desk/import/date-order.ts';
import type { FileShape } from '../../desk/import/file-shape.ts';
import type { PreparedImport } from '../../desk/import/prepare-import.ts';
import type { ReadyRow } from '../../desk/import/ready-row.ts';
import type { Messages } from '../../language/messages.ts';
import { wallClock } from '../../language/zone-time.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';

/** @returns the encoding as it is named. */
export const sayEncoding = ({ encoding }: Pick<FileShape, 'encoding'>): string =>
  ({ 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE' })[encoding as string] ??
  encoding.replace('windows', 'Windows');

const delimiterKeys = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
} as const;

/** @returns how a file is read: its form, encoding and layout, and the order of its dates. */
export function fileLines(
  words: Messages,
  { shape, recognised, mapping, orders, zone }: PreparedImport,
): readonly SafeText[] {
  const { kind, delimiter = '' } = shape;
  const known = Object.entries(delimiterKeys).find(([sign]) => sign === delimiter)?.[1];
  const lines = [
    words.say('cli.import.file', {
      kind,
      delimiter: known ?? 'other',
      sign: delimiter,
      encoding: sayEncoding(shape),
    }),
    words.say(recognised === undefined ? 'cli.import.mapped' : 'cli.import.recognised', {
      layout: recognised ?? '',
      source: mapping.source,
      zone,
    }),
  ];
  if (mapping.id.length === 0) lines.push(words.say('cli.import.no-id'));
  for (const found of orders) lines.push(orderText(words, found));
  return lines.map(safeLine);
}

/** @returns in which order a column's dates are, and which rows say so. */
export function orderText(words: Messages, found: OrderFound): string {
  const { column, order, dayFirst, monthFirst, either } = found;
  const facts = {
    column,
    day: dayFirst.many,
    dayRows: dayFirst.rows.join(', '),
    month: monthFirst.many,
    monthRows: monthFirst.rows.join(', '),
    either: either.many,
    eitherRows: either.rows.join(', '),
  };
  return words.say(`cli.import.order.${order === 'ymd' ? 'told' : order}`, facts);
}

const longest = 60;

/** @returns the first complaints as they would look, their times on the clock of the file. */
export function previewLines(
  words: Messages,
  first: readonly ReadyRow[],
  zone: string,
): readonly SafeText[] {
  if (first.length === 0) return [];
  const clock = wallClock(zone);
  const shown = (at: number): string =>
    new Date(at + clock.offsetAt(at)).toISOString().slice(0, 16).replace('T', ' ');
  const told = first.flatMap(({ row, id, complaint, stage, openedAt, person }) => {
    const of = (column: string) => complaint.values[complaint.columns.indexOf(column)] ?? undefined;
    const text = (column: string) => of(column)?.toString();
    const closedAt = of('closed_at');
    const facts = {
      stage,
      opened_at: shown(openedAt),
      closed_at: typeof closedAt === 'number' ? shown(closedAt) : undefined,
      customer: person?.facts.name,
      product: text('product'),
      cause: text('cause'),
      words: text('words'),
    };
    const lines = Object.entries(facts).flatMap(([name, text]) =>
      text === undefined ? [] : [`    ${name}: ${short(text)}`],
    );
    return [words.say('cli.import.preview-row', { row, id }), ...lines];
  });
  return [words.say('cli.import.preview'), ...told].map(safeLine);
}

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
