import { openWholeRecord } from '../desk/read-record.ts';
import { type Today, type TodayEntry, todayOf } from '../desk/today.ts';
import { isoUtc } from '../language/iso.ts';
import { millis, refOf } from '../rules/values.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import type { OutputRecord } from './output/field.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { terminalOf } from './require-answers.ts';

const fields = [
  { name: 'section', kind: 'text' },
  { name: 'reference', kind: 'text' },
  { name: 'customer', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'what', kind: 'text' },
  { name: 'at', kind: 'time' },
  { name: 'question', kind: 'text' },
] as const;

/** The parts of the page, by the name that machines read. */
const sections = {
  late: 'late',
  dueNext: 'due_next',
  waiting: 'waiting',
  notFinished: 'not_finished',
} as const satisfies Record<keyof Today, string>;

const nothing: Today = { late: [], dueNext: [], waiting: [], notFinished: [] };

/** What wants doing today: also what `amends` alone says. A full screen shows it live, with its keys. */
export async function today(context: Context, flags: OutputFlags): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, fields);
  const terminal = terminalOf(context);
  if (machine === undefined && context.settings.input && terminal.fullScreen) {
    const { hold } = await import('./hold.ts');
    return hold(context, terminal, async () => ({ kind: 'today' }));
  }
  const record = await openWholeRecord(placeOf(context.settings));
  try {
    const now = () => millis(Date.now());
    const page = record === undefined ? nothing : await todayOf({ store: record, now });
    if (machine !== undefined) {
      await writeRecords(context, machine, [recordsOf(page)]);
      return exitCodes.done;
    }
    const { todayForPeople } = await import('./today-for-people.ts');
    await todayForPeople(context, record, page);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

const recordsOf = (page: Today): readonly OutputRecord[] =>
  (Object.keys(sections) as (keyof Today)[]).flatMap((name) =>
    page[name].map((entry) => recordOf(sections[name], entry)),
  );

const recordOf = (section: string, entry: TodayEntry): OutputRecord => ({
  section,
  reference: refOf(entry.id),
  customer: entry.customer ?? null,
  kind: entry.kind,
  what: entry.what,
  at: isoUtc(entry.at),
  question: entry.question ?? null,
});
