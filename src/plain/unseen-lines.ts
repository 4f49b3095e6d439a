import { StringDecoder } from 'node:string_decoder';
import { Ended } from './ended.ts';

/** What comes from a terminal in raw mode, as lines: keys come in chunks, and fingers run ahead. */
export class UnseenLines {
  readonly #decoder = new StringDecoder('utf8');
  #line = '';
  #lines: string[] = [];
  #ended: Ended | undefined;
  #waiting:
    | { readonly resolve: (line: string) => void; readonly reject: (why: Ended) => void }
    | undefined;

  /** @returns the lines that nobody has asked for yet. */
  get ahead(): readonly string[] {
    return this.#lines;
  }

  take(chunk: Buffer | string): void {
    const text = typeof chunk === 'string' ? chunk : this.#decoder.write(chunk);
    // Arrow keys and their like type nothing.
    for (const key of text.replaceAll(/\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?/g, '')) {
      this.#press(key);
    }
    this.#answer();
  }

  leave(how: Ended['how']): void {
    this.#ended ??= new Ended(how);
    this.#answer();
  }

  /**
   * @returns the next line, without what ended it
   * @throws Ended on Ctrl+C and Ctrl+D, and when nobody is there any more
   */
  next(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#answer();
    });
  }

  #press(key: string): void {
    switch (key) {
      case '\r':
      case '\n':
        this.#lines.push(this.#line);
        this.#line = '';
        break;
      case '\u0003':
        this.#ended ??= new Ended('cancelled');
        break;
      case '\u0004':
        this.#ended ??= new Ended('left');
        break;
      case '\u007f':
      case '\b':
        this.#line = this.#line.slice(0, -1);
        break;
      case '\u0015':
        this.#line = '';
        break;
      default:
        if (key >= ' ') this.#line += key;
    }
  }

  #answer(): void {
    if (this.#waiting === undefined) return;
    const { resolve, reject } = this.#waiting;
    const line = this.#lines.shift();
    if (line === undefined && this.#ended === undefined) return;
    this.#waiting = undefined;
    if (line !== undefined) resolve(line);
    else if (this.#ended !== undefined) reject(this.#ended);
  }
}
