import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';

export interface NewFlags {
  readonly channel?: string;
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
  const { fromFile, channel } = flags;
  if (fromFile !== undefined) {
    if (channel !== undefined) throw notTogether('--from-file', '--channel');
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
  return hold(context, terminal, async (desk) => {
    const known = desk.playbook.channels.map(({ id }) => id);
    if (channel === undefined) return { kind: 'new' };
    if (known.includes(channel)) return { kind: 'new', channel };
    const { similarTo } = await import('./similar.ts');
    const facts = { given: channel, known: known.join(', ') };
    throw new Fault('usage', 'unknown-channel', facts, similarTo(channel, known));
  });
}

const notTogether = (first: string, second: string): Fault =>
  new Fault('usage', 'not-together', { first, second });
