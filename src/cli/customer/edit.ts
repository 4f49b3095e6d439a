import { customerFields } from '../../desk/customers/customer-record.ts';
import { editCustomer } from '../../desk/customers.ts';
import { deskEventWords } from '../../desk/desk-event-words.ts';
import { createSpokenTime } from '../../language/spoken-time.ts';
import { factNames } from '../../rules/customer-facts.ts';
import type { CustomerFact, CustomerStanding } from '../../rules/state.ts';
import { refOf } from '../../rules/values.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { deskFor } from '../open-desk.ts';
import { chooseOutput } from '../output/choose-output.ts';
import { readStanding } from './list.ts';
import { customersIn, tellRefusals, writeCustomer } from './outcome.ts';
import { whichCustomer } from './which.ts';

export interface EditFlags extends Partial<Record<CustomerFact, string>> {
  readonly key?: string;
  readonly standing?: string;
  readonly dryRun?: boolean;
  readonly json?: string | true;
}

/** Changes what is named of a customer, and nothing else. An empty text takes a fact away. */
export async function editByCommand(
  context: Context,
  flags: EditFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { dryRun = false, json } = flags;
  const { machine } = chooseOutput(json === undefined ? {} : { json }, customerFields);
  const [given] = customersIn(operands, 1, 'edit');
  const facts = Object.fromEntries(
    factNames.flatMap((fact) => (flags[fact] === undefined ? [] : [[fact, flags[fact]]])),
  );
  const key = flags.key === undefined ? undefined : readYesOrNo(flags.key);
  const standing = flags.standing === undefined ? undefined : standingOrNone(flags.standing);
  if (Object.keys(facts).length === 0 && key === undefined && standing === undefined) {
    throw new Fault('usage', 'nothing-to-edit-of-customer');
  }
  const desk = await deskFor(context.settings);
  try {
    const customer = await whichCustomer(given ?? '', desk.store.read);
    const edited = await editCustomer(desk, customer, { facts, key, standing }, { dryRun });
    if (!edited.ok) return await tellRefusals(context, edited.refusals);
    const words = await context.words();
    const voice = { words, spoken: createSpokenTime(words, desk.zone) };
    await writeCustomer(context, edited.record, machine);
    for (const happening of edited.happenings) {
      await context.note(safeLine(deskEventWords(happening, voice)));
    }
    if (edited.happenings.length === 0) {
      await context.note(safeLine(words.say('cli.agent.as-it-was')));
    }
    if (edited.reclocked.length > 0) {
      const count = edited.reclocked.length;
      const references = edited.reclocked.slice(0, 10).map(refOf).join(', ');
      await context.note(safeLine(words.say('cli.customer.reclocked', { count, references })));
    }
    if (dryRun) await context.note(safeLine(words.say('cli.agent.dry-run')));
    return exitCodes.done;
  } finally {
    await desk.store.close();
  }
}

function readYesOrNo(given: string): boolean {
  if (given === 'yes' || given === 'no') return given === 'yes';
  throw new Fault('usage', 'not-yes-or-no', { given, option: '--key' });
}

const standingOrNone = (given: string): CustomerStanding | null =>
  given === 'none' ? null : readStanding(given);
