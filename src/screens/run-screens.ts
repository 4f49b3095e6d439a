import { render } from 'ink';
import { createElement } from 'react';
import type { Desk } from '../desk/desk.ts';
import type { Voice } from '../desk/saying.ts';
import { foldForSearch } from '../language/fold.ts';
import { wrap } from '../terminal/wrap.ts';
import { App } from './app.tsx';
import { Navigation, type ScreenResult, type ScreenStart } from './navigation.ts';

/** What the screens are drawn with, and on. */
export interface ScreenOptions {
  readonly voice: Voice;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Whether the terminal draws more than ASCII. */
  readonly unicode: boolean;
}

/**
 * Runs the full screen until it is left. The terminal is as it was before when this returns, however
 * it ends; what was typed and not confirmed is kept (a closed window and a stopped process too).
 * @throws whatever the desk throws before the first frame, and a mistake of ours after it
 */
export async function runScreens(
  desk: Desk,
  start: ScreenStart,
  options: ScreenOptions,
): Promise<ScreenResult> {
  const { stdin, stdout, voice, unicode } = options;
  const navigation = new Navigation(desk, voice, unicode);
  // Before the first frame: a Ctrl+C that soon is still the terminal's, and comes as a signal.
  const stopped = keepWhenStopped(navigation, options);
  await navigation.open(start);
  // Ink turns raw mode on only after the first frame is drawn. A key in between would be echoed
  // over the frame by the terminal, and Enter would arrive as a new line.
  stdin.setRawMode(true);
  const app = render(
    createElement(App, { navigation, voice, agent: desk.agent, unicode, now: desk.now }),
    {
      stdin,
      stdout,
      alternateScreen: true,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
      incrementalRendering: true,
      // A key is on the screen within a few milliseconds; Ink's own 30 frames a second would hold it back.
      maxFps: 250,
    },
  );
  const warming = setTimeout(warmUp, WARM_UP_AFTER);
  try {
    const result = await Promise.race([
      navigation.ended,
      app.waitUntilExit().then(() => navigation.ended),
    ]);
    app.unmount();
    await app.waitUntilExit();
    return result;
  } finally {
    clearTimeout(warming);
    stopped();
    // For a mistake of ours. Where the disk refuses, leaving has said so already.
    await navigation.keep().catch(() => {});
  }
}

/** By then the first frame has been seen, and nobody has typed a whole name; in milliseconds. */
const WARM_UP_AFTER = 250;

/**
 * Loads what the first Thai word or emoji would otherwise wait for: dictionaries, and the tables of
 * Unicode. Each takes longer than a frame.
 */
function warmUp(): void {
  wrap('สวัสดี 👍', 4);
  foldForSearch('สวัสดี');
}

/**
 * A closed window and `kill` end the program like a press of Ctrl+C: with everything kept. The
 * signal of a closed window reaches only some (it goes to the shell, which may ignore it), but
 * everybody finds the input at its end: without that, the program would sit there for ever.
 */
function keepWhenStopped(
  navigation: Navigation,
  { stdin, stdout }: Pick<ScreenOptions, 'stdin' | 'stdout'>,
): () => void {
  const stop = (): void => void navigation.interrupt();
  const signals = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;
  for (const signal of signals) process.on(signal, stop);
  stdin.on('end', stop);
  // These stay: a terminal that is gone refuses also to be given back, and that is no mistake.
  stdin.on('error', stop);
  stdout.on('error', stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
    stdin.off('end', stop);
  };
}
