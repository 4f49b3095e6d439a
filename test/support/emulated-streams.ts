import { PassThrough, Writable } from 'node:stream';
import type { EmulatedTerminal } from './emulated-terminal.ts';

/** Standard output of a program whose terminal is emulated here. */
export class EmulatedOutput extends Writable {
  readonly isTTY = true;
  bytes = 0;
  readonly #terminal: EmulatedTerminal;

  constructor(terminal: EmulatedTerminal) {
    super({ decodeStrings: true });
    this.#terminal = terminal;
  }

  get columns(): number {
    return this.#terminal.columns;
  }

  get rows(): number {
    return this.#terminal.rows;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.bytes += chunk.length;
    void this.#terminal.write(chunk);
    done();
  }
}

/** Standard input from a keyboard that is not there. */
export class EmulatedInput extends PassThrough {
  readonly isTTY = true;
  isRaw = false;

  setRawMode(on: boolean): this {
    this.isRaw = on;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
