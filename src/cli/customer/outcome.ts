import type { CustomerRecord } from '../../desk/customers/customer-record.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Refusal } from '../../rules/values.ts';
import { safe } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import type { MachineOutput } from '../output/choose-output.ts';
import { jsonText } from '../output/json.ts';

/**
 * @returns as many customers as a command needs, as typed
 * @throws Fault `usage` for fewer or more
 */
export function customersIn(
  operands: readonly string[],
  many: number,
  command: string,
): readonly string[] {
  if (operands.length < many) throw new Fault('usage', 'customer-missing', { command });
  if (operands.length === many) return operands;
  const help = `amends customer ${command} --help`;
  throw new Fault('usage', 'too-many-operands', { command: `customer ${command}`, help });
}

/** Says why nothing was done. */
export async function tellRefusals(
  context: Context,
  refusals: readonly Refusal[],
): Promise<ExitCode> {
  const words = await context.words();
  await context.tell(refusals.map((refusal) => safe`amends: ${refusalText(words, refusal)}`));
  return exitCodes.refused;
}

/** Writes whom it was about: their number, or for machines what is known of them now. */
export async function writeCustomer(
  { out }: Context,
  record: CustomerRecord,
  machine: MachineOutput | undefined,
): Promise<void> {
  const text = machine ? jsonText(record, machine.fields) : String(record['number']);
  await out.write(`${text}\n`);
}
