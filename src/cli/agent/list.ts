import { agentFields, agentRecord } from '../../desk/agents/agent-record.ts';
import { openRecord } from '../../desk/read-record.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { chooseOutput, type OutputFlags } from '../output/choose-output.ts';
import { writeRecords } from '../output/write-records.ts';
import { placeOf } from '../record-place.ts';

/** Lists everybody who works or has worked here: a table for people, records for machines. */
export async function listAgents(context: Context, flags: OutputFlags): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, agentFields);
  const record = await openRecord(placeOf(context.settings));
  try {
    const people = (await record?.read.people()) ?? [];
    if (machine !== undefined) {
      await writeRecords(context, machine, [people.map(agentRecord)]);
      return exitCodes.done;
    }
    const { agentsForPeople } = await import('./agents-for-people.ts');
    await agentsForPeople(context, record, people);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}
