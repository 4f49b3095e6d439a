import type { Database as SqliteDatabase } from 'better-sqlite3';
import { StoreError } from './errors.ts';

/**
 * Sets what keeps the record safe, and reads each back: SQLite ignores a pragma it does not know
 * or cannot honour without a word. The order matters: in better-sqlite3 turning WAL on also turns
 * `synchronous` down to NORMAL, which loses acknowledged commits when the power goes.
 * @throws StoreError `cannot-open` with the pragma that does not hold
 */
export function setPragmas(
  database: SqliteDatabase,
  { readonly, timeout }: { readonly: boolean; timeout: number },
): void {
  hold(database, 'busy_timeout', timeout, timeout);
  if (!readonly) turnWalOn(database, timeout);
  hold(database, 'synchronous', 'FULL', 2);
  hold(database, 'foreign_keys', 'ON', 1);
  hold(database, 'recursive_triggers', 'ON', 1);
  hold(database, 'secure_delete', 'ON', 1);
  hold(database, 'trusted_schema', 'OFF', 0);
}

function hold(
  database: SqliteDatabase,
  pragma: string,
  value: string | number,
  reads: string | number,
): void {
  database.pragma(`${pragma} = ${value}`);
  const held = database.pragma(pragma, { simple: true });
  if (held !== reads) {
    throw new StoreError('cannot-open', { path: database.name, pragma, held: String(held) });
  }
}

/**
 * When two processes turn WAL on in a new file at the same moment, one of them is told "busy" at
 * once, whatever its timeout: SQLite cannot wait here without a deadlock. So the waiting is ours.
 */
function turnWalOn(database: SqliteDatabase, timeout: number): void {
  const patience = Math.max(1, Math.ceil(timeout / walPause));
  for (let attempt = 1; ; attempt++) {
    try {
      hold(database, 'journal_mode', 'WAL', 'wal');
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
      if (!busy || attempt >= patience) throw error;
      Atomics.wait(pause, 0, 0, walPause);
    }
  }
}

const walPause = 10;
const pause = new Int32Array(new SharedArrayBuffer(4));
