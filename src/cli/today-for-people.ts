import type { ReadRecord } from '../desk/read-record.ts';
import type { Today, TodayEntry } from '../desk/today.ts';
import { todayText } from '../desk/today-text.ts';
import { refOf } from '../rules/values.ts';
import { type SafeText, safe, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { tableLines } from './output/table.ts';
import { type Pen, penFor, writeLines } from './people.ts';

/** Writes today's page as text, one part after the other, each with the most pressing first. */
export async function todayForPeople(
  context: Context,
  record: ReadRecord | undefined,
  page: Today,
): Promise<void> {
  const pen = await penFor(context, record);
  const { words, paint } = pen;
  const parts: readonly (readonly [SafeText, readonly TodayEntry[]])[] = [
    [safeLine(words.say('cli.today.late')), page.late],
    [safeLine(words.say('cli.today.due-next')), page.dueNext],
    [safeLine(words.say('cli.today.waiting')), page.waiting],
    [safeLine(words.say('cli.today.not-finished')), page.notFinished],
  ];
  const lines = parts.flatMap(([title, entries]) =>
    entries.length === 0 ? [] : [paint.heading(title), ...entryLines(entries, pen), safe``],
  );
  if (lines.length === 0) return context.note(safeLine(words.say('cli.today.nothing')));
  await writeLines(context, lines.slice(0, -1));
}

function entryLines(entries: readonly TodayEntry[], pen: Pen): readonly SafeText[] {
  const { words, columns } = pen;
  const column = (text: (entry: TodayEntry) => string, least?: number) => ({
    title: safe``,
    cells: entries.map((entry) => safeLine(text(entry))),
    ...(least === undefined ? {} : { least }),
  });
  const [, ...lines] = tableLines(
    [
      column(() => ''),
      column(({ id }) => refOf(id)),
      column(({ customer }) => customer ?? words.say('cli.no-name'), 8),
      column((entry) => todayText(pen, entry, pen.now), 12),
    ],
    columns,
  );
  return lines;
}
