import { type ExportName, type GoingOn, goOnFrom, type Head } from '../../desk/exports.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import type { ExportFlags } from '../export.ts';
import { Fault } from '../fault.ts';

/**
 * Finds the bookmark of `--since-last`.
 * @param database the record's file
 * @param to the file that is written; undefined for standard output
 * @returns where to go on, and what moves the bookmark; undefined without `--since-last`
 * @throws Fault `usage` for a name that is none, an export to standard output (of which nobody knows
 *   whether it arrived) or other filters than before; `failed` for a bookmark of another record
 */
export async function bookmarkOf(
  record: ReadRecord,
  database: string,
  flags: ExportFlags,
  what: ExportName,
  to: string | undefined,
): Promise<Extract<GoingOn, { ok: true }> | undefined> {
  const { sinceLast: name } = flags;
  if (name === undefined) return undefined;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name)) {
    throw new Fault('usage', 'not-a-bookmark', { given: name });
  }
  if (to === undefined) throw new Fault('usage', 'bookmark-needs-file');
  const asked = askedBy(flags);
  const found = await goOnFrom(record, database, name, what, asked);
  if (found.ok) return found;
  const facts = { name, file: found.file, before: found.asked || '-', now: asked || '-' };
  switch (found.reason) {
    case 'other-filters':
      throw new Fault('usage', 'bookmark-of-other-filters', facts);
    case 'other-record':
      throw new Fault('failed', 'bookmark-of-other-record', facts);
    case 'damaged':
      throw new Fault('failed', 'bookmark-damaged', facts);
  }
}

/** What does not narrow an export. */
const others: readonly string[] = ['format', 'output', 'fields', 'sinceLast', 'formulaGuard'];

/** @returns the filters as they were typed, in one order and on one line. */
function askedBy(flags: ExportFlags): string {
  return Object.entries(flags)
    .filter(([name, value]) => !others.includes(name) && value !== undefined)
    .map(([name, value]) => `--${name} ${JSON.stringify(value)}`)
    .sort()
    .join(' ');
}

/**
 * Moves the bookmark, once the file is whole.
 * @throws Fault `failed` where the disk refuses; the next export then has the same once more
 */
export function moveTo(bookmark: Extract<GoingOn, { ok: true }> | undefined, head: Head): void {
  try {
    bookmark?.moveTo(head);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Fault('failed', 'cannot-move-bookmark', { reason: code });
  }
}
