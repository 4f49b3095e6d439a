import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { atTestEnd } from '../support/at-test-end.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { openAtTheWords } from '../terminal/at-the-words.ts';
import { leftBehind } from '../terminal/given-back.ts';
import { recordOf } from './record-of.ts';

const impatient = { AMENDS_BUSY_MS: '50' };

/** Another program takes the write lock. @returns lets go of it */
function takeLock(home: string): () => void {
  const other = new Sqlite(recordOf(home));
  atTestEnd(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  return () => void other.exec('ROLLBACK');
}

describe('another program keeps writing to the record', () => {
  it('while an answer is given: one line says so, what was typed stays, and the next Enter works', async () => {
    const { home, desk } = await openAtTheWords({ env: impatient });
    const letGo = takeLock(home);
    await desk.send('It broke.').see('It broke.').press('enter');
    await desk.see('Another program is writing').see('It broke.').see('In their own words');
    letGo();
    await desk.press('enter').see('The main points').press('escape');
    expect(await desk.exit()).toEqual({ code: 0, signal: 0 });
    const { stdout } = await runAmends(['list', '--json', 'words'], { home });
    expect(JSON.parse(stdout)).toEqual([{ words: 'It broke.' }]);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('while the agent leaves with Ctrl+C: the program ends all the same', async () => {
    const { home, desk } = await openAtTheWords({ env: impatient });
    takeLock(home);
    await desk.send('It broke.').see('It broke.').press('ctrl+c');
    expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
  });

  it('while an answer is given in lines: it is told, and nothing of what was said is lost', async () => {
    const home = await homeOfSam();
    const desk = openAmends(['new', '--accessible'], { home, env: impatient });
    await desk.see('Customer (').press('enter').see('Which?');
    const letGo = takeLock(home);
    await desk.send('1\r').see('Another program is writing');
    letGo();
    await desk.press('ctrl+d');
    expect((await desk.exit()).code).toBe(0);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('while a record is taken from a file: exit 5, nothing is written, and reading still works', async () => {
    const home = await homeOfSam();
    const letGo = takeLock(home);
    const run = () =>
      runAmends(['new', '--from-file', '-'], { home, stdin: kettle, env: impatient });
    const busy = await run();
    expect(busy).toMatchObject({ code: 5, stdout: '' });
    expect(busy.stderr).toContain(recordOf(home));
    expect(busy.stderr).not.toMatch(/^\s+at /m);
    for (const command of ['list', 'today', 'log', 'export', 'verify']) {
      const { code } = await runAmends([command], { home, env: impatient });
      expect({ command, code }).toEqual({ command, code: 0 });
    }
    letGo();
    expect(await run()).toMatchObject({ code: 0, stdout: 'C-1001\n' });
  });

  it.for([
    ['on the full screen', ['new']],
    ['in lines', ['new', '--accessible']],
  ] as const)(
    'before a conversation begins %s: exit 5, and the terminal is left alone',
    async ([, args]) => {
      const home = await homeOfSam();
      takeLock(home);
      const desk = openAmends(args, { home, env: impatient, columns: 250 });
      await desk.see('Another program is writing');
      expect(await desk.exit()).toEqual({ code: 5, signal: 0 });
      expect(leftBehind(desk.terminal)).toEqual([]);
    },
  );
});
