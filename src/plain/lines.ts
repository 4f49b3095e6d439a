import type { Readable, Writable } from 'node:stream';
import { inAscii } from '../terminal/ascii-signs.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { Ended } from './ended.ts';
import { UnseenLines } from './unseen-lines.ts';

export { Ended } from './ended.ts';

/** Where lines come from and go to. */
export interface LineStreams {
  readonly input: Readable & {
    readonly isTTY?: boolean | undefined;
    /** Only a terminal has it. */
    setRawMode?(on: boolean): unknown;
  };
  /** Only a terminal has columns. */
  readonly output: Writable & { readonly columns?: number | undefined };
  /** False where the terminal shows ASCII only. */
  readonly unicode?: boolean | undefined;
  /** Ends the conversation at once, as Ctrl+C does. */
  readonly signal?: AbortSignal | undefined;
}

/** @returns text in lines of at most so many columns. */
export type BreakLines = (text: SafeText, columns: number) => SafeText;

/** More lines than this wait in the pipe, not in memory. */
const MOST_WAITING = 1000;

/**
 * What a Linux terminal passes on of one line while it edits it (termios(3), canonical mode), in
 * bytes; the rest is dropped without a word.
 */
const TERMINAL_LINE = 4095;

/**
 * Lines of text in and out, and nothing else: no editing, no redrawing, no moving about, so that a
 * screen reader, a pipe and a dumb terminal all read it well. Only a line feed ends a line, since
 * the other separators may stand in what a customer said.
 */
export class Lines {
  readonly #streams: LineStreams;
  readonly #broken: BreakLines;
  readonly #decoder = new TextDecoder();
  readonly #waiting: string[] = [];
  #part = '';
  #ended: Ended | undefined;
  #wake: (() => void) | undefined;

  /** @param broken breaks what is told into lines of so many columns; without it a terminal does */
  constructor(streams: LineStreams, broken: BreakLines = (text) => text) {
    this.#streams = streams;
    this.#broken = broken;
    const { input, output, signal } = streams;
    if (signal?.aborted === true) this.#cancel();
    signal?.addEventListener('abort', this.#cancel);
    output.on('error', this.#close);
    output.on('close', this.#close);
    input.on('data', this.#take);
    input.on('end', this.#close);
    input.on('close', this.#close);
    input.on('error', this.#close);
    if (input.readableEnded || input.destroyed) this.#close();
  }

  /** Whether more lines are there already, as after a paste. */
  get hasMore(): boolean {
    return this.#waiting.length > 0;
  }

  /** Prints text, on a terminal broken at its words; once nobody reads any more it does nothing. */
  print(text: SafeText): void {
    const { output, unicode = true } = this.#streams;
    if (!output.writable) return;
    const shown = unicode ? text : inAscii(text);
    const { columns } = output;
    output.write(columns === undefined ? shown : this.#broken(shown, columns));
  }

  /**
   * Prints a prompt and waits for a line.
   * @returns the line without its end
   * @throws Ended when no line will come
   */
  async ask(prompt: SafeText): Promise<string> {
    this.print(prompt);
    const line = await this.#next();
    // A terminal shows the Enter that ended the line; nothing else does.
    if (prompt !== '' && this.#streams.input.isTTY !== true) this.print('\n' as SafeText);
    return line;
  }

  /**
   * Asks for a line that nobody else is to see, such as a PIN: a terminal does not show it.
   * @throws Ended when no line will come
   */
  async askUnseen(prompt: SafeText): Promise<string> {
    const { input, signal } = this.#streams;
    if (input.isTTY !== true || input.setRawMode === undefined || this.hasMore) {
      return this.ask(prompt);
    }
    const unseen = new UnseenLines();
    const take = (chunk: Buffer | string): void => unseen.take(chunk);
    const close = (): void => unseen.leave('left');
    const cancel = (): void => unseen.leave('cancelled');
    input.off('data', this.#take);
    input.on('data', take);
    input.on('end', close);
    input.on('close', close);
    signal?.addEventListener('abort', cancel);
    // Before the prompt: from then on somebody may type.
    input.setRawMode(true);
    try {
      if (this.#ended !== undefined) throw this.#ended;
      this.print(prompt);
      return await unseen.next();
    } finally {
      input.setRawMode(false);
      input.off('data', take);
      input.off('end', close);
      input.off('close', close);
      signal?.removeEventListener('abort', cancel);
      this.#waiting.push(...unseen.ahead);
      input.on('data', this.#take);
      this.print('\n' as SafeText);
    }
  }

  /** @returns whether the terminal may have dropped the end of a line. */
  mayBeCut(line: string): boolean {
    const { input } = this.#streams;
    // A letter that was cut in half has become a longer sign.
    return input.isTTY === true && Buffer.byteLength(line) >= TERMINAL_LINE - 3;
  }

  /** Lets go of the streams, so that the program can end. */
  release(): void {
    const { input, output, signal } = this.#streams;
    signal?.removeEventListener('abort', this.#cancel);
    output.off('close', this.#close);
    input.off('data', this.#take);
    input.off('end', this.#close);
    input.off('close', this.#close);
    input.off('error', this.#close);
    input.pause();
  }

  async #next(): Promise<string> {
    for (;;) {
      if (this.#ended?.how === 'cancelled') throw this.#ended;
      const line = this.#waiting.shift();
      if (line !== undefined) {
        if (this.#waiting.length === 0) this.#streams.input.resume();
        return line;
      }
      if (this.#ended !== undefined) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  readonly #take = (chunk: Buffer | string): void => {
    const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
    const lines = (this.#part + text).split('\n');
    this.#part = lines.pop() ?? '';
    for (const line of lines) this.#waiting.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (this.#waiting.length > MOST_WAITING) this.#streams.input.pause();
    if (lines.length > 0) this.#wake?.();
  };

  readonly #close = (): void => {
    if (this.#ended !== undefined) return;
    // A last line without its end, as `printf` leaves it.
    if (this.#part !== '') this.#waiting.push(this.#part);
    this.#part = '';
    this.#ended = new Ended('left');
    this.#wake?.();
  };

  readonly #cancel = (): void => {
    this.#ended = new Ended('cancelled');
    this.#wake?.();
  };
}
