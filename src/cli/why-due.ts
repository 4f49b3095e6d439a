import { openWholeRecord, type WholeRecord } from '../desk/read-record.ts';
import { readingPlaybook } from '../desk/reading-playbook.ts';
import { type StoryLine, type WhyDue, whyDue } from '../desk/why-due.ts';
import { isoUtc } from '../language/iso.ts';
import { type ClockKind, clockKinds } from '../rules/clock.ts';
import { type ComplaintId, millis, refOf } from '../rules/values.ts';
import { compiledPlaybooks } from './compiled-playbooks.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import type { OutputRecord } from './output/field.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { readReference, requireComplaints } from './references.ts';
import { similarTo } from './similar.ts';

export interface WhyDueFlags extends OutputFlags {
  readonly clock?: string;
}

/** Every field of a row, in its order: the contract with scripts. */
export const whyDueFields = [
  { name: 'reference', kind: 'text' },
  { name: 'clock', kind: 'text' },
  { name: 'state', kind: 'text' },
  { name: 'started', kind: 'time' },
  { name: 'target_minutes', kind: 'integer' },
  { name: 'aim_minutes', kind: 'integer' },
  { name: 'counted_minutes', kind: 'integer' },
  { name: 'left_minutes', kind: 'integer' },
  { name: 'aim', kind: 'time' },
  { name: 'due', kind: 'time' },
  { name: 'stopped_at', kind: 'time' },
  { name: 'met', kind: 'boolean' },
  { name: 'warning', kind: 'text' },
  { name: 'calendar', kind: 'integer' },
  { name: 'lines', kind: 'json' },
] as const;

/** Explains why a complaint is due when it is: the arithmetic of each of its clocks, or of one. */
export async function whyDueCommand(
  context: Context,
  flags: WhyDueFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine, operands: given } = chooseOutput(flags, whyDueFields, operands);
  const [id] = given.map(readReference);
  if (id === undefined) throw new Fault('usage', 'reference-missing', { command: 'why-due' });
  const kind = flags.clock === undefined ? undefined : readClock(flags.clock);
  const record = await openWholeRecord(placeOf(context.settings));
  try {
    const opened = await requireComplaints(record, [id]);
    const { language, playbook: ownFolder } = context.settings;
    const compiledFolder = compiledPlaybooks();
    const playbook = await readingPlaybook({ language, ownFolder, compiledFolder });
    const now = millis(Date.now());
    const clocks = await clocksOf(opened, id, kind, playbook, now);
    if (machine !== undefined) {
      await writeRecords(context, machine, [clocks.map((why) => recordOf(id, why))]);
    } else {
      const { whyDueForPeople } = await import('./why-due-for-people.ts');
      await whyDueForPeople(context, opened, { id, clocks, playbook, now });
    }
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

/** @throws Fault `usage` when there is no such clock anywhere */
function readClock(given: string): ClockKind {
  const kind = clockKinds.find((known) => known === given);
  if (kind !== undefined) return kind;
  const known = clockKinds.join(', ');
  throw new Fault('usage', 'unknown-clock', { given, known }, similarTo(given, clockKinds));
}

/** @throws Fault `notFound` when the complaint has no clock of the kind that was named */
async function clocksOf(
  { read }: WholeRecord,
  id: ComplaintId,
  kind: ClockKind | undefined,
  ...rest: [Parameters<typeof whyDue>[2], Parameters<typeof whyDue>[3]]
): Promise<readonly WhyDue[]> {
  const all = await whyDue(read, id, ...rest);
  if (kind === undefined) return all;
  const named = all.filter(({ clock }) => clock.kind === kind);
  if (named.length > 0) return named;
  const known = all.map(({ clock }) => clock.kind).join(', ');
  throw new Fault('notFound', 'no-such-clock', { reference: refOf(id), given: kind, known });
}

const recordOf = (
  id: ComplaintId,
  { clock, state, counted, left, warning, lines }: WhyDue,
): OutputRecord => {
  const { target, aimTarget, stoppedAt } = clock;
  return {
    reference: refOf(id),
    clock: clock.kind,
    state,
    started: isoUtc(clock.started),
    target_minutes: inMinutes(target),
    aim_minutes: inMinutes(aimTarget),
    counted_minutes: inMinutes(counted),
    left_minutes: inMinutes(target) - inMinutes(counted),
    aim: isoUtc(clock.aim),
    due: isoUtc(clock.due),
    stopped_at: stoppedAt === undefined ? null : isoUtc(stoppedAt),
    met: stoppedAt === undefined ? null : left >= 0,
    warning: warning ?? null,
    calendar: clock.calendar,
    lines: lines.map(lineOf),
  };
};

const inMinutes = (span: number): number => Math.floor(span / 60_000);

const moments = new Set(['at', 'from', 'to', 'until']);
const spans: Readonly<Record<string, string>> = {
  span: 'target_minutes',
  before: 'before_minutes',
  aim: 'aim_minutes',
  counted: 'counted_minutes',
  soFar: 'so_far_minutes',
};

/** A line of the arithmetic as machines read it: moments in ISO 8601, spans in whole minutes. */
const lineOf = (line: StoryLine): OutputRecord => plain(line) as OutputRecord;

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (typeof inner !== 'number') return [name, plain(inner)];
      if (moments.has(name)) return [name, isoUtc(inner)];
      const minutes = spans[name];
      return minutes === undefined ? [name, inner] : [minutes, inMinutes(inner)];
    }),
  );
}
