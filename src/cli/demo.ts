import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpokenTime } from '../language/spoken-time.ts';
import { millis } from '../rules/values.ts';
import { safe, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { deskFor } from './open-desk.ts';
import { terminalOf } from './require-answers.ts';

export interface DemoFlags {
  readonly keep?: boolean;
}

/**
 * Makes a desk to try things on, full of sample complaints: its own record in a temporary folder, far
 * from anybody's real one. On a terminal it opens at once, and is gone when it is left; everywhere
 * else, and with `--keep`, it stays, and its path is what standard output gets.
 */
export async function demo(context: Context, { keep = false }: DemoFlags): Promise<ExitCode> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-demo-'));
  const path = join(folder, 'amends.db');
  const settings = { ...context.settings, db: { path, named: true }, as: 'Sam' };
  const words = await context.words();
  const terminal = terminalOf(context);
  const opens = context.settings.input && terminal.fullScreen;
  let stays = keep || !opens;
  try {
    const { populate, SAMPLE_PIN } = await import('./demo/populate.ts');
    const desk = await deskFor(settings);
    try {
      const voice = { words, spoken: createSpokenTime(words, desk.zone) };
      const count = await populate(desk, voice, millis(Date.now()));
      await context.note(safeLine(words.say('cli.demo.made', { count })));
      await context.note(safeLine(words.say('cli.demo.pin', { pin: SAMPLE_PIN })));
    } catch (error) {
      stays = false;
      throw error;
    } finally {
      await desk.store.close();
    }
    let exit: ExitCode = exitCodes.done;
    if (opens) {
      const { hold } = await import('./hold.ts');
      exit = await hold({ ...context, settings }, terminal, async () => ({ kind: 'today' }));
    }
    if (stays) {
      await context.out.write(`${path}\n`);
      await context.note(safe`${words.say('cli.demo.use', { path })}`);
    } else {
      await context.note(safeLine(words.say('cli.demo.gone')));
    }
    return exit;
  } finally {
    if (!stays) await rm(folder, { recursive: true, force: true });
  }
}
