import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CHUNK, SHEETS_VERSION, sheetLayouts, sheetNames } from '../../rules/figures/sheets.ts';
import { openConnection } from '../connection.ts';
import { DirectRows } from '../direct-rows.ts';
import { StoreError } from '../errors.ts';
import { type BuiltChunk, buildChunk } from './build-chunk.ts';
import { bytesOf } from './sheet-bytes.ts';
import { readState } from './state.ts';
import { type FigureWords, readWords } from './words.ts';

/** Fewer stale chunks than these are made anew before anybody notices. */
const MANY = 32;
/** Chunks a transaction: others who write wait some milliseconds for it. */
const BATCH = 8;
/** Between two of them, others come first; in milliseconds. */
const PAUSE = 5;
/** How long somebody else's write is waited for, in milliseconds: without us it goes as well. */
const PATIENCE = 200;

/**
 * Makes stale sheets anew and keeps them, in small transactions. It is worth doing and never needed:
 * where the file cannot be written, or somebody else is at it, whoever reads makes them for himself.
 * @param path the database file
 * @param onProgress hears how much is done, from 0 to 1, where there is much to do
 * @returns whether they are all kept now
 */
export async function freshenFigures(
  path: string,
  onProgress: (share: number) => void = () => {},
): Promise<boolean> {
  try {
    const timeout = PATIENCE;
    const { database, outdated } = openConnection({
      path,
      readonly: false,
      create: false,
      timeout,
    });
    try {
      return !outdated && (await freshen(new DirectRows(database), onProgress));
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

async function freshen(db: DirectRows, onProgress: (share: number) => void): Promise<boolean> {
  const { stale, newest } = await readState(db);
  if (stale.length === 0) return true;
  const maker = randomUUID();
  if (!(await claim(db, maker))) return false;
  for (let from = 0; from < stale.length; from += BATCH) {
    if (from > 0) await pause(PAUSE);
    if (stale.length > MANY) onProgress(from / stale.length);
    const words = await readWords(db);
    const built: [number, BuiltChunk][] = [];
    for (const chunk of stale.slice(from, from + BATCH)) {
      built.push([chunk, await buildChunk(db, chunk * CHUNK, words)]);
    }
    const kept = await mine(db, maker, () => keep(db, built, words));
    if (!kept) return false;
  }
  return mine(db, maker, () => {
    const state = 'UPDATE figure_state SET version = ?, through = ? WHERE one = 1';
    db.run(state, [SHEETS_VERSION, newest]);
  });
}

/**
 * From here on nobody else keeps sheets who began before us: theirs would be older than ours. Sheets
 * of another layout hold no more, with the first of ours.
 */
async function claim(db: DirectRows, maker: string): Promise<boolean> {
  return atOnce(db, () => {
    db.run(
      `INSERT INTO figure_state (one, version, through, maker) VALUES (1, 0, 0, ?)
        ON CONFLICT (one) DO UPDATE SET maker = excluded.maker,
          version = iif(version = ${SHEETS_VERSION}, version, 0)`,
      [maker],
    );
    return true;
  });
}

/** Does something as long as nobody else took over. @returns whether it was done */
function mine(db: DirectRows, maker: string, work: () => void): Promise<boolean> {
  return atOnce(db, () => {
    const query = 'SELECT 1 FROM figure_state WHERE maker = ?';
    if (db.run(query, [maker]).rows.length === 0) return false;
    work();
    return true;
  });
}

function keep(
  db: DirectRows,
  built: readonly (readonly [number, BuiltChunk])[],
  words: FigureWords,
): void {
  let id = words.kept;
  for (const word of words.fresh()) {
    id += 1;
    db.run('INSERT INTO figure_word (id, word) VALUES (?, ?)', [id, word]);
  }
  const put = 'INSERT OR REPLACE INTO figure_sheet (sheet, chunk, bytes) VALUES (?, ?, ?)';
  for (const [chunk, sheets] of built) {
    for (const [n, name] of sheetNames.entries()) {
      db.run(put, [n, chunk, bytesOf(sheetLayouts[name], sheets[name])]);
    }
  }
}

async function atOnce<Result>(db: DirectRows, work: () => Result): Promise<Result> {
  db.run('BEGIN IMMEDIATE', []);
  try {
    const result = work();
    db.run('COMMIT', []);
    return result;
  } catch (error) {
    db.run('ROLLBACK', []);
    throw error;
  }
}
