import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { bytesOf } from '../../desk/import/decode.ts';

import type { FileShape } from '../../desk/import/file-shape.ts';
import { rejectColumns } from '../../desk/import/row-fields.ts';
import type { RefusedRow } from '../../desk/import/row-reader.ts';
import { Fault } from '../fault.ts';

/** @returns where the rows go that a file's import refuses, unless somebody says otherwise. */
export function rejectsBeside(file: string, { kind }: FileShape): string {
  const ending = kind === 'csv' ? '.csv' : '.jsonl';
  if (file === '-') return `rejects${ending}`;
  return join(dirname(file), `${basename(file, extname(file))}.rejects${ending}`);
}

/**
 * The rows that were refused, as they were, each with its number and the reason in front. It is there
 * only when there are any, and whole or not at all. Put right, it can be imported like the first file.
 */
export class Rejects {
  readonly path: string;
  readonly #shape: FileShape;
  #handle: FileHandle | undefined;

  constructor(path: string, shape: FileShape) {
    this.path = path;
    this.#shape = shape;
  }

  get #part(): string {
    return join(dirname(this.path), `.${basename(this.path)}.${process.pid}.part`);
  }

  /** @throws Fault `failed` when it cannot be written */
  async add(row: RefusedRow, reason: string): Promise<void> {
    await this.#written(async () => {
      if (this.#handle === undefined) {
        this.#handle = await open(this.#part, 'wx', 0o600);
        await this.#handle.appendFile(this.#header());
      }
      await this.#handle.appendFile(this.#line(row, reason));
    });
  }

  /** Puts it in its place. @returns whether there is one */
  async keep(): Promise<boolean> {
    const handle = this.#handle;
    if (handle === undefined) return false;
    await this.#written(async () => {
      await handle.sync();
      await handle.close();
      await rename(this.#part, this.path);
    });
    this.#handle = undefined;
    return true;
  }

  /** Takes away what was not kept. */
  async drop(): Promise<void> {
    if (this.#handle === undefined) return;
    await this.#handle.close().catch(() => {});
    await unlink(this.#part).catch(() => {});
    this.#handle = undefined;
  }

  #header(): Uint8Array {
    const { kind, encoding, mark, delimiter = ',', headerRaw } = this.#shape;
    if (kind !== 'csv') return Buffer.alloc(0);
    // Spreadsheets that wrote anything else than plain UTF-8 need the mark to read it.
    const marked = mark > 0 || encoding !== 'utf-8' ? '\ufeff' : '';
    return bytesOf(`${marked}${[...rejectColumns, headerRaw].join(delimiter)}\n`);
  }

  #line({ row, raw, fault }: RefusedRow, reason: string): Uint8Array {
    const { kind, delimiter = ',' } = this.#shape;
    if (kind === 'csv') {
      const quoted = `"${reason.replaceAll('"', '""')}"`;
      return bytesOf(`${[row, quoted, raw].join(delimiter)}\n`);
    }
    const [number, why] = rejectColumns;
    const told = `{"${number}":${row},"${why}":${JSON.stringify(reason)}`;
    const object = /^\s*\{\s*(\}?)/.exec(raw);
    if (fault !== undefined || object === null) {
      return bytesOf(`${told},"amends_raw":${JSON.stringify(raw)}}\n`);
    }
    // A line end within JSON stands between values: within a text it is written as \n.
    const rest = raw.slice(object[0].length).replaceAll(/[\r\n]+/g, ' ');
    return bytesOf(`${told}${object[1] === '}' ? '}' : `,${rest}`}\n`);
  }

  async #written(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      if (reason === undefined) throw error;
      throw new Fault('failed', 'import-rejects', { file: this.path, reason });
    }
  }
}
