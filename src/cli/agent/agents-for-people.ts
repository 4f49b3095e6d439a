import type { PersonOnRecord } from '../../desk/agents/agent-record.ts';
import { factsOf } from '../../desk/agents/agent-row.ts';
import { roleWord } from '../../desk/desk-event-words.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import { roleOf } from '../../desk/usual-agent.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { tableLines } from '../output/table.ts';
import { penFor, writeLines } from '../people.ts';

/** Writes a table of one line a person, and says when there is nobody. */
export async function agentsForPeople(
  context: Context,
  record: ReadRecord | undefined,
  people: readonly PersonOnRecord[],
): Promise<void> {
  const pen = await penFor(context, record);
  const { words, spoken, now } = pen;
  if (people.length === 0) return context.note(safeLine(words.say('cli.agent.nobody')));
  const column = (title: string, text: (row: PersonOnRecord) => string, least?: number) => ({
    title: safeLine(title),
    cells: people.map((row) => safeLine(text(row))),
    ...(least === undefined ? {} : { least }),
  });
  const [titles, ...lines] = tableLines(
    [
      column(words.say('cli.agent.name'), ({ name }) => name, 8),
      column(words.say('cli.agent.role'), ({ role }) => roleWord(words, roleOf(role))),
      column(words.say('cli.agent.team'), ({ team }) => team, 8),
      column(words.say('cli.agent.languages'), (row) => factsOf(row).languages.join(' '), 4),
      column(words.say('cli.agent.open'), ({ open_complaints }) => String(open_complaints)),
      column(words.say('cli.agent.pin'), ({ has_pin }) =>
        words.say(has_pin === 1 ? 'cli.agent.has-pin' : 'cli.agent.no-pin'),
      ),
      column(words.say('cli.agent.limits'), ({ authority }) =>
        words.say(authority === null ? 'cli.agent.role-limits' : 'cli.agent.own-limits'),
      ),
      column(words.say('cli.agent.retired'), ({ retired_at }) =>
        retired_at === null ? '' : spoken.moment(retired_at, now),
      ),
    ],
    pen.columns,
  );
  await writeLines(context, [
    ...(titles === undefined ? [] : [pen.paint.heading(titles)]),
    ...lines,
  ]);
}
