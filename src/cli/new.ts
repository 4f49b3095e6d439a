import type { Desk } from '../desk/desk.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';

export interface NewFlags {
  readonly channel?: string;
  readonly received?: string;
  readonly fromFile?: string;
  readonly schema?: boolean;
  readonly dryRun?: boolean;
  readonly json?: string | true;
}

/** Takes a complaint: in a conversation, or from a file. */
export async function newComplaint(context: Context, flags: NewFlags): Promise<ExitCode> {
  if (flags.schema === true) {
    const { writeSchema } = await import('./new-schema.ts');
    await writeSchema(context);
    return exitCodes.done;
  }
  const { fromFile, channel, received } = flags;
  if (fromFile !== undefined) {
    if (channel !== undefined) throw notTogether('--from-file', '--channel');
    if (received !== undefined) throw notTogether('--from-file', '--received');
    if (flags.dryRun === true && flags.json !== undefined) throw notTogether('--dry-run', '--json');
    const { newFromFile } = await import('./new-from-file.ts');
    return newFromFile(context, { ...flags, fromFile });
  }
  if (flags.dryRun === true)
    throw new Fault('usage', 'only-with', { first: '--dry-run', second: '--from-file' });
  if (flags.json !== undefined)
    throw new Fault('usage', 'only-with', { first: '--json', second: '--from-file' });
  const { requireAnswers } = await import('./require-answers.ts');
  const terminal = requireAnswers(context, '--from-file FILE');
  const { hold } = await import('./hold.ts');
  return hold(context, terminal, async (desk) => ({
    kind: 'new',
    channel: await channelIn(desk, channel),
    received: await receivedAt(context, desk, received),
  }));
}

/** @throws Fault `usage` for a channel that the playbook has not */
async function channelIn({ playbook }: Desk, given: string | undefined) {
  const known = playbook.channels.map(({ id }) => id);
  if (given === undefined || known.includes(given)) return given;
  const { similarTo } = await import('./similar.ts');
  const facts = { given, known: known.join(', ') };
  throw new Fault('usage', 'unknown-channel', facts, similarTo(given, known));
}

/**
 * What was understood of it is said back, before the first word with the customer.
 * @throws Fault `usage` for a moment that is none, lies ahead or is too long ago
 */
async function receivedAt(context: Context, desk: Desk, given: string | undefined) {
  if (given === undefined) return undefined;
  const { readReceived } = await import('../desk/record-file/received.ts');
  const read = await readReceived(given, desk, desk.now());
  const words = await context.words();
  if ('refusal' in read) {
    const { refusalText } = await import('../desk/refusal-text.ts');
    const why = refusalText(words, read.refusal);
    throw new Fault('usage', 'bad-received', { given, why });
  }
  const { createSpokenTime } = await import('../language/spoken-time.ts');
  const when = createSpokenTime(words, desk.zone).fullMoment(read.at);
  const { safe } = await import('../terminal/safe-text.ts');
  await context.note(safe`--received: ${when}`);
  return read.at;
}

const notTogether = (first: string, second: string): Fault =>
  new Fault('usage', 'not-together', { first, second });
