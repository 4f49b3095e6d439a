import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { atTestEnd } from '../support/at-test-end.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { type Ran, runCommand } from '../support/run-command.ts';
import { kettle, sampleHome } from '../support/sample-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { amendsAsNobody, giveToNobody, setModes } from './as-nobody.ts';
import { recordOf } from './record-of.ts';
import { canMount, needsMounting, smallDisk } from './small-disk.ts';

const reading = ['list', 'show 1001', 'log', 'today', 'export', 'verify'];
const words = (command: string): string[] => command.split(' ');

/** What holds for whatever goes wrong: data nowhere, one or two plain lines, no stack. */
function expectPlainWords({ stdout, stderr }: Ran): void {
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^amends: /);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe('a record that may only be read', () => {
  it('is read by every command, and whoever would write is told that it is read-only', async () => {
    const home = await sampleHome();
    const folder = dirname(recordOf(home));
    giveToNobody(home);
    setModes(folder, 0o700, 0o400);
    for (const command of reading) {
      const { code } = await runCommand([...amendsAsNobody, ...words(command)], { home });
      expect({ command, code }).toEqual({ command, code: 0 });
    }
    const args = [...amendsAsNobody, 'new', '--from-file', '-'];
    const written = await runCommand(args, { home, stdin: kettle });
    expect(written.code).toBe(1);
    expectPlainWords(written);
    expect(written.stderr).toContain('read-only');
  });

  it('in a folder that may not be written is refused in one line by every command', async () => {
    const home = await sampleHome();
    const folder = dirname(recordOf(home));
    giveToNobody(home);
    setModes(folder, 0o500, 0o600);
    atTestEnd(() => setModes(folder, 0o700, 0o600));
    for (const command of ['list', 'verify', 'new --from-file -']) {
      const args = [...amendsAsNobody, ...words(command)];
      const refused = await runCommand(args, { home, stdin: kettle });
      expect({ command, code: refused.code }).toEqual({ command, code: 1 });
      expectPlainWords(refused);
      expect(refused.stderr).toContain(recordOf(home));
    }
  });

  it('on a disk that is read-only is refused in one line, also on the screen', async ({ skip }) => {
    skip(!canMount(), needsMounting);
    const disk = smallDisk();
    const home = await sampleHome(disk.folder);
    disk.forbidWriting();
    const refused = await runAmends(['new', '--from-file', '-'], { home, stdin: kettle });
    expect(refused.code).toBe(1);
    expectPlainWords(refused);
    expect(refused.stderr).toContain('read-only');
    const desk = openAmends(['new'], { home, columns: 250 });
    await desk.see('read-only');
    expect((await desk.exit()).code).toBe(1);
    expect(desk.terminal.isAlternate()).toBe(false);
  });
});

describe('a file that is no record of ours', () => {
  const files: readonly [string, (path: string) => void, string][] = [
    ['a letter', (path) => writeFileSync(path, 'Dear Sir or Madam, '.repeat(500)), 'no record'],
    ['half a page of zeros', (path) => writeFileSync(path, Buffer.alloc(2000)), 'no record'],
    ['a folder', (path) => mkdirSync(path), 'cannot be opened'],
    [
      'the database of another program',
      (path) => {
        const other = new Sqlite(path);
        other.exec('CREATE TABLE bookmark (url TEXT)');
        other.close();
      },
      'no record',
    ],
    [
      'a record of a newer version',
      (path) => {
        const newer = new Sqlite(path);
        newer.pragma('user_version = 9999');
        newer.close();
      },
      'newer version',
    ],
  ];

  it.for(files)('%s: every command says so and leaves it as it was', async ([name, make, says]) => {
    const home = await homeOfSam();
    const path = recordOf(home);
    if (name !== 'a record of a newer version') {
      for (const end of ['', '-wal', '-shm', '.head']) rmSync(path + end, { force: true });
    }
    make(path);
    const isFolder = statSync(path).isDirectory();
    const before = isFolder ? undefined : readFileSync(path);
    for (const command of ['list', 'verify', 'new --from-file -', 'init --team front']) {
      const refused = await runAmends(words(command), { home, stdin: kettle });
      expect({ command, code: refused.code }).toEqual({ command, code: 1 });
      expectPlainWords(refused);
      expect(refused.stderr).toContain(path);
      expect(refused.stderr).toContain(says);
    }
    if (before !== undefined) expect(readFileSync(path).equals(before)).toBe(true);
    const desk = openAmends(['new'], { home, columns: 250 });
    await desk.see(says);
    expect((await desk.exit()).code).toBe(1);
  });

  it('a place where no file can be: what is named is told with the reason', async () => {
    const home = await homeOfSam();
    const letter = join(home, 'letter.txt');
    writeFileSync(letter, 'Dear Sir or Madam');
    const loop = join(home, 'loop.db');
    symlinkSync(loop, loop);
    for (const path of [join(letter, 'amends.db'), loop, join(home, 'x'.repeat(300))]) {
      const args = ['new', '--from-file', '-', '--as', 'Sam', '--db', path];
      const refused = await runAmends(args, { home, stdin: kettle });
      expect(refused.code).toBe(1);
      expectPlainWords(refused);
      expect(refused.stderr).toContain(path);
      expect(refused.stderr).not.toContain('mistake of ours');
      expect((await runAmends(['list', '--db', path], { home })).code).toBe(1);
    }
  });

  it('an empty file is no record to read, and becomes one with the first complaint', async () => {
    const home = temporaryFolder();
    const path = recordOf(home);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    const listed = await runAmends(['list'], { home });
    expect(listed.code).toBe(1);
    expectPlainWords(listed);
    const args = ['new', '--from-file', '-', '--as', 'Sam'];
    expect(await runAmends(args, { home, stdin: kettle })).toMatchObject({ code: 0 });
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });
});

describe('a record whose file was damaged', () => {
  /** Overwrites one page, as a dying disk does. */
  function damage(path: string, table: string): void {
    const record = new Sqlite(path);
    const page = record
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table) as number;
    const size = record.pragma('page_size', { simple: true }) as number;
    record.pragma('wal_checkpoint(TRUNCATE)');
    record.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, (page - 1) * size, page * size);
    writeFileSync(path, bytes);
  }

  it.for(['complaint', 'event', 'customer'])(
    'in the pages of %s: verify names it and ends with 1, and no command falls over',
    async (table) => {
      const home = await sampleHome();
      damage(recordOf(home), table);
      const verified = await runAmends(['verify'], { home });
      expect(verified.code).toBe(1);
      expect(verified.stdout + verified.stderr).toMatch(/damaged/);
      for (const command of ['list', 'show 1001', 'log', 'export', 'today', 'new --from-file -']) {
        const ran = await runAmends(words(command), { home, stdin: kettle });
        expect([0, 1]).toContain(ran.code);
        if (ran.code === 0) continue;
        // What to do is to ask verify.
        expect({ command, stderr: ran.stderr }).toMatchObject({
          stderr: expect.stringContaining('amends verify'),
        });
        expect(ran.stderr).not.toMatch(/^\s+at /m);
      }
    },
  );
});
