import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpokenTime } from '../language/spoken-time.ts';
import { millis } from '../rules/values.ts';
import { safe, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { deskFor } from './open-desk.ts';
import { terminalOf } from './require-answers.ts';
import type { Settings } from './settings.ts';

export interface DemoFlags {
  readonly keep?: boolean;
}

/**
 * Makes a desk to try things on, full of sample complaints: its own record in a temporary folder, far
 * from anybody's real one. On a terminal it opens at once, and is gone when it is left; everywhere
 * else, with `--keep`, and where `--db` names its file, it stays, and its path is what standard output
 * gets.
 */
export async function demo(context: Context, { keep = false }: DemoFlags): Promise<ExitCode> {
  // Before there is anything to take away again.
  const stop = stopBySignal();
  const place = await placeFor(context.settings);
  const { path } = place;
  // The samples are in the currency and the words of the shipped playbook.
  const settings = {
    ...context.settings,
    db: { path, named: true },
    playbook: undefined,
    as: 'Sam',
  };
  const words = await context.words();
  const terminal = terminalOf(context);
  const opens = context.settings.input && terminal.interactive;
  let stays = false;
  try {
    await fill({ ...context, settings }, stop.signal);
    stop.forget();
    stays = keep || !opens || place.named;
    let exit: ExitCode = exitCodes.done;
    if (opens) {
      const { today } = await import('./today.ts');
      exit = await today({ ...context, settings }, {});
    }
    if (stays) {
      await context.out.write(`${path}\n`);
      await context.note(safe`${words.say('cli.demo.use', { path })}`);
    } else {
      await context.note(safeLine(words.say('cli.demo.gone')));
    }
    return exit;
  } finally {
    if (!stays) await place.remove();
    stop.forget();
  }
}

/** @returns a signal that Ctrl+C, `kill` and a closed window abort, until it is forgotten. */
function stopBySignal(): { readonly signal: AbortSignal; forget(): void } {
  const stop = new AbortController();
  const stopped = (): void => stop.abort(new Fault('cancelled', 'demo-stopped'));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stopped);
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stopped);
  };
  return { signal: stop.signal, forget };
}

/** Where the sample record goes, and how it goes away again. */
interface Place {
  readonly path: string;
  /** Somebody said where, and finds it there afterwards. */
  readonly named: boolean;
  remove(): Promise<void>;
}

/** A file of its own in every case: nothing is ever written into a record that is there. */
async function placeFor({ typed }: Settings): Promise<Place> {
  const { db } = typed;
  if (db !== undefined) {
    if (existsSync(db)) throw new Fault('usage', 'demo-exists', { path: db });
    const files = ['', '-wal', '-shm', '.head'].map((ending) => `${db}${ending}`);
    const remove = async (): Promise<void> => {
      for (const file of files) await rm(file, { force: true });
    };
    return { path: db, named: true, remove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'amends-demo-')).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('failed', 'demo-nowhere', { folder: tmpdir(), reason });
  });
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { path: join(folder, 'amends.db'), named: false, remove };
}

/** @throws Fault `cancelled` when it is stopped half way */
async function fill(context: Context, stop: AbortSignal): Promise<void> {
  const { populate, SAMPLE_PIN } = await import('./demo/populate.ts');
  const words = await context.words();
  const desk = await deskFor(context.settings);
  try {
    const voice = { words, spoken: createSpokenTime(words, desk.zone) };
    const count = await populate(desk, voice, millis(Date.now()), stop);
    await context.note(safeLine(words.say('cli.demo.made', { count })));
    await context.note(safeLine(words.say('cli.demo.pin', { pin: SAMPLE_PIN })));
  } finally {
    await desk.store.close();
  }
}
