import { adding } from '../../desk/agents.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { deskFor } from '../open-desk.ts';
import { type ChangeFlags, changeByCommand, nameIn } from './change.ts';
import { type FactFlags, readLanguages, readLimits, readRole } from './fact-flags.ts';

export type AddFlags = ChangeFlags & FactFlags;

/** Adds somebody: an agent of the usual team who speaks English, unless it is said otherwise. */
export async function addByCommand(
  context: Context,
  flags: AddFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const name = nameIn(operands, 'add');
  const role = readRole(flags.role) ?? 'agent';
  const languages = readLanguages(flags.languages) ?? ['en'];
  const words = await context.words();
  const team = flags.team ?? words.say('cli.set-up.usual-team');
  const desk = await deskFor(context.settings);
  try {
    const authority = readLimits(flags, null, desk.playbook, words);
    const plan = () => adding({ name, team, role, languages, authority });
    return await changeByCommand(context, desk, flags, { name, role, plan });
  } finally {
    await desk.store.close();
  }
}
