import {
  complaintFields,
  openRecord,
  openWholeRecord,
  type ReadRecord,
} from '../desk/read-record.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { readReference, requireComplaints } from './references.ts';
import { terminalOf } from './require-answers.ts';

/**
 * Shows whole complaints. Nothing is printed when one of them is not there. A single one at a
 * terminal is opened as its page, where everything can be done about it.
 */
export async function show(
  context: Context,
  flags: OutputFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine, operands: given } = chooseOutput(flags, complaintFields, operands);
  if (given.length === 0) throw new Fault('usage', 'reference-missing', { command: 'show' });
  const ids = given.map(readReference);
  const place = placeOf(context.settings);
  const [only, second] = ids;
  const terminal = terminalOf(context);
  if (
    machine === undefined &&
    only !== undefined &&
    second === undefined &&
    (terminal.fullScreen || (terminal.accessible && terminal.interactive)) &&
    context.settings.input &&
    (await canBeWorkedOn(context, only))
  ) {
    const { hold } = await import('./hold.ts');
    return hold(context, terminal, async () => ({ kind: 'complaint', id: only }));
  }
  await (machine === undefined
    ? reading(openWholeRecord(place), ids, async (record) => {
        const { showForPeople } = await import('./show-for-people.ts');
        await showForPeople(context, record, ids);
      })
    : reading(openRecord(place), ids, async (record) =>
        writeRecords(context, machine, [await record.read.records(ids, machine.fields)]),
      ));
  return exitCodes.done;
}

/** Whoever looks must be known before they can do anything; else the page is printed. */
async function canBeWorkedOn(context: Context, id: ComplaintId): Promise<boolean> {
  let known = context.settings.as !== undefined;
  await reading(openRecord(placeOf(context.settings)), [id], async ({ read }) => {
    known ||= (await read.agentsHere()).length === 1;
  });
  return known;
}

/** Does something with a record that has these complaints, and closes it. */
async function reading<Opened extends ReadRecord>(
  opening: Promise<Opened | undefined>,
  ids: readonly ComplaintId[],
  use: (record: Opened) => Promise<void>,
): Promise<void> {
  const opened = await opening;
  try {
    await use(await requireComplaints(opened, ids));
  } finally {
    await opened?.close();
  }
}
