import { setTimeout as pause } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { atTestEnd } from './at-test-end.ts';
import { cleanEnvironment, type Environment } from './clean-environment.ts';
import { type EmulatedTerminal, emulateTerminal } from './emulated-terminal.ts';
import { encodeKey, encodePaste } from './keys.ts';
import { isShown, neverShown, patience, picture, stillShown, visible } from './shown.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { waitUntil } from './wait-until.ts';

export interface TerminalOptions {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly env?: Environment;
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** The folder to live in, for several programs on the same record; a fresh one without it. */
  readonly home?: string;
}

/** How a program ended: its exit code, and the signal's number when one ended it (else 0). */
export interface Exit {
  readonly code: number;
  readonly signal: number;
}

/** How much of the raw output a failure shows, in characters. */
const tail = 2048;

/** How long a key may stay without any answer on the screen before the next, in milliseconds. */
const unanswered = 150;

/**
 * Escape begins longer keys, so a program waits (Ink: 20 ms) before it believes that it was pressed
 * alone. A person's next key comes later than that, in milliseconds.
 */
const afterEscape = 60;

/**
 * A person at a terminal with a program running in it. Actions are done in the order they are
 * written, each when the one before is done: `await desk.type('Maria').press('enter').see('Channel')`.
 * Only `await` tells of a failure; one that nobody awaited fails the test at its end.
 */
export class TerminalSession implements PromiseLike<void> {
  readonly terminal: EmulatedTerminal;
  /** The process id of the program. */
  readonly pid: number;
  readonly #pty: IPty;
  readonly #ended: Promise<Exit>;
  #end: Exit | undefined;
  #raw = '';
  #queue: Promise<void> = Promise.resolve();
  #unheard: { reason: unknown } | undefined;

  /** Use `openTerminal`. */
  constructor(options: TerminalOptions) {
    const { columns = 80, rows = 24 } = options;
    const [program = '', ...args] = options.command;
    this.terminal = emulateTerminal({ columns, rows });
    this.#pty = spawn(program, args, {
      cols: columns,
      rows,
      cwd: options.cwd ?? process.cwd(),
      env: cleanEnvironment(options.home ?? temporaryFolder(), {
        TERM: 'xterm-256color',
        ...options.env,
      }),
    });
    this.pid = this.#pty.pid;
    this.#pty.onData((output) => {
      this.#raw += output;
      void this.terminal.write(output);
    });
    this.terminal.onReply((reply) => this.#send(reply));
    this.#ended = new Promise((resolve) => {
      // The library tells of the end only after the terminal's last byte was read.
      this.#pty.onExit(async ({ exitCode, signal }) => {
        await this.terminal.settled();
        this.#end = { code: exitCode, signal: signal ?? 0 };
        resolve(this.#end);
      });
    });
    atTestEnd(() => this.close());
  }

  /** Presses keys, named as in `encodeKey`, each as its own event. */
  press(...keys: string[]): this {
    const sent = keys.map(encodeKey);
    return this.#then(async () => {
      for (const key of sent) await this.#sendApart(key);
    });
  }

  /** Types a text character by character, as a person does. */
  type(text: string): this {
    return this.#then(async () => {
      for (const character of text) await this.#sendApart(character);
    });
  }

  /** Pastes a text; it is marked as a paste when the program asked for that. */
  paste(text: string): this {
    return this.#then(async () => {
      await this.terminal.settled();
      this.#send(encodePaste(text, this.terminal.wantsMarkedPaste()));
    });
  }

  /** Sends input exactly as given, in one piece. */
  send(input: string): this {
    return this.#then(async () => this.#send(input));
  }

  /** Waits until the screen shows a text. Fails with the screen when it does not come. */
  see(wanted: string | RegExp, { within = patience }: { within?: number } = {}): this {
    const shown = (text: string): boolean => isShown(text, wanted);
    return this.#watch(shown, neverShown(wanted, within), within, this.see);
  }

  /**
   * Waits until the screen no longer shows a text; fails with the screen when it stays. A text that
   * is not there yet passes: `see` first what comes with it.
   */
  dontSee(unwanted: string | RegExp, { within = patience }: { within?: number } = {}): this {
    const gone = (text: string): boolean => !isShown(text, unwanted);
    return this.#watch(gone, stillShown(unwanted, within), within, this.dontSee);
  }

  /** Runs a step of the test's own in the order of the others, a check of the frame say. */
  check(step: (terminal: EmulatedTerminal) => void | Promise<void>): this {
    return this.#then(async () => {
      await this.terminal.settled();
      await step(this.terminal);
    });
  }

  /** Makes the window another size; the program is told as by a real terminal. */
  resize(columns: number, rows: number): this {
    return this.#then(async () => {
      await this.terminal.settled();
      this.terminal.resize(columns, rows);
      if (this.#end === undefined) this.#pty.resize(columns, rows);
    });
  }

  /** Sends a signal to the program. SIGHUP is what it gets when its window is closed. */
  kill(signal: NodeJS.Signals): this {
    return this.#then(async () => this.#signal(signal));
  }

  /** @returns what the screen shows now, once all actions so far are done */
  async screen(): Promise<string> {
    await this;
    await this.terminal.settled();
    return this.terminal.text();
  }

  /** @returns everything the program wrote so far, as it wrote it */
  raw(): string {
    return this.#raw;
  }

  /**
   * Waits for the program to end by itself and for all of its output.
   * @throws Error with the screen when it does not end
   */
  async exit({ within = patience }: { within?: number } = {}): Promise<Exit> {
    await this;
    await waitUntil(() => this.#end !== undefined, within);
    if (this.#end === undefined) {
      throw this.#failure(`The program did not end within ${within} ms.`, this.exit);
    }
    return this.#end;
  }

  /**
   * Ends the program if it still runs, and lets go of the terminal. Happens by itself at the end of
   * a test.
   * @throws what went wrong in an action that nobody awaited
   */
  async close(): Promise<void> {
    if (this.#end === undefined) this.#signal('SIGKILL');
    await this.#ended;
    await this.#queue.catch(() => {});
    this.terminal.dispose();
    if (this.#unheard !== undefined) throw this.#unheard.reason;
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a chain of actions is what this is for.
  then<Done = void, Failed = never>(
    onDone?: ((value: undefined) => Done | PromiseLike<Done>) | null,
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    const actions = this.#queue.then(
      () => undefined,
      (reason: unknown) => {
        this.#unheard = undefined;
        throw reason;
      },
    );
    // Whoever awaits hears of a failure; what is written after that starts afresh.
    this.#queue = actions.catch(() => {});
    return actions.then(onDone, onFailed);
  }

  #then(action: () => Promise<void>): this {
    this.#queue = this.#queue.then(action);
    this.#queue.catch((reason: unknown) => {
      this.#unheard = { reason };
    });
    return this;
  }

  #watch(
    holds: (text: string) => boolean,
    complaint: string,
    within: number,
    caller: (...args: never[]) => unknown,
  ): this {
    // Made here, where the test's own line is still on the stack.
    const failure = new Error(complaint);
    Error.captureStackTrace(failure, caller);
    return this.#then(async () => {
      const shown = await waitUntil(
        () => holds(this.terminal.text()),
        within,
        () => this.#end !== undefined,
      );
      if (shown) return;
      failure.message = this.#message(complaint);
      throw failure;
    });
  }

  #send(input: string): void {
    if (this.#end === undefined) this.#pty.write(input);
  }

  /**
   * Sends a key and waits for the program's answer to it, so that the next key finds the screen
   * that this one led to. Keys that draw nothing are waited for a moment; should two keys reach the
   * program together all the same, that is what fast hands do, and it must cope.
   */
  async #sendApart(key: string): Promise<void> {
    const before = this.#raw.length;
    this.#send(key);
    if (key === '\u001b') await pause(afterEscape);
    await waitUntil(() => this.#raw.length !== before || this.#end !== undefined, unanswered);
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#end === undefined) this.#pty.kill(signal);
  }

  #message(complaint: string): string {
    const end =
      this.#end && ` It had ended, exit code ${this.#end.code}, signal ${this.#end.signal}.`;
    const raw = visible(this.#raw.slice(-tail));
    return `${complaint}${end ?? ''}\n${picture(this.terminal)}\nThe last of the raw output:\n${raw}`;
  }

  #failure(complaint: string, caller: (...args: never[]) => unknown): Error {
    const error = new Error(this.#message(complaint));
    Error.captureStackTrace(error, caller);
    return error;
  }
}

/**
 * Starts a program in a real pseudo-terminal, in a clean environment with a fresh home.
 * @returns a person's hands and eyes on it
 */
export function openTerminal(options: TerminalOptions): TerminalSession {
  return new TerminalSession(options);
}
