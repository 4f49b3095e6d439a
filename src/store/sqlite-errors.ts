import { StoreError, type StoreErrorCode } from './errors.ts';

/** SQLite's primary result codes that mean something to the person at the desk. */
const codes: Readonly<Record<string, StoreErrorCode>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'readonly',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_CANTOPEN: 'cannot-open',
  SQLITE_PERM: 'cannot-open',
  SQLITE_AUTH: 'cannot-open',
};

/**
 * The one place where SQLite's errors become ours.
 * @param error what was thrown, by SQLite or by anything beneath it
 * @param path the database file, for the message
 * @returns the error with its code and facts; an error that is not SQLite's comes back as it is
 */
export function storeErrorOf(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const code = sqliteCode(error);
  if (code === undefined) return error;
  // Extended codes only add to the primary one: SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY.
  const primary = code.split('_').slice(0, 2).join('_');
  return new StoreError(codes[primary] ?? 'failed', { path, sqlite: code }, error);
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : undefined;
}
