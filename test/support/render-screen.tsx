import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import chalk, { type ColorSupportLevel } from 'chalk';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import { atTestEnd } from './at-test-end.ts';
import type { Environment } from './clean-environment.ts';
import { EmulatedInput, EmulatedOutput } from './emulated-streams.ts';
import { type EmulatedTerminal, emulateTerminal } from './emulated-terminal.ts';
import { encodeKey, encodePaste } from './keys.ts';
import { isShown, neverShown, patience, picture, stillShown } from './shown.ts';
import { waitUntil } from './wait-until.ts';

export interface RenderScreenOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** Whether colours and weights are drawn (chalk's level 3 or 0). They are, unless said otherwise. */
  readonly color?: boolean;
  /** Changes to the environment until the screen is unmounted; `undefined` takes one away. */
  readonly env?: Environment;
  /** Whether to draw on the alternate screen, as the program does. It is, unless said otherwise. */
  readonly alternateScreen?: boolean;
  readonly incrementalRendering?: boolean;
}

/** A screen of the program in an emulated terminal, and hands on its keyboard. */
export interface RenderedScreen {
  readonly terminal: EmulatedTerminal;
  /** Presses keys, named as in `encodeKey`; resolves when the last one's effect is drawn. */
  press(...keys: string[]): Promise<void>;
  /** Types a text character by character; resolves when the effect is drawn. */
  type(text: string): Promise<void>;
  /** Pastes a text in one piece; resolves when the effect is drawn. */
  paste(text: string): Promise<void>;
  /** Sends everything in one chunk, as hurried fingers or a slow line do; Enter is `\r`. */
  rush(chunk: string): Promise<void>;
  /** Waits until the screen shows a text. @throws Error with the screen when it does not come */
  see(wanted: string | RegExp, options?: { within?: number }): Promise<void>;
  /** Waits until the screen does not show a text. @throws Error with the screen when it stays */
  dontSee(unwanted: string | RegExp, options?: { within?: number }): Promise<void>;
  lines(): string[];
  /** Makes the window another size and resolves when the new frame is drawn. */
  resize(columns: number, rows: number): Promise<void>;
  /** Shows another element in the place of this one and resolves when it is drawn. */
  rerender(element: ReactNode): Promise<void>;
  unmount(): Promise<void>;
  /** Resolves with what the screen passed to `exit`. @throws what it failed with */
  exit(): Promise<unknown>;
  /** Bytes (UTF-8) written to the terminal so far. */
  bytesWritten(): number;
}

/** Ink waits 20 ms before it believes that Escape was pressed alone; milliseconds. */
const afterEscape = 30;

function changeEnvironment(changes: Environment): () => void {
  const before = Object.keys(changes).map((name) => [name, process.env[name]] as const);
  const put = (entries: Iterable<readonly [string, string | undefined]>): void => {
    for (const [name, value] of entries) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  put(Object.entries(changes));
  return () => put(before);
}

function setColour(level: ColorSupportLevel): () => void {
  const before = chalk.level;
  chalk.level = level;
  return () => {
    chalk.level = before;
  };
}

/**
 * Draws an element with Ink into an emulated terminal, as the program draws it into a real one.
 * It is unmounted when the test ends.
 * @param element a screen, or a part of one
 */
export function renderScreen(
  element: ReactNode,
  options: RenderScreenOptions = {},
): RenderedScreen {
  const terminal = emulateTerminal({
    columns: options.columns ?? 80,
    rows: options.rows ?? 24,
    returnsAtLineFeed: true,
  });
  const stdout = new EmulatedOutput(terminal);
  const stdin = new EmulatedInput();
  const restoreEnvironment = changeEnvironment(options.env ?? {});
  const restoreColour = setColour(options.color === false ? 0 : 3);
  terminal.onReply((reply) => stdin.write(reply));

  const app: Instance = render(element, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: stdout as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 1000,
    alternateScreen: options.alternateScreen ?? true,
    incrementalRendering: options.incrementalRendering ?? false,
    // In CI Ink would draw only the last frame; a test is asked to see every one.
    interactive: true,
  });

  let crash: { cause: unknown } | undefined;
  let ended = false;
  const outcome = app.waitUntilExit();
  const end = outcome
    .catch((cause: unknown) => {
      crash = { cause };
    })
    .finally(() => {
      ended = true;
      restoreColour();
      restoreEnvironment();
    });

  async function drawn(): Promise<void> {
    // Input is read in one turn of the event loop, and effects may draw again in the next.
    await nextTurn();
    if (!ended) await app.waitUntilRenderFlush();
    await terminal.settled();
  }

  async function send(input: string): Promise<void> {
    await drawn();
    stdin.write(input);
    await nextTurn();
    if (input === '\u001b') await pause(afterEscape);
    await drawn();
  }

  async function watch(
    holds: (text: string) => boolean,
    complaint: string,
    within: number,
    caller: (...args: never[]) => unknown,
  ): Promise<void> {
    const failure = new Error(complaint);
    Error.captureStackTrace(failure, caller);
    await drawn();
    if (
      await waitUntil(
        () => holds(terminal.text()),
        within,
        () => ended,
      )
    )
      return;
    failure.message = `${complaint}${ended ? ' It had ended.' : ''}\n${picture(terminal)}`;
    if (crash !== undefined) failure.cause = crash.cause;
    throw failure;
  }

  async function unmount(): Promise<void> {
    app.unmount();
    await end;
    await terminal.settled();
  }

  atTestEnd(async () => {
    await unmount();
    terminal.dispose();
  });

  const screen: RenderedScreen = {
    terminal,
    async press(...keys) {
      for (const input of keys.map(encodeKey)) await send(input);
    },
    async type(text) {
      await drawn();
      for (const character of text) {
        stdin.write(character);
        await nextTurn();
        await nextTurn();
      }
      await drawn();
    },
    rush: send,
    paste: async (text) => {
      await drawn();
      await send(encodePaste(text, terminal.wantsMarkedPaste()));
    },
    see: (wanted, { within = patience } = {}) =>
      watch((text) => isShown(text, wanted), neverShown(wanted, within), within, screen.see),
    dontSee: (unwanted, { within = patience } = {}) =>
      watch(
        (text) => !isShown(text, unwanted),
        stillShown(unwanted, within),
        within,
        screen.dontSee,
      ),
    lines: () => terminal.lines(),
    async resize(columns, rows) {
      await drawn();
      terminal.resize(columns, rows);
      stdout.emit('resize');
      await drawn();
    },
    async rerender(next) {
      app.rerender(next);
      await drawn();
    },
    unmount,
    exit: async () => {
      const value = await outcome;
      await end;
      await terminal.settled();
      return value;
    },
    bytesWritten: () => stdout.bytes,
  };
  return screen;
}
