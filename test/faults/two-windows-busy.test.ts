import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { atTestEnd } from '../support/at-test-end.ts';
import { runAmends } from '../support/run-amends.ts';
import { runCommand } from '../support/run-command.ts';
import {
  DAY,
  deskOfThree,
  HOUR,
  logOf,
  recorded,
  verifies,
  windowOf,
} from '../terminal/day/desk-of-three.ts';
import { maria, promisedTo } from '../terminal/day/records.ts';
import { recordOf } from './record-of.ts';

const withPromise = () =>
  deskOfThree((past) =>
    past.took('Sam', 3 * HOUR, promisedTo({ ...maria, promised: 'a new kettle', due: 2 * DAY })),
  );

/** A third program takes the write lock. @returns lets go of it */
function takeLock(home: string): () => void {
  const other = new Sqlite(recordOf(home));
  atTestEnd(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  return () => void other.exec('ROLLBACK');
}

describe('several at the very same moment', () => {
  it('three processes write to one complaint: nothing is lost, and each is told what the others did', async () => {
    const home = await withPromise();
    const script = join(import.meta.dirname, 'writers-process.ts');
    const writers = await Promise.all(
      ['Sam', 'Lejla', 'Nadia'].map(async (agent) => {
        const args = [process.execPath, script, recordOf(home), agent, '1001', '25'];
        const { stdout, stderr, code } = await runCommand(args);
        if (code !== 0) throw new Error(stderr);
        return JSON.parse(stdout) as { acknowledged: string[]; told: string[] };
      }),
    );
    const log = await logOf(home, 'C-1001');
    const noted = log.flatMap(({ type, body }) => (type === 'noted' ? [String(body['text'])] : []));
    expect(noted.toSorted()).toEqual(
      writers.flatMap(({ acknowledged }) => acknowledged).toSorted(),
    );
    expect(noted).toHaveLength(75);
    expect(await recorded(home, 'C-1001', 'revision')).toEqual({ revision: log.length });
    // What they were told of each other is what happened.
    for (const { told } of writers) {
      for (const line of told) {
        expect(
          noted.some((text) => line.includes(text)),
          line,
        ).toBe(true);
      }
    }
    expect(writers.flatMap(({ told }) => told).length).toBeGreaterThan(0);
    expect(await verifies(home)).toBe('0 All is well.');
  });
});

describe('a third program keeps the record busy', () => {
  const impatient = { AMENDS_BUSY_MS: '50', AMENDS_AGENT: 'Lejla' };

  it('a command waits its time, and then ends with 5 and one line that says so', async () => {
    const home = await withPromise();
    const before = await logOf(home, 'C-1001');
    const letGo = takeLock(home);
    const note = ['note', 'C-1001', 'She called.'];
    const busy = await runAmends(note, { home, env: impatient });
    expect(busy).toMatchObject({ code: 5, stdout: '' });
    expect(busy.stderr).toMatch(
      /^(amends: )?Another program is writing to \S+ and did not finish in time\.\n.*\n$/,
    );
    expect(busy.stderr).not.toMatch(/^\s+at /m);
    for (const command of [
      ['today'],
      ['show', 'C-1001'],
      ['log'],
      ['why-due', 'C-1001'],
      ['search', 'kettle'],
    ]) {
      const { code } = await runAmends(command, { home, env: impatient });
      expect({ command, code }).toEqual({ command, code: 0 });
    }
    expect(await logOf(home, 'C-1001')).toEqual(before);
    // With patience it gets its turn as soon as there is one.
    const patient = runAmends(note, {
      home,
      env: { AMENDS_BUSY_MS: '20000', AMENDS_AGENT: 'Lejla' },
    });
    await pause(1500);
    letGo();
    expect(await patient).toMatchObject({ code: 0, stdout: 'C-1001\n' });
    expect((await logOf(home, 'C-1001')).at(-1)).toMatchObject({ type: 'noted', agent: 'Lejla' });
  });

  it('a window says it in one line, keeps what is typed, and goes on after', async () => {
    const home = await withPromise();
    const lejla = windowOf('Lejla', { home, env: { AMENDS_BUSY_MS: '50' } });
    await lejla
      .see(/▸ C-1001/)
      .press('o')
      .see('Timeline')
      .press('n')
      .see('NOTE');
    const letGo = takeLock(home);
    await lejla.type('She called.').press('enter').see('Reached by').press('enter');
    await lejla.see('Another program is writing').see('She called.');
    // Looking about works meanwhile.
    const sam = windowOf('Sam', { home, env: { AMENDS_BUSY_MS: '50' } });
    await sam
      .see(/▸ C-1001/)
      .press('o')
      .see('Timeline')
      .press('2')
      .see('The kettle arrived');
    letGo();
    await lejla.press('enter').see('note: She called.').dontSee('Another program');
    await sam.press('1').see('note: She called.');
    expect(await verifies(home)).toBe('0 All is well.');
  });
});

it('a bulk job in another process refuses nobody who is on the phone meanwhile', async () => {
  const home = await deskOfThree();
  const script = join(import.meta.dirname, 'bulk-process.ts');
  const job = spawn(process.execPath, [script, recordOf(home)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  atTestEnd(() => void job.kill('SIGKILL'));
  await once(job.stdout, 'data');
  const sam = windowOf('Sam', { home, args: ['new', '--channel', 'phone'] });
  await sam.see('Customer').type('Maria Petrova').press('enter');
  await sam.see('How to reach them').type('+359 88 123 4567').press('enter');
  await sam.see('Account').press('enter').see('Their language').press('enter');
  await sam.see('In their own words').type('The kettle arrived in pieces.').press('enter');
  await sam.see('The main points').type('Broken on arrival.').press('enter');
  await sam.see('Do they say yes').press('enter').see('When it happened').press('enter');
  await sam.see('Product or service').type('kettle').press('enter').see('Cause').press('escape');
  expect(await sam.exit()).toMatchObject({ code: 0 });
  for (let time = 0; time < 5; time += 1) {
    const note = ['note', '1001', `She called, ${time}.`];
    const { code, stderr } = await runAmends(note, { home, env: { AMENDS_AGENT: 'Lejla' } });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }
  const said = once(job.stdout, 'data');
  job.kill('SIGTERM');
  const [taken] = (await said) as [Buffer];
  await once(job, 'exit');
  expect(Number(String(taken))).toBeGreaterThan(20);
  expect(sam.raw()).not.toMatch(/Another program|meanwhile/);
  expect(await verifies(home)).toBe('0 All is well.');
});
