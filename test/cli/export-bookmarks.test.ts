import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';

/** A desk that is exported every night. */
async function nightly() {
  const home = await sampleDay();
  const file = join(home, 'changes.jsonl');
  const amends = (...args: string[]) => runAmends(args, { home, env: { AMENDS_AGENT: 'Sam' } });
  const run = (...args: string[]) => amends('export', ...args, '--output', file);
  /** @returns the references in the file, or why there is none */
  const changes = async (...args: string[]): Promise<readonly string[]> => {
    const { code, stderr } = await run('--since-last', 'nightly', ...args);
    if (code !== 0) return [stderr];
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line).reference ?? JSON.parse(line).name);
  };
  const bookmark = (what = 'complaints') =>
    join(home, 'share', 'amends', `amends.db.bookmark.nightly.${what}`);
  return { home, file, amends, run, changes, bookmark };
}

describe('an export since the last one', () => {
  it('has everything at first, then only the complaints that something happened to', async () => {
    const { amends, changes } = await nightly();
    expect(await changes()).toHaveLength(7);
    expect(await changes()).toEqual([]);
    await amends('note', 'C-1004', 'They rang.');
    await amends('promise', 'keep', 'C-1002', '1');
    expect(await changes()).toEqual(['C-1002', 'C-1004']);
    expect(await changes()).toEqual([]);
  });

  it('remembers each thing that is exported on its own', async () => {
    const { amends, changes } = await nightly();
    await changes();
    await changes('events');
    await amends('note', 'C-1004', 'They rang.');
    expect(await changes('events')).toEqual(['C-1004']);
    expect(await changes('events')).toEqual([]);
    expect(await changes()).toEqual(['C-1004']);
  });

  it('has a customer who was put right without any complaint', async () => {
    const { amends, changes } = await nightly();
    expect(await changes('customers')).toHaveLength(7);
    const edited = await amends('customer', 'edit', '5', '--phone', '+359 2 999 9999');
    expect(edited).toMatchObject({ code: 0 });
    expect(await changes('customers')).toEqual(['Maria Petrova']);
  });

  it('stays where it was when the file could not be written', async () => {
    const { home, amends, changes, bookmark } = await nightly();
    await changes();
    const before = readFileSync(bookmark(), 'utf8');
    await amends('note', 'C-1004', 'They rang.');
    const nowhere = join(home, 'nowhere', 'changes.jsonl');
    const failed = await amends('export', '--since-last', 'nightly', '--output', nowhere);
    expect(failed.code).toBe(1);
    expect(readFileSync(bookmark(), 'utf8')).toBe(before);
    expect(await changes()).toEqual(['C-1004']);
  });

  it('takes a file, because nobody knows whether all of standard output arrived', async () => {
    const { amends, bookmark } = await nightly();
    const { code, stdout, stderr } = await amends('export', '--since-last', 'nightly');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--output');
    expect(existsSync(bookmark())).toBe(false);
  });

  it('refuses other filters under the same name, which would leave changes out', async () => {
    const { changes } = await nightly();
    await changes('--owner', 'Sam');
    expect(await changes('--owner', 'Sam')).toEqual([]);
    const [said = ''] = await changes();
    expect(said).toContain('The bookmark nightly belongs to other filters. It had: --owner "Sam".');
  });

  it('refuses a bookmark of another record, and one that cannot be understood', async () => {
    const { changes, bookmark } = await nightly();
    await changes();
    writeFileSync(bookmark(), `${'0'.repeat(64)} 12 \n`);
    expect((await changes())[0]).toContain('is of another record');
    writeFileSync(bookmark(), 'half of i');
    expect((await changes())[0]).toContain('cannot be understood');
    expect((await changes('--since-last', '../x'))[0]).toContain(
      'cannot be the name of a bookmark',
    );
  });
});
