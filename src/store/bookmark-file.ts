import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** How far an export has come. */
export interface Bookmark {
  /** The newest event it has. */
  readonly seq: number;
  /** That event's hash, 64 hexadecimal digits: a record that has another one there is another record. */
  readonly hash: string;
  /** What the export was narrowed by, as it was typed. */
  readonly asked: string;
}

/**
 * Bookmarks lie beside the record, one small file for each name and each thing that is exported: a
 * record can only be read where its folder can be written (SQLite's write-ahead log), so that there is
 * always room for them, and two scripts never write the same file.
 */
export const bookmarkPath = (database: string, name: string, what: string): string =>
  `${database}.bookmark.${name}.${what}`;

/** @returns the bookmark; undefined where there is none yet, `damaged` for a file that is none */
export function readBookmark(path: string): Bookmark | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const line = /^([0-9a-f]{64}) (\d{1,15}) ([^\n]*)\n$/.exec(text);
  const [, hash, seq, asked] = line ?? [];
  if (hash === undefined || asked === undefined) return 'damaged';
  return { hash, seq: Number(seq), asked };
}

/** Puts a bookmark in the place of the one before, whole and on the disk, or not at all. */
export function writeBookmark(path: string, { hash, seq, asked }: Bookmark): void {
  const part = `${path}.${process.pid}.part`;
  const descriptor = openSync(part, 'w', 0o600);
  try {
    writeSync(descriptor, `${hash} ${seq} ${asked}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(part, path);
}
