import { openRecord, type ReadRecord } from '../desk/read-record.ts';
import {
  entriesOfPage,
  type Today,
  type TodayDesk,
  type TodayEntry,
  type TodayReason,
  type TodayScope,
  todayOf,
  todaySections,
} from '../desk/today.ts';
import { isoUtc } from '../language/iso.ts';
import { agentName, millis, refOf } from '../rules/values.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import type { OutputRecord } from './output/field.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { terminalOf } from './require-answers.ts';

export type TodayFlags = OutputFlags & TodayScope;

/** Every field of a row, in its order: the contract with scripts. */
export const todayFields = [
  { name: 'section', kind: 'text' },
  { name: 'reference', kind: 'text' },
  { name: 'customer', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'what', kind: 'text' },
  { name: 'at', kind: 'time' },
  { name: 'question', kind: 'text' },
  { name: 'owner', kind: 'text' },
  { name: 'next', kind: 'text' },
  { name: 'language', kind: 'text' },
  { name: 'moved_to', kind: 'time' },
  { name: 'asked_by', kind: 'text' },
  { name: 'leads', kind: 'boolean' },
] as const;

/** What wants doing today: also what `amends` alone says. A full screen shows it live, with its keys. */
export async function today(context: Context, flags: TodayFlags): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, todayFields);
  if (flags.mine === true && flags.owner !== undefined) {
    throw new Fault('usage', 'two-owners');
  }
  const terminal = terminalOf(context);
  const narrowed = flags.mine === true || flags.owner !== undefined;
  const fullScreen = terminal.fullScreen && !narrowed;
  const inLines = terminal.accessible && terminal.interactive;
  if (machine === undefined && context.settings.input && (inLines || fullScreen)) {
    const { hold } = await import('./hold.ts');
    return hold(context, terminal, async () => ({ kind: 'today', scope: scopeOf(flags) }));
  }
  const record = await openRecord(placeOf(context.settings));
  try {
    const scope = { ...flags, counts: machine === undefined };
    const page = record === undefined ? undefined : await pageOf(context, record, scope);
    if (machine !== undefined) {
      await writeRecords(context, machine, [page === undefined ? [] : recordsOf(page)]);
      if (page !== undefined) await tellMore(context, page);
      return exitCodes.done;
    }
    const { todayForPeople } = await import('./today-for-people.ts');
    await todayForPeople(context, record, page);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

const scopeOf = ({ mine, owner }: TodayFlags): TodayScope => ({
  ...(mine === undefined ? {} : { mine }),
  ...(owner === undefined ? {} : { owner }),
});

/**
 * @returns the page of whoever asks
 * @throws AgentUnknown when it is to be theirs, and several people work here
 */
export async function pageOf(
  context: Context,
  record: ReadRecord,
  { mine, owner, counts }: TodayScope,
): Promise<Today> {
  const me = await whoAsks(context, record);
  if (mine === true && me === undefined) {
    const { AgentUnknown } = await import('../desk/open-desk.ts');
    throw new AgentUnknown((await record.read.agentsHere()).map(({ name }) => name));
  }
  const desk: TodayDesk = {
    store: record,
    now: () => millis(Date.now()),
    ...(me === undefined ? {} : { agent: { name: agentName(me) } }),
  };
  return todayOf(desk, {
    ...(mine === undefined ? {} : { mine }),
    ...(owner === undefined ? {} : { owner }),
    ...(counts === undefined ? {} : { counts }),
  });
}

/** Who looks: whoever says so, else the only one who works here. */
async function whoAsks({ settings }: Context, record: ReadRecord): Promise<string | undefined> {
  if (settings.as !== undefined) return settings.as;
  const [only, second] = await record.read.agentsHere();
  return second === undefined ? only?.name : undefined;
}

/** A list that was cut says so, not among the data. */
async function tellMore(context: Context, { more }: Today): Promise<void> {
  if (context.settings.quiet || Object.keys(more).length === 0) return;
  const { safeLine } = await import('../terminal/safe-text.ts');
  await context.note(safeLine((await context.words()).say('cli.today.cut')));
}

/** Scripts get every reason by itself; `leads` says which one people see as the complaint's line. */
function recordsOf(page: Today): readonly OutputRecord[] {
  const records = entriesOfPage(page).flatMap((entry) => [
    { reason: entry, record: recordOf(entry, entry) },
    ...entry.also.map((reason) => ({ reason, record: recordOf(entry, reason) })),
  ]);
  return todaySections.flatMap((section) =>
    records
      .filter(({ reason }) => reason.section === section)
      // The conversation that was left last comes first.
      .sort((a, b) => (a.reason.at - b.reason.at) * (section === 'not_finished' ? -1 : 1))
      .map(({ record }) => record),
  );
}

const recordOf = (entry: TodayEntry, reason: TodayReason): OutputRecord => ({
  section: reason.section,
  reference: refOf(entry.id),
  customer: entry.customer ?? null,
  kind: reason.kind,
  what: reason.what,
  at: isoUtc(reason.at),
  question: reason.question ?? null,
  owner: entry.owner,
  next: reason.next,
  language: entry.language ?? null,
  moved_to: reason.movedTo === undefined ? null : isoUtc(reason.movedTo),
  asked_by: reason.askedBy ?? null,
  leads: entry === reason,
});
