import type { ReadRecord } from '../desk/read-record.ts';
import { entriesIn, type Today, type TodayEntry, todaySections } from '../desk/today.ts';
import { moreText, nextText, type TodayVoice, todayText } from '../desk/today-text.ts';
import { refOf } from '../rules/values.ts';
import { type SafeText, safe, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { tableLines } from './output/table.ts';
import { type Pen, penFor, playbookFor, writeLines } from './people.ts';

/**
 * Writes today's page as text, one part after the other, each with the most pressing first.
 * @param page undefined where there is no record yet
 */
export async function todayForPeople(
  context: Context,
  record: ReadRecord | undefined,
  page: Today | undefined,
): Promise<void> {
  const pen = await penFor(context, record);
  const { words, paint } = pen;
  const parts = todaySections.flatMap((section) => {
    const entries = page === undefined ? [] : entriesIn(page, section);
    return entries.length === 0 ? [] : [{ section, entries, more: page?.more[section] }];
  });
  if (parts.length === 0) return context.note(safeLine(words.say('cli.today.nothing')));
  const languages = page?.languages ?? [];
  const voice = { ...pen, playbook: await playbookFor(context), languages };
  const lines = parts.flatMap(({ section, entries, more }) => [
    paint.heading(safeLine(words.say(`today.section.${section}`))),
    ...entryLines(entries, voice, pen),
    ...(more === undefined ? [] : [safeLine(`  ${moreText(voice, more)}`)]),
    safe``,
  ]);
  await writeLines(context, lines.slice(0, -1));
}

function entryLines(
  entries: readonly TodayEntry[],
  voice: TodayVoice,
  { words, columns, now }: Pen,
): readonly SafeText[] {
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
      column((entry) => todayText(voice, entry, now), 12),
      column((entry) => nextText(voice, entry)),
    ],
    columns,
  );
  return lines;
}
