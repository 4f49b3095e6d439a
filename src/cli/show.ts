import { complaintFields, openRecord } from '../desk/read-record.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { readReference, requireComplaints } from './references.ts';

/** Shows whole complaints. Nothing is printed when one of them is not there. */
export async function show(
  context: Context,
  flags: OutputFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine, operands: given } = chooseOutput(flags, complaintFields, operands);
  if (given.length === 0) throw new Fault('usage', 'reference-missing', { command: 'show' });
  const ids = given.map(readReference);
  const opened = await openRecord(placeOf(context.settings));
  try {
    const record = await requireComplaints(opened, ids);
    if (machine !== undefined) {
      await writeRecords(context, machine, [await record.read.records(ids, machine.fields)]);
      return exitCodes.done;
    }
    const { showForPeople } = await import('./show-for-people.ts');
    await showForPeople(context, record, ids);
    return exitCodes.done;
  } finally {
    await opened?.close();
  }
}
