import type { Database as SqliteDatabase } from 'better-sqlite3';
import { backupTo } from './backup.ts';
import { StoreError } from './errors.ts';
import type { Migration } from './migrations/migration.ts';
import { applicationId } from './schema.ts';

/**
 * Brings a file to the newest version, all of it or nothing. Of two processes that start at once
 * the second waits for the first, and then finds nothing to do.
 * @param database open for writing
 * @param migrations every migration in order; `user_version` counts those already done
 * @param now the time, in epoch milliseconds, for the name of the backup
 * @returns the path of the backup, when one was due
 * @throws StoreError `newer-version` when the file has had more migrations than we know; whatever
 * SQLite throws, after a rollback
 */
export async function migrate(
  database: SqliteDatabase,
  migrations: readonly Migration[],
  now: number,
): Promise<string | undefined> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    requireKnown(version, migrations.length, database.name);
    const pending = migrations.slice(version);
    // Taken under the write lock, so that nothing is committed between the backup and the change.
    const backup =
      version > 0 && pending.some((migration) => migration.changesData)
        ? await backupTo(database.name, `${database.name}.v${version}-${now}.backup`)
        : undefined;
    for (const statement of pending.flatMap((migration) => migration.statements)) {
      database.exec(statement);
    }
    if (pending.length > 0) {
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migrations.length}`);
    }
    database.exec('COMMIT');
    return backup;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * @param version `user_version` of the file
 * @param known the newest version this program knows
 * @throws StoreError `newer-version`
 */
export function requireKnown(version: number, known: number, path: string): void {
  if (version > known) throw new StoreError('newer-version', { path, version, known });
}

/** @returns `user_version`, the number of migrations the file has had. */
export function versionOf(database: SqliteDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}
