import { openRecord } from '../desk/read-record.ts';
import type { Today, TodayScope } from '../desk/today.ts';
import { Ended, Lines } from '../plain/lines.ts';
import { askToday, type TodayReply } from '../plain/today.ts';
import { refOf } from '../rules/values.ts';
import type { TerminalCapability } from '../terminal/capability.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { penFor, playbookFor } from './people.ts';
import { placeOf } from './record-place.ts';
import { pageOf } from './today.ts';
import { OutputClosed } from './writer.ts';

const nothing: Today = {
  late: [],
  dueNext: [],
  toDecide: [],
  asked: [],
  waiting: [],
  notFinished: [],
  more: {},
  languages: [],
};

/**
 * Today's page in lines: what is picked is done, and the page comes again as it is then, until it is
 * left.
 */
export async function todayInLines(
  context: Context,
  terminal: TerminalCapability,
  scope: TodayScope,
): Promise<ExitCode> {
  let shown = scope;
  for (;;) {
    const reply = await ask(context, terminal, shown);
    if (reply === 'cancelled') return exitCodes.cancelled;
    if (reply === 'left' || reply.kind === 'quit') return exitCodes.done;
    if (reply.kind === 'scope') {
      shown = shown.mine === true || shown.owner !== undefined ? {} : { mine: true };
    } else if (reply.kind !== 'again') {
      const ended = await carryOut(context, terminal, reply);
      if (ended === exitCodes.cancelled) return ended;
    }
  }
}

async function ask(
  context: Context,
  { unicode }: TerminalCapability,
  scope: TodayScope,
): Promise<TodayReply | Ended['how']> {
  const record = await openRecord(placeOf(context.settings));
  const { stdin: input, stdout: output } = context.host;
  const stop = new AbortController();
  const stopped = (): void => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stopped);
  let lines: Lines | undefined;
  try {
    const page = record === undefined ? nothing : await pageOf(context, record, scope);
    const pen = await penFor(context, record);
    const voice = { ...pen, playbook: await playbookFor(context), languages: page.languages };
    lines = new Lines({ input, output, unicode, signal: stop.signal });
    // What read before has paused it, and a paused input never speaks again by itself.
    input.resume();
    return await askToday(lines, { page, scope, voice, now: pen.now });
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    // The prompt stands open on its line.
    lines?.print('\n' as SafeText);
    return error.how;
  } finally {
    lines?.release();
    for (const signal of signals) process.off(signal, stopped);
    await record?.close();
  }
}

/** What leads somewhere from the page. */
type Picked = Exclude<TodayReply, { readonly kind: 'scope' | 'again' | 'quit' }>;

/** Does what was picked as its own command does it; what cannot be done is told, and ends nothing. */
async function carryOut(
  context: Context,
  terminal: TerminalCapability,
  picked: Picked,
): Promise<ExitCode> {
  try {
    return await commandFor(context, terminal, picked);
  } catch (error) {
    if (error instanceof OutputClosed) throw error;
    const { faultOf } = await import('./fault-lines.ts');
    await context.tell(faultOf(await context.words(), error, context.host.env).lines);
    return exitCodes.done;
  }
}

async function commandFor(
  context: Context,
  terminal: TerminalCapability,
  picked: Picked,
): Promise<ExitCode> {
  switch (picked.kind) {
    case 'new':
    case 'resume': {
      const { hold } = await import('./hold.ts');
      return hold(context, terminal, async () => picked);
    }
    case 'open': {
      const { show } = await import('./show.ts');
      return show(context, {}, [refOf(picked.id)]);
    }
    case 'act': {
      const { act } = await import('./act.ts');
      return act({ action: picked.action }, context, {}, [refOf(picked.id)]);
    }
  }
}
