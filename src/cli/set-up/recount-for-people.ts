import { recountClocks } from '../../desk/counting/opening-hours.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { deskFor } from '../open-desk.ts';

/** How often it is said how far it is, in milliseconds. */
const every = 2000;

/**
 * Lets running clocks count by the hours that hold now. It says how far it is, and stops at Ctrl+C:
 * what is left is done by the next event of each complaint, or by the same command once more.
 * @throws what opening the desk throws
 */
export async function recountForPeople(context: Context, agent: string): Promise<void> {
  const words = await context.words();
  const desk = await deskFor({ ...context.settings, as: agent });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    let count = 0;
    let said = performance.now();
    for await (const _ of recountClocks(desk)) {
      count++;
      if (stopped) break;
      if (performance.now() - said < every) continue;
      said = performance.now();
      await context.note(safeLine(words.say('cli.init.recounting', { count })));
    }
    if (stopped) await context.note(safeLine(words.say('cli.init.stopped', { count })));
    else if (count > 0) await context.note(safeLine(words.say('cli.init.recounted', { count })));
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await desk.store.close();
  }
}
