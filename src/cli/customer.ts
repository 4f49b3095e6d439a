/** `amends customer`: who complains. Each command loads only what it needs. */

import type { Context } from './context.ts';
import type { EditFlags } from './customer/edit.ts';
import type { CustomerListFlags } from './customer/list.ts';
import type { MergeFlags } from './customer/merge.ts';
import type { ExitCode } from './exit-codes.ts';
import type { OutputFlags } from './output/choose-output.ts';

type Operands = readonly string[];

/** Lists customers, with how often they complained. */
export const customerList = async (context: Context, flags: CustomerListFlags): Promise<ExitCode> =>
  (await import('./customer/list.ts')).listByCommand(context, flags);

/** Shows everything known of some of them. */
export const customerShow = async (
  context: Context,
  flags: OutputFlags,
  operands: Operands,
): Promise<ExitCode> =>
  (await import('./customer/show.ts')).showCustomers(context, flags, operands);

/** Puts one of them right. */
export const customerEdit = async (
  context: Context,
  flags: EditFlags,
  operands: Operands,
): Promise<ExitCode> =>
  (await import('./customer/edit.ts')).editByCommand(context, flags, operands);

/** Makes one customer of two, or takes them apart again. */
export const customerMerge = async (
  context: Context,
  flags: MergeFlags,
  operands: Operands,
): Promise<ExitCode> =>
  (await import('./customer/merge.ts')).mergeByCommand(context, flags, operands);
