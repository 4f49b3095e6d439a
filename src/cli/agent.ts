/** `amends agent`: who works at the desk. Each command loads only what it needs. */

import type { AddFlags } from './agent/add.ts';
import type { ChangeFlags } from './agent/change.ts';
import type { EditFlags } from './agent/edit.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import type { OutputFlags } from './output/choose-output.ts';

type Operands = readonly string[];

/** Adds somebody. */
export const agentAdd = async (
  context: Context,
  flags: AddFlags,
  operands: Operands,
): Promise<ExitCode> => (await import('./agent/add.ts')).addByCommand(context, flags, operands);

/** Lists everybody, with how many open complaints each owns. */
export const agentList = async (context: Context, flags: OutputFlags): Promise<ExitCode> =>
  (await import('./agent/list.ts')).listAgents(context, flags);

/** Shows some of them whole, with what they may offer without asking. */
export const agentShow = async (
  context: Context,
  flags: OutputFlags,
  operands: Operands,
): Promise<ExitCode> => (await import('./agent/show.ts')).showAgents(context, flags, operands);

/** Changes somebody, sets their PIN, or brings them back. */
export const agentEdit = async (
  context: Context,
  flags: EditFlags,
  operands: Operands,
): Promise<ExitCode> => (await import('./agent/edit.ts')).editByCommand(context, flags, operands);

/** Retires somebody: what they did stays theirs. */
export const agentRetire = async (
  context: Context,
  flags: ChangeFlags,
  operands: Operands,
): Promise<ExitCode> =>
  (await import('./agent/retire.ts')).retireByCommand(context, flags, operands);
