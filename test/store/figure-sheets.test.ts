import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { type SheetName, sheetNames } from '../../src/rules/figures/sheets.ts';
import { freshenFigures } from '../../src/store/figure-sheets/freshen-figures.ts';
import type { Figures } from '../../src/store/figure-sheets/read-figures.ts';
import { openRecordFile } from '../../src/store/open-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'amends-sheets-'));
const template = join(folder, 'template.db');
const path = join(folder, 'amends.db');

// Two chunks: the first has no numbers below 1001, the other is not full.
beforeAll(() => generate(template, 1400));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  copyFileSync(template, path);
});

/** Every column of every chunk, its words as texts: what figures are counted from. */
async function everything(figures: Figures): Promise<unknown> {
  const chunks: unknown[] = [];
  for await (const chunk of figures.chunks()) {
    const sheets = sheetNames.map((name: SheetName) => [name, chunk.sheet(name)]);
    chunks.push(JSON.parse(JSON.stringify(sheets)));
  }
  return {
    chunks,
    words: Array.from({ length: figures.words.size }, (_, n) => figures.words.wordOf(n)),
  };
}

async function read(): Promise<unknown> {
  const record = openRecordFile(path, 1000);
  try {
    return await record.figures(everything);
  } finally {
    await record.close();
  }
}

function inFile<Result>(work: (database: Sqlite.Database) => Result): Result {
  const database = new Sqlite(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const kept = () =>
  inFile((database) => database.prepare('SELECT count(*) FROM figure_sheet').pluck().get());

/** A change as the desk makes one: a state and an event. The hash is not looked at here. */
const change = (id: number, sql: string) =>
  inFile((database) =>
    database.transaction(() => {
      database.exec(`UPDATE complaint SET ${sql}, revision = revision + 1 WHERE id = ${id}`);
      database.exec(`INSERT INTO event (seq, complaint_id, n, at, agent, type, salt, body, commitment, hash)
        SELECT (SELECT max(seq) + 1 FROM event), ${id}, revision, updated_at, 'Agent A', 'noted',
          zeroblob(16), '{}', zeroblob(32), zeroblob(32) FROM complaint WHERE id = ${id}`);
    })(),
  );

describe('the columns that figures are counted from', () => {
  test('are kept once they were made, and say the same then', async () => {
    const first = await read();
    expect(kept()).toBe(2 * sheetNames.length);
    expect(await read()).toEqual(first);
  });

  test('are made anew where something happened since, and only there', async () => {
    await read();
    // A mark in a chunk in which nothing happens, and which is therefore left alone.
    const blank = 'UPDATE figure_sheet SET bytes = zeroblob(length(bytes)) WHERE chunk = 0';
    inFile((database) => database.exec(blank));
    change(2300, "product = 'a new word', stage = 'waiting'");
    const after = await read();
    expect(JSON.stringify(after)).toContain('a new word');
    inFile((database) => database.exec('DELETE FROM figure_state; DELETE FROM figure_sheet'));
    await read();
    inFile((database) => database.exec(blank));
    expect(await read()).toEqual(after);
  });

  test('are made for once where the file cannot be written', async () => {
    const before = await read();
    inFile((database) => database.exec('DELETE FROM figure_state; DELETE FROM figure_sheet'));
    const database = new Sqlite(path);
    // Somebody else keeps the lock: nobody waits for the sake of a report.
    database.exec('BEGIN IMMEDIATE');
    expect(await read()).toEqual(before);
    database.exec('ROLLBACK');
    database.close();
    expect(kept()).toBe(0);
  });

  test('of another layout are made anew', async () => {
    const first = await read();
    inFile((database) =>
      database.exec("UPDATE figure_state SET version = 999; UPDATE figure_sheet SET bytes = x'00'"),
    );
    expect(await read()).toEqual(first);
  });

  test('are kept by one of two who make them at once', async () => {
    const both = await Promise.all([freshenFigures(path), freshenFigures(path)]);
    expect(both).toContain(true);
    const made = await read();
    inFile((database) => database.exec('DELETE FROM figure_state; DELETE FROM figure_sheet'));
    expect(await read()).toEqual(made);
  });
});
