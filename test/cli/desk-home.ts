import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setUpDesk } from '../../src/desk/set-up.ts';
import { runAmends } from '../support/run-amends.ts';
import type { Ran, RunOptions } from '../support/run-command.ts';
import {
  completeComplaint,
  openSampleDesk,
  type SampleComplaint,
} from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A home with a record in its usual place, and the program to run in it. */
export interface DeskHome {
  readonly home: string;
  /** The database file. */
  readonly record: string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
}

/**
 * Makes a home whose desk has taken these complaints, C-1001 first.
 * @param complaints what is different from the kettle of the sketches
 */
export async function deskHome(complaints: readonly SampleComplaint[] = [{}]): Promise<DeskHome> {
  const home = temporaryFolder();
  const folder = join(home, 'share', 'amends');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const desk = await openSampleDesk(folder);
  const sam = {
    business: 'Kettle & Co',
    agent: 'Sam',
    team: 'repairs desk',
    role: 'agent',
  } as const;
  await setUpDesk(desk.store, { ...sam, reachUs: '02 123 4567' }, 'Europe/Sofia', desk.now());
  for (const complaint of complaints) await completeComplaint(desk, complaint);
  await desk.store.close();
  const run: DeskHome['run'] = (args, options = {}) => runAmends(args, { home, ...options });
  return { home, record: join(folder, 'amends.db'), run };
}

/** @returns the rows of a CSV text (RFC 4180), its header first. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += character;
  }
  return rows;
}
