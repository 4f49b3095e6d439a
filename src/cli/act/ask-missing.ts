import type { Action, Ask, Given } from '../../desk/actions/action.ts';
import { asksOf } from '../../desk/actions/run-action.ts';
import { ActionTalk } from '../../plain/action-talk.ts';
import { askAnswers } from '../../plain/ask-answers.ts';
import { Ended } from '../../plain/lines.ts';
import { openLines } from '../../plain/open-lines.ts';
import type { Reading } from '../../plain/read-typed.ts';
import type { TerminalCapability } from '../../terminal/capability.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';

/**
 * Asks at the terminal for everything that is still missing, in the same lines as the accessible mode.
 * @returns what was given before, with the answers
 * @throws Fault `cancelled` when it is left; nothing was done then
 */
export async function askMissing(
  context: Context,
  { unicode }: TerminalCapability,
  action: Action,
  reading: Reading,
  before: Given,
): Promise<Given> {
  const { stdin: input, stdout: output } = context.host;
  const stop = new AbortController();
  const stopped = (): void => stop.abort();
  process.on('SIGINT', stopped);
  const lines = await openLines({ input, output, unicode, signal: stop.signal });
  input.resume();
  try {
    const talk = new ActionTalk(reading.voice, lines, { ...reading, action });
    // What is usual was filled in before.
    const answers = await askAnswers(
      talk,
      { given: before, done: [] },
      ({ name, required }) => required && before[name] === undefined,
    );
    if (answers === 'left') throw new Fault('cancelled', 'act-left');
    return answers.given;
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    output.write('\n');
    throw new Fault('cancelled', 'act-left');
  } finally {
    lines.release();
    process.off('SIGINT', stopped);
  }
}

/** @returns the first thing that is asked, has to be there, and is not. */
export const firstMissing = (action: Action, { scene }: Reading, given: Given): Ask | undefined =>
  asksOf(action, scene, given).find(({ name, required }) => required && given[name] === undefined);
