import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { kettle } from '../support/sample-home.ts';
import { deskHome } from './desk-home.ts';

const impatient = { AMENDS_BUSY_MS: '50' };

test('a record that another program keeps to itself ends with 5', async () => {
  const desk = await deskHome();
  const other = new Sqlite(desk.record);
  other.exec('BEGIN IMMEDIATE');
  try {
    const set = await desk.run(['init', '--team', 'front desk'], { env: impatient });
    expect(set).toMatchObject({ code: 5, stdout: '' });
    expect(set.stderr).toContain(desk.record);
    // Whoever only reads is not kept waiting.
    expect((await desk.run(['list', '--json'], { env: impatient })).code).toBe(0);
  } finally {
    other.close();
  }
});

test('a file that is no record, is damaged or is newer is told as what it is', async () => {
  const desk = await deskHome();
  const text = join(desk.home, 'letter.txt');
  writeFileSync(text, 'Dear Sir or Madam, '.repeat(100));
  const letter = await desk.run(['list', '--db', text]);
  expect(letter).toMatchObject({ code: 1, stdout: '' });
  expect(letter.stderr).toContain('letter.txt is no record');
  const newer = new Sqlite(desk.record);
  newer.pragma('user_version = 999');
  newer.close();
  const refused = await desk.run(['list', '--json']);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('newer version');
});

test('a record that is not there is told, unless nobody said where it is', async () => {
  const desk = await deskHome([]);
  const missing = await desk.run(['list', '--db', join(desk.home, 'none.db')]);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('none.db');
  const fresh = { env: { XDG_DATA_HOME: join(desk.home, 'fresh') } };
  expect(await desk.run(['list', '--json'], fresh)).toMatchObject({ code: 0, stdout: '[]\n' });
  expect(await desk.run([], fresh)).toMatchObject({ code: 0, stdout: '' });
  expect((await desk.run(['show', '1001'], fresh)).code).toBe(3);
  expect((await desk.run(['export'], fresh)).code).toBe(1);
});

test.skipIf(process.getuid?.() === 0)(
  'a read-only record is read, and writing says why not',
  async () => {
    const desk = await deskHome();
    chmodSync(desk.record, 0o400);
    expect((await desk.run(['list', '--json'])).code).toBe(0);
    const written = await desk.run(['new', '--from-file', '-'], { stdin: kettle });
    expect(written.code).toBe(1);
    expect(written.stderr).toContain('read-only');
  },
);

test('a mistake of ours is one line, and shows where it happened to those who ask', async () => {
  const desk = await deskHome();
  const damage = new Sqlite(desk.record);
  damage.exec("UPDATE complaint SET passed = '5'");
  damage.close();
  const shown = await desk.run(['show', '1001']);
  expect(shown.code).toBe(1);
  expect(shown.stderr.trim().split('\n')).toHaveLength(1);
  const asked = await desk.run(['show', '1001'], { env: { AMENDS_DEBUG: '1' } });
  expect(asked.stderr).toMatch(/\n\s+at /);
});

test('verify says what was checked and gives the head', async () => {
  const desk = await deskHome([{}, {}]);
  const { code, stdout } = await desk.run(['verify']);
  expect(code).toBe(0);
  expect(stdout).toContain('2 complaints');
  expect(stdout).toMatch(/Head: [0-9a-f]{64}\nAll is well\.\n$/);
  const quick = await desk.run(['verify', '--no-rebuild']);
  expect(quick).toMatchObject({ code: 0 });
  expect(quick.stdout).toContain('--no-rebuild');
});

test('verify names a complaint and a customer whose tables were changed behind the log', async () => {
  const desk = await deskHome();
  const record = new Sqlite(desk.record);
  record.exec("UPDATE complaint SET words = 'All was fine.'; UPDATE customer SET name = 'Nobody'");
  record.close();
  const { code, stdout } = await desk.run(['verify']);
  expect(code).toBe(1);
  expect(stdout).toContain('C-1001: the tables hold something else');
  expect(stdout).toContain('customer 1 name');
  expect((await desk.run(['verify', '--no-rebuild'])).code).toBe(0);
});

test('verify shows a log that was cut, and a head that was never in it', async () => {
  const desk = await deskHome();
  const other = await desk.run(['verify', '--expect', 'a'.repeat(64)]);
  expect(other.code).toBe(1);
  expect(other.stdout).toContain('expected');
  const record = new Sqlite(desk.record);
  for (const { name } of record
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'")
    .all() as { name: string }[]) {
    record.exec(`DROP TRIGGER "${name}"`);
  }
  record.exec('DELETE FROM event WHERE seq > 5');
  record.close();
  const cut = await desk.run(['verify']);
  expect(cut.code).toBe(1);
  expect(cut.stdout).toContain('longer once');
  expect(cut.stdout).toContain('C-1001');
});
