import { leansOnOthers, type Teller } from '../desk/event-words.ts';
import { logWords } from '../desk/log-words.ts';
import { eventRecord, type LogSearch, readLog } from '../desk/read-log.ts';
import type { WholeRecord } from '../desk/read-record.ts';
import { eventOf } from '../desk/rows.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { tableLines } from './output/table.ts';
import { type Pen, penFor, playbookFor, writeLines } from './people.ts';

type Page = typeof readLog extends (...given: never[]) => AsyncGenerator<infer Events>
  ? Events
  : never;

/** Writes the log as lines: number, complaint, when, who, what, and the beginning of the hash. */
export async function logForPeople(
  context: Context,
  record: WholeRecord | undefined,
  search: LogSearch,
): Promise<void> {
  const pen = await penFor(context, record);
  const playbook = await playbookFor(context);
  let none = true;
  if (record !== undefined) {
    for await (const page of readLog(record, search)) {
      if (page.length === 0) continue;
      const told = await storiesOf(record, page);
      const teller = (event: Page[number]): Teller => ({
        voice: pen,
        playbook,
        before: (told.get(event.complaint) ?? []).filter(({ n }) => n < event.n),
      });
      const [titles, ...lines] = eventTable(page, pen, teller, search.complaint !== undefined);
      const heading = none && titles !== undefined ? [pen.paint.heading(titles)] : [];
      await writeLines(context, [...heading, ...lines]);
      none = false;
    }
  }
  if (none) await context.note(safeLine(pen.words.say('cli.log.nothing')));
}

/** What an event leans on may stand on an earlier page: those complaints are read whole. */
async function storiesOf(
  record: WholeRecord,
  page: Page,
): Promise<ReadonlyMap<number | null, readonly ComplaintEvent[]>> {
  const stories = new Map<number | null, readonly ComplaintEvent[]>();
  for (const event of page) {
    const { complaint } = event;
    if (complaint === null || stories.has(complaint) || !leansOnOthers(eventOf(event))) continue;
    const events = await record.read.eventsOf(complaint);
    stories.set(
      complaint,
      events.flatMap((one) => eventOf(one) ?? []),
    );
  }
  return stories;
}

function eventTable(
  page: Page,
  { words, spoken, now, columns }: Pen,
  tellerOf: (event: Page[number]) => Teller,
  ofOne: boolean,
) {
  const column = (title: string, text: (event: Page[number]) => string, least?: number) => ({
    title: safeLine(title),
    cells: page.map((event) => safeLine(text(event))),
    ...(least === undefined ? {} : { least }),
  });
  return tableLines(
    [
      // Of one complaint they are numbered as `undo` knows them.
      column(words.say('cli.log.seq'), ({ seq, n }) => String(ofOne ? n : seq)),
      column(words.say('cli.list.reference'), (event) =>
        String(eventRecord(event)['reference'] ?? ''),
      ),
      column(words.say('cli.log.at'), ({ at }) => spoken.moment(at, now)),
      column(words.say('cli.log.agent'), ({ agent }) => agent, 6),
      column(words.say('cli.log.what'), (event) => logWords(event, tellerOf(event)), 12),
      column(words.say('cli.log.hash'), ({ hash }) => hash.slice(0, 8)),
    ],
    columns,
  );
}
