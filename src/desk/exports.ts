import { bookmarkPath, readBookmark, writeBookmark } from '../store/bookmark-file.ts';
import type { Head } from '../store/head-file.ts';
import type { OpenedRecord } from '../store/open-record.ts';

export type { ExportOptions } from '../store/export.ts';
export { type ExportName, type ExportTable, exportNames } from '../store/exports/export-table.ts';
export { exportTables } from '../store/exports/index.ts';
export type { Head };

/** Where an export goes on, and what moves its bookmark once the file is whole. */
export type GoingOn =
  | {
      readonly ok: true;
      /** The newest event that the export before had; undefined for a first one. */
      readonly after: number | undefined;
      /** Moves the bookmark; never back, should another run have been faster. @param head of the log when this export began */
      readonly moveTo: (head: Head) => void;
    }
  | {
      readonly ok: false;
      /**
       * - `damaged`: the file is no bookmark
       * - `other-record`: its event is not in this log; a copy from before it was restored, perhaps
       * - `other-filters`: it was narrowed by something else, so that what came between is not known
       */
      readonly reason: 'damaged' | 'other-record' | 'other-filters';
      readonly file: string;
      readonly asked: string;
    };

/**
 * Looks up where an export of that name goes on.
 * @param database the record's file
 * @param name of the bookmark: letters, digits, `-` and `_`
 * @param what is exported; each has bookmarks of its own
 * @param asked what it is narrowed by, as it was typed, on one line
 */
export async function goOnFrom(
  record: Pick<OpenedRecord, 'read'>,
  database: string,
  name: string,
  what: string,
  asked: string,
): Promise<GoingOn> {
  const file = bookmarkPath(database, name, what);
  const before = readBookmark(file);
  if (before === 'damaged') return { ok: false, reason: 'damaged', file, asked: '' };
  const moveTo = ({ seq, hash }: Head): void => {
    const now = readBookmark(file);
    if (now === undefined || now === 'damaged' || now.seq <= seq) {
      writeBookmark(file, { seq, hash, asked });
    }
  };
  if (before === undefined) return { ok: true, after: undefined, moveTo };
  if (before.asked !== asked) {
    return { ok: false, reason: 'other-filters', file, asked: before.asked };
  }
  if ((await record.read.hashAt(before.seq)) !== before.hash) {
    return { ok: false, reason: 'other-record', file, asked };
  }
  return { ok: true, after: before.seq, moveTo };
}
