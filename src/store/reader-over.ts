import type { Database as SqliteDatabase } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Reader } from './reader.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** @returns a whole reader over an open database, which stays its opener's to close. */
export const readerOver = (database: SqliteDatabase): Reader =>
  new Reader(new Kysely<Database>({ dialect: sqliteDialect(database) }));
