import { readState } from '../desk/act.ts';
import type { Desk } from '../desk/desk.ts';
import { leftText } from '../desk/left-text.ts';
import { isNewDesk } from '../desk/open-desk.ts';
import { rememberAgent } from '../desk/set-up.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { DeskStart } from '../plain/hold-desk.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import type { ScreenStart } from '../screens/navigation.ts';
import type { TerminalCapability } from '../terminal/capability.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { deskFor } from './open-desk.ts';

/** Where it begins: in a conversation, or on a page that leads to one. */
export type HoldStart = ScreenStart | DeskStart;

interface Held {
  readonly outcome: 'finished' | 'left' | 'cancelled';
  readonly id?: ComplaintId;
}

/**
 * Holds a conversation with whoever sits at the terminal: on the full screen, or as lines of
 * questions where there is none. A desk that was never set up is set up first.
 * @param choose decides which conversation, once the desk is open
 */
export async function hold(
  context: Context,
  terminal: TerminalCapability,
  choose: (desk: Desk) => Promise<HoldStart>,
): Promise<ExitCode> {
  const desk = await deskSetUp(context, terminal);
  try {
    const start = await choose(desk);
    await rememberAgent(desk);
    const held = await (terminal.fullScreen
      ? onScreen(context, desk, terminal, start)
      : asLines(context, desk, terminal, start));
    return await tellEnd(context, desk, held, terminal.fullScreen);
  } finally {
    await desk.store.close();
  }
}

async function deskSetUp(context: Context, terminal: TerminalCapability): Promise<Desk> {
  const desk = await deskFor(context.settings);
  try {
    if (!(await isNewDesk(desk.store))) return desk;
    const { askSetUp } = await import('./set-up/ask-set-up.ts');
    const { carryOutSetUp } = await import('./set-up/carry-out.ts');
    const { setUpBefore } = await import('../desk/open-for-set-up.ts');
    const { store, playbook, agent } = desk;
    const proposed = { before: await setUpBefore(store, agent.name), playbook };
    const wanted = await askSetUp(context, terminal, proposed);
    const done = await carryOutSetUp(context, store, proposed, wanted);
    const { tellSetUp } = await import('./set-up/tell-set-up.ts');
    await tellSetUp(context, store, wanted, done);
    await store.close();
    const { settings } = context;
    const ownFolder = done.folder?.folder ?? settings.playbook;
    return await deskFor({ ...settings, playbook: ownFolder, as: wanted.setUp.agent });
  } catch (error) {
    await desk.store.close();
    throw error;
  }
}

async function onScreen(
  context: Context,
  desk: Desk,
  { unicode }: TerminalCapability,
  start: HoldStart,
): Promise<Held> {
  const { host, settings } = context;
  // One chalk for all that draws, set before anything does.
  const { default: chalk } = await import('chalk');
  chalk.level = settings.colour;
  const { runScreens } = await import('../screens/run-screens.ts');
  const words = await context.words();
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const { stdin, stdout } = host;
  return runScreens(desk, start, { voice, stdin, stdout, unicode });
}

async function asLines(
  context: Context,
  desk: Desk,
  { unicode }: TerminalCapability,
  start: HoldStart,
): Promise<Held> {
  const { stdin: input, stdout: output } = context.host;
  const stop = new AbortController();
  const stopped = (): void => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stopped);
  try {
    const words = await context.words();
    // The questions of the set-up leave it paused, and a paused input never speaks again by itself.
    input.resume();
    const { signal } = stop;
    const streams = { input, output, words, signal, unicode };
    if (start.kind === 'new' || start.kind === 'resume') {
      const { holdConversation } = await import('../plain/hold-conversation.ts');
      return await holdConversation(desk, start, streams);
    }
    const { holdDesk } = await import('../plain/hold-desk.ts');
    return await holdDesk(desk, start, streams);
  } finally {
    for (const signal of signals) process.off(signal, stopped);
    // A record that could not be written before the first question: nobody else lets go of it then,
    // and an input that is listened to keeps the program alive.
    input.pause();
  }
}

/** The reference is the data; the sentence about it is for people. */
async function tellEnd(
  context: Context,
  desk: Desk,
  held: Held,
  fullScreen: boolean,
): Promise<ExitCode> {
  const words = await context.words();
  const reference = held.id === undefined ? undefined : refOf(held.id);
  if (reference === undefined)
    return held.outcome === 'cancelled' ? exitCodes.cancelled : exitCodes.done;
  if (held.outcome === 'finished') {
    await context.out.write(`${reference}\n`);
    await context.note(safeLine(words.say('cli.new.taken', { reference })));
    return exitCodes.done;
  }
  if (held.outcome === 'left') await context.out.write(`${reference}\n`);
  // The conversation in lines has said so itself.
  if (fullScreen && held.id !== undefined) await tellLeft(context, desk, held.id);
  return held.outcome === 'cancelled' ? exitCodes.cancelled : exitCodes.done;
}

async function tellLeft(context: Context, desk: Desk, id: ComplaintId): Promise<void> {
  const words = await context.words();
  const state = await readState(desk.store.read, id);
  if (state === undefined) return;
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  await context.note(safeLine(leftText(voice, state, desk.agent)));
}
