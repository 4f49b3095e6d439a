import { customerFields } from '../../desk/customers/customer-record.ts';
import { openRecord } from '../../desk/read-record.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { chooseOutput, type OutputFlags } from '../output/choose-output.ts';
import { writeRecords } from '../output/write-records.ts';
import { placeOf } from '../record-place.ts';
import { whichCustomer } from './which.ts';

/** Shows customers whole. Nothing is printed when one of them is not there. */
export async function showCustomers(
  context: Context,
  flags: OutputFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine, operands: given } = chooseOutput(flags, customerFields, operands);
  if (given.length === 0) throw new Fault('usage', 'customer-missing', { command: 'show' });
  const record = await openRecord(placeOf(context.settings));
  try {
    const ids: number[] = [];
    for (const one of given) ids.push(await whichCustomer(one, record?.read));
    const fields = machine?.fields ?? customerFields;
    const records = (await record?.read.customerRecords(ids, fields)) ?? [];
    if (machine !== undefined) {
      await writeRecords(context, machine, [records]);
      return exitCodes.done;
    }
    const { customerPages } = await import('./customer-pages.ts');
    await customerPages(context, record, records);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}
