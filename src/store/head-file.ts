import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';

/** The newest event: its place in the log and its hash, 64 hexadecimal digits. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * A small file beside the database that remembers the newest hash, so that a log whose tail was
 * cut off shows. It is written after the commit and never waited for: after a crash it may name an
 * event a little older than the newest, which is still in the log and so still true.
 */
export class HeadFile {
  readonly path: string;
  #descriptor: number | undefined;

  /** @param database the path of the database; the file is named after it, with `.head`. */
  constructor(database: string) {
    this.path = `${database}.head`;
  }

  /** Remembers a head. A disk that refuses is not the answer's fault: the commit stands. */
  write(head: Head): void {
    try {
      this.#descriptor ??= openSync(this.path, constants.O_WRONLY | constants.O_CREAT, 0o600);
      // One write of one line; what an earlier, longer line leaves behind its end is never read.
      writeSync(this.#descriptor, `${head.hash} ${head.seq}\n`, 0);
    } catch {
      this.close();
    }
  }

  /** @returns the remembered head, or undefined when there is none that can be read. */
  read(): Head | undefined {
    try {
      const line = /^([0-9a-f]{64}) (\d+)\n/.exec(readFileSync(this.path, 'latin1'));
      return line?.[1] === undefined ? undefined : { hash: line[1], seq: Number(line[2]) };
    } catch {
      return undefined;
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
