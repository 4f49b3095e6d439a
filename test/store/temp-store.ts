import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import type { NewComplaint } from '../../src/store/tables/complaint.ts';
import type { Transactor } from '../../src/store/transactor.ts';

/** @returns the path of a database file that does not exist yet; its folder goes after the test. */
export function tempPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amends-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'amends.db');
}

/** @returns a store in a folder of its own, closed after the test. */
export async function tempStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ path: tempPath(), ...options });
  onTestFinished(() => store.close());
  return store;
}

/** The file as somebody with a SQLite shell has it, closed after the test. */
export function rawDatabase(path: string): Database {
  const database = new Sqlite(path);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** 2026-11-21T09:03:00Z */
export const morning = Date.UTC(2026, 10, 21, 9, 3);

/** @returns a complaint as it is when it was just opened, with these differences. */
export function opened(differences: Partial<NewComplaint> = {}): NewComplaint {
  return {
    revision: 1,
    stage: 'open',
    opened_at: morning,
    opened_by: 'Sam',
    owner: 'Sam',
    passed: '[]',
    answer_aim: morning + 1,
    answer_due: morning + 2,
    updated_at: morning,
    ...differences,
  };
}

/** Writes a complaint with its first event. @returns its number. */
export async function openComplaint(
  tx: Transactor,
  differences: Partial<NewComplaint> = {},
): Promise<number> {
  const complaint = opened(differences);
  const id = await tx.insertComplaint(complaint);
  const { opened_at: at, opened_by: agent } = complaint;
  await tx.appendEvent({ complaint: id, n: 1, at, agent, type: 'opened', body: { due: at } });
  return id;
}
