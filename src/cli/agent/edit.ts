import { editing, factsOf, namedAs } from '../../desk/agents.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { deskFor } from '../open-desk.ts';
import { type ChangeFlags, changeByCommand, nameIn } from './change.ts';
import { type FactFlags, readLanguages, readLimits, readRole } from './fact-flags.ts';
import { noSuchAgent } from './no-such-agent.ts';

export interface EditFlags extends ChangeFlags, FactFlags {
  /** The limits of their role again. */
  readonly roleLimits?: boolean;
  /** They work here again. */
  readonly active?: boolean;
  /** They are to have a new PIN, asked twice. */
  readonly pin?: boolean;
  /** The same from a file. */
  readonly newPinFromFile?: string;
}

/** Changes what is named of somebody, and nothing else. */
export async function editByCommand(
  context: Context,
  flags: EditFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const typed = nameIn(operands, 'edit');
  const role = readRole(flags.role);
  const languages = readLanguages(flags.languages);
  const { team, active, newPinFromFile: file, pinFromFile } = flags;
  if (file === '-' && pinFromFile === '-') {
    throw notTogether('--pin-from-file -', '--new-pin-from-file -');
  }
  const newPin = flags.pin === true || file !== undefined ? { file } : undefined;
  const desk = await deskFor(context.settings);
  try {
    const people = await desk.store.read.agents();
    const row = namedAs(people, typed);
    if (row === undefined) throw noSuchAgent(typed, people);
    const own = readLimits(flags, factsOf(row).authority, desk.playbook, await context.words());
    if (own !== undefined && flags.roleLimits === true) {
      throw notTogether('--role-limits', '--limit-...');
    }
    const authority = flags.roleLimits === true ? null : own;
    const facts = [team, role, languages, authority, active];
    const onlyPin = facts.every((fact) => fact === undefined);
    if (onlyPin && newPin === undefined) throw new Fault('usage', 'nothing-to-edit');
    const edit = {
      team,
      role,
      languages,
      authority,
      active: active === true ? true : undefined,
    } as const;
    return await changeByCommand(context, desk, flags, {
      name: row.name,
      role,
      plan: (pinHash) => editing(row.name, { ...edit, pinHash }),
      newPin,
      onlyPin,
    });
  } finally {
    await desk.store.close();
  }
}

const notTogether = (first: string, second: string): Fault =>
  new Fault('usage', 'not-together', { first, second });
