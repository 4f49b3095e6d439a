import { namedAs, retiring } from '../../desk/agents.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { deskFor } from '../open-desk.ts';
import { type ChangeFlags, changeByCommand, nameIn } from './change.ts';
import { noSuchAgent } from './no-such-agent.ts';

/** Retires somebody: what they did stays theirs, and they can be brought back. */
export async function retireByCommand(
  context: Context,
  flags: ChangeFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const typed = nameIn(operands, 'retire');
  const desk = await deskFor(context.settings);
  try {
    const people = await desk.store.read.agents();
    const row = namedAs(people, typed);
    if (row === undefined) throw noSuchAgent(typed, people);
    const plan = () => retiring(row.name);
    return await changeByCommand(context, desk, flags, { name: row.name, plan });
  } finally {
    await desk.store.close();
  }
}
