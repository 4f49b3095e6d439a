import type { PersonOnRecord } from '../../desk/agents/agent-record.ts';
import { factsOf } from '../../desk/agents/agent-row.ts';
import { limitsText } from '../../desk/agents/limits-text.ts';
import { roleWord } from '../../desk/desk-event-words.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import { authorityOf, withOwnLimits } from '../../rules/authority.ts';
import { remedyOf } from '../../rules/offers.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type Pen, penFor, playbookFor, writeLines } from '../people.ts';

/** Writes a page for each: who they are, and where their line runs (P21). */
export async function agentPages(
  context: Context,
  record: ReadRecord | undefined,
  people: readonly PersonOnRecord[],
): Promise<void> {
  const pen = await penFor(context, record);
  const playbook = await playbookFor(context);
  const pages = people.map((person) => pageOf(person, pen, playbook));
  await writeLines(
    context,
    pages.flatMap((page, at) => (at === 0 ? page : [safe``, ...page])),
  );
}

function pageOf(person: PersonOnRecord, pen: Pen, playbook: Playbook): readonly SafeText[] {
  const { words, spoken, now, paint } = pen;
  const facts = factsOf(person);
  const line = (label: string, text: string) => safe`${label}: ${text}`;
  return [
    paint.heading(safeLine(person.name)),
    line(words.say('agent.role'), roleWord(words, facts.role)),
    line(words.say('agent.team'), facts.team),
    line(
      words.say('agent.languages'),
      facts.languages
        .map((tag) => words.say(`choice.language.${tag}` as 'choice.language.en'))
        .join(', '),
    ),
    line(
      words.say('cli.agent.page.pin'),
      words.say(person.has_pin === 1 ? 'cli.agent.has-pin' : 'cli.agent.no-pin'),
    ),
    line(words.say('cli.agent.page.open'), String(person.open_complaints)),
    line(words.say('cli.agent.page.since'), spoken.moment(person.created_at, now)),
    ...(person.retired_at === null
      ? []
      : [line(words.say('cli.agent.page.retired'), spoken.moment(person.retired_at, now))]),
    ...limitLines(person, pen, playbook),
  ];
}

function limitLines(
  person: PersonOnRecord,
  { words }: Pen,
  playbook: Playbook,
): readonly SafeText[] {
  const { role, authority: own } = factsOf(person);
  const theRoles = authorityOf(playbook, { role });
  const { limit, remedies } = own === null ? theRoles : withOwnLimits(theRoles, own);
  const whose = words.say(own === null ? 'cli.agent.role-limits' : 'cli.agent.own-limits');
  return [
    safe`${words.say('cli.agent.may-give', { whose })}: ${limitsText(words, limit)}`,
    ...Object.entries(remedies).map(([id, line]) => {
      const label = remedyOf(playbook, id)?.label ?? id;
      return safe`  ${label}: ${limitsText(words, line)}`;
    }),
  ];
}
