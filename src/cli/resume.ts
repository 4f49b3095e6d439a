import type { Desk } from '../desk/desk.ts';
import { complaintId, refOf } from '../rules/values.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { Fault } from './fault.ts';
import type { HoldStart } from './hold.ts';
import { noSuchComplaint, readReference } from './references.ts';
import { requireAnswers } from './require-answers.ts';

/** Goes on with a conversation: the one that is named, else the one this agent left last. */
export async function resume(
  context: Context,
  _flags: object,
  [given]: readonly string[],
): Promise<ExitCode> {
  const id = given === undefined ? undefined : readReference(given);
  const terminal = requireAnswers(context, '--from-file FILE');
  const { hold } = await import('./hold.ts');
  return hold(context, terminal, (desk) => (id === undefined ? lastLeft(desk) : named(desk, id)));
}

async function lastLeft({ store, agent }: Desk): Promise<HoldStart> {
  const [last] = await store.read.unfinished(agent.name);
  if (last === undefined) throw new Fault('notFound', 'nothing-left', { agent: agent.name });
  return { kind: 'resume', id: complaintId(last.id) };
}

async function named({ store }: Desk, id: ReturnType<typeof readReference>): Promise<HoldStart> {
  const row = await store.read.complaint(id);
  if (row === undefined) throw noSuchComplaint(id);
  if (row.finished_at !== null) {
    throw new Fault('refused', 'already-finished', { reference: refOf(id) });
  }
  return { kind: 'resume', id };
}
