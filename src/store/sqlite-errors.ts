import { StoreError, type StoreErrorCode } from './errors.ts';

/** SQLite's primary result codes, and the system's, that mean something to the person at the desk. */
const codes: Readonly<Record<string, StoreErrorCode>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_FULL: 'full',
  // There was no room for the -shm file, which even reading takes.
  SQLITE_IOERR_SHMSIZE: 'full',
  SQLITE_READONLY: 'readonly',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_CANTOPEN: 'cannot-open',
  SQLITE_PERM: 'cannot-open',
  SQLITE_AUTH: 'cannot-open',
  ENOENT: 'cannot-open',
  ENOTDIR: 'cannot-open',
  EISDIR: 'cannot-open',
  EEXIST: 'cannot-open',
  ELOOP: 'cannot-open',
  ENAMETOOLONG: 'cannot-open',
  EACCES: 'cannot-open',
  EPERM: 'cannot-open',
  EROFS: 'readonly',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/**
 * The one place where the errors of SQLite and of the file system become ours.
 * @param error what was thrown
 * @param path the file, for the message
 * @returns the error with its code and facts; one from elsewhere comes back as it is
 */
export function storeErrorOf(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof reason !== 'string') return error;
  // Extended codes only add to the primary one: SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY.
  const code = codes[reason] ?? codes[reason.split('_').slice(0, 2).join('_')];
  if (code === undefined && !reason.startsWith('SQLITE_')) return error;
  return new StoreError(code ?? 'failed', { path, reason }, error);
}
