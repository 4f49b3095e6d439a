import Sqlite from 'better-sqlite3';
import { recordOf } from '../faults/record-of.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import type { TerminalSession } from '../support/pseudo-terminal.ts';
import { openAmends } from '../support/run-amends.ts';
import { patience } from '../support/shown.ts';
import { waitUntil } from '../support/wait-until.ts';

/** What the complaint of these tests is called: the first of its desk. */
export const reference = 'C-1001';

/** A conversation on the full screen, and the home its record is in. */
export interface AtTheWords {
  readonly home: string;
  readonly desk: TerminalSession;
}

/** Where a conversation begins that is to stand at the customer's own words. */
export interface WhereToTalk {
  readonly home?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * Begins a conversation with somebody who gives no name, by web, and comes to the editor for their
 * own words: one answer is confirmed then, and nothing is typed.
 */
export async function openAtTheWords({ home, ...options }: WhereToTalk = {}): Promise<AtTheWords> {
  const folder = await homeOfSam(home);
  const desk = openAmends(['new'], { home: folder, ...options });
  await goToTheWords(desk);
  return { home: folder, desk };
}

/** The same from the first question of a conversation that is already on the screen. */
export async function goToTheWords(desk: TerminalSession): Promise<void> {
  await desk.see('Customer').press('down', 'enter').see('Channel').send('web').press('enter');
  await desk.see('In their own words');
}

/** @returns what is typed and not confirmed, as the file has it; undefined when there is no place */
export function draftOnDisk(home: string): string | null | undefined {
  const database = new Sqlite(recordOf(home), { readonly: true });
  try {
    const row = database.prepare('SELECT draft FROM place').get() as { draft: string | null };
    return row?.draft;
  } finally {
    database.close();
  }
}

/**
 * Waits until what is typed is on the disk.
 * @param holds whether this text will do
 * @throws Error with what the file has when it does not come
 */
export async function untilKept(home: string, holds: (draft: string) => boolean): Promise<void> {
  const kept = await waitUntil(() => holds(draftOnDisk(home) ?? ''), patience);
  if (!kept) throw new Error(`the file holds only “${draftOnDisk(home)}”`);
}
