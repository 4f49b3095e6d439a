import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeOfSam } from '../support/home-of-sam.ts';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { openAtTheWords } from '../terminal/at-the-words.ts';
import { leftBehind } from '../terminal/given-back.ts';
import { canMount, needsMounting, smallDisk } from './small-disk.ts';

// More than the room that a file of SQLite has left inside itself.
const long = 'The kettle arrived in pieces, and the lid was in another box. '.repeat(150);
const last = 'and that was all.';

describe('the disk is full', () => {
  it('while an answer is given: one line says so, what was typed stays, and it goes on when there is room', async ({
    skip,
  }) => {
    skip(!canMount(), needsMounting);
    const disk = smallDisk();
    const { home, desk } = await openAtTheWords({ home: disk.folder });
    disk.fill();
    await desk.paste(`${long}${last}`).see(last).press('enter');
    await desk.see('The disk is full').see(last).see('In their own words');
    await desk.send(' Truly.').see('Truly.').press('enter').see('The disk is full');
    disk.makeRoom();
    await desk.press('enter').see('The main points').press('escape');
    expect(await desk.exit()).toEqual({ code: 0, signal: 0 });
    const { stdout } = await runAmends(['list', '--json', 'words'], { home });
    expect(JSON.parse(stdout)).toEqual([{ words: `${long}${last} Truly.` }]);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it.for(['ctrl+c', 'SIGTERM', 'SIGHUP'] as const)(
    '%s with something typed still ends the program as always, with every answer kept',
    async (how, { skip }) => {
      skip(!canMount(), needsMounting);
      const disk = smallDisk();
      const { home, desk } = await openAtTheWords({ home: disk.folder });
      disk.fill();
      await desk.paste(`${long}${last}`).see(last).see('The disk is full');
      await (how === 'ctrl+c' ? desk.press(how) : desk.kill(how));
      expect(await desk.exit()).toEqual({ code: 130, signal: 0 });
      expect(leftBehind(desk.terminal)).toEqual([]);
      expect(await desk.screen()).not.toMatch(/^\s+at /m);
      disk.makeRoom();
      const { stdout } = await runAmends(['list', '--json', 'channel,words'], { home });
      expect(JSON.parse(stdout)).toEqual([{ channel: 'web', words: null }]);
      expect((await runAmends(['verify'], { home })).code).toBe(0);
    },
  );

  it('while an answer is given in lines: the same, and it is asked again', async ({ skip }) => {
    skip(!canMount(), needsMounting);
    const disk = smallDisk();
    const home = await homeOfSam(disk.folder);
    const desk = openAmends(['new', '--accessible'], { home, rows: 60 });
    await desk.see('Customer (').press('enter').see('Which?');
    disk.fill();
    const text = 'x'.repeat(3000);
    await desk.send('1\r');
    await desk.see(/disk is full|Channel:/);
    for (let tries = 0; tries < 30 && !(await desk.screen()).includes('disk is full'); tries += 1) {
      await desk.send(`${text}\r`);
    }
    await desk.see('The disk is full');
    disk.makeRoom();
    await desk.press('ctrl+d');
    expect((await desk.exit()).code).toBe(0);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('while a record is taken from a file: exit 1, nothing is half done, and the same file works later', async ({
    skip,
  }) => {
    skip(!canMount(), needsMounting);
    const disk = smallDisk();
    const home = await homeOfSam(disk.folder);
    disk.fill();
    const stdin = kettle.replace('The kettle arrived in pieces.', long);
    const full = await runAmends(['new', '--from-file', '-'], { home, stdin });
    expect(full).toMatchObject({ code: 1, stdout: '' });
    expect(full.stderr).toContain('disk is full');
    expect(full.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect((await runAmends(['list'], { home })).stderr).toContain('disk is full');
    disk.makeRoom();
    expect((await runAmends(['list', '--json'], { home })).stdout).toBe('[]\n');
    const again = await runAmends(['new', '--from-file', '-'], { home, stdin });
    expect(again).toMatchObject({ code: 0, stdout: 'C-1001\n' });
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('while an export is written: exit 1, and no half file is left', async ({ skip }) => {
    skip(!canMount(), needsMounting);
    const home = await homeOfSam();
    const stdin = kettle.replace('The kettle arrived in pieces.', long);
    await runAmends(['new', '--from-file', '-'], { home, stdin });
    const disk = smallDisk();
    disk.fill();
    const file = join(disk.folder, 'complaints.csv');
    const full = await runAmends(['export', '--output', file], { home });
    expect(full).toMatchObject({ code: 1, stdout: '' });
    expect(full.stderr).toContain(file);
    expect(readdirSync(disk.folder)).toEqual(['filler']);
  });

  it('before anything was ever written: exit 1, and the place is free for a later start', async ({
    skip,
  }) => {
    skip(!canMount(), needsMounting);
    const disk = smallDisk();
    disk.fill();
    const args = ['new', '--from-file', '-', '--as', 'Sam'];
    const full = await runAmends(args, { home: disk.folder, stdin: kettle });
    expect(full).toMatchObject({ code: 1, stdout: '' });
    expect(full.stderr).toContain('disk is full');
    disk.makeRoom();
    const again = await runAmends(args, { home: disk.folder, stdin: kettle });
    expect(again).toMatchObject({ code: 0, stdout: 'C-1001\n' });
  });
});
