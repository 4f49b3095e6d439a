import { customerFields } from '../../desk/customers/customer-record.ts';
import { mergeCustomers, partCustomers } from '../../desk/customers.ts';
import type { Messages } from '../../language/messages.ts';
import type { FilledFact } from '../../rules/desk-events.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { deskFor } from '../open-desk.ts';
import { chooseOutput } from '../output/choose-output.ts';
import { customersIn, tellRefusals, writeCustomer } from './outcome.ts';
import { whichCustomer } from './which.ts';

export interface MergeFlags {
  /** They are not the same person after all. */
  readonly apart?: boolean;
  readonly dryRun?: boolean;
  readonly json?: string | true;
}

/** Makes one customer of two who are the same person, or takes them apart again. */
export async function mergeByCommand(
  context: Context,
  { apart = false, dryRun = false, json }: MergeFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine } = chooseOutput(json === undefined ? {} : { json }, customerFields);
  const [first = '', second = ''] = customersIn(operands, 2, 'merge');
  const desk = await deskFor(context.settings);
  try {
    const { read } = desk.store;
    const pair = {
      from: await whichCustomer(first, read),
      into: await whichCustomer(second, read),
    };
    const merged = await (apart ? partCustomers : mergeCustomers)(desk, pair, { dryRun });
    if (!merged.ok) return await tellRefusals(context, merged.refusals);
    const words = await context.words();
    await writeCustomer(context, merged.record, machine);
    const note = async (text: string) => context.note(safeLine(text));
    const facts = { ...pair, count: merged.moved };
    await note(words.say(apart ? 'cli.customer.parted' : 'cli.customer.merged-now', facts));
    if (merged.filled.length > 0) {
      const what = merged.filled.map((fact) => factWords(words, fact)).join(', ');
      await note(words.say(apart ? 'cli.customer.given-back' : 'cli.customer.filled', { what }));
    }
    for (const { fact, kept, other } of merged.conflicts) {
      const what = factWords(words, fact);
      await note(words.say('cli.customer.conflict', { what, kept, other }));
    }
    if (dryRun) await note(words.say('cli.agent.dry-run'));
    return exitCodes.done;
  } finally {
    await desk.store.close();
  }
}

function factWords(words: Messages, fact: FilledFact): string {
  switch (fact) {
    case 'language':
      return words.say('question.language');
    case 'key':
      return words.say('customer.key');
    case 'standing':
      return words.say('cli.customer.page.standing');
    default:
      return words.say(`form.${fact}`);
  }
}
