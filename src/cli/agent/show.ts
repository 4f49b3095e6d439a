import { namedAs } from '../../desk/agents/agent-name.ts';
import { agentFields, agentRecord, type PersonOnRecord } from '../../desk/agents/agent-record.ts';
import { openRecord } from '../../desk/read-record.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { chooseOutput, type OutputFlags } from '../output/choose-output.ts';
import { writeRecords } from '../output/write-records.ts';
import { placeOf } from '../record-place.ts';
import { noSuchAgent } from './no-such-agent.ts';

/** Shows people whole. Nothing is printed when one of them is not there. */
export async function showAgents(
  context: Context,
  flags: OutputFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { flags: own, names } = namesOf(flags, operands);
  const { machine } = chooseOutput(own, agentFields);
  if (names.length === 0) throw new Fault('usage', 'agent-missing', { command: 'show' });
  const record = await openRecord(placeOf(context.settings));
  try {
    const people = (await record?.read.people()) ?? [];
    const shown = names.map((name): PersonOnRecord => {
      const person = namedAs(people, name);
      if (person === undefined) throw noSuchAgent(name, people);
      return person;
    });
    if (machine !== undefined) {
      await writeRecords(context, machine, [shown.map(agentRecord)]);
      return exitCodes.done;
    }
    const { agentPages } = await import('./agent-pages.ts');
    await agentPages(context, record, shown);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

const lists = ['json', 'jsonl', 'csv', 'plain'] as const;

/** A name that commander took for a list of fields (`show --json Sam`) is put back. */
function namesOf(flags: OutputFlags, operands: readonly string[]) {
  const format =
    operands.length > 0 ? undefined : lists.find((each) => typeof flags[each] === 'string');
  const taken = format === undefined ? undefined : flags[format];
  if (format === undefined || typeof taken !== 'string') return { flags, names: operands };
  return { flags: { ...flags, [format]: true as const }, names: [taken] };
}
