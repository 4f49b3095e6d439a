import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { exportNames, exportTables } from '../../src/desk/exports.ts';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { csvRows } from './desk-home.ts';

/** A desk in the middle of its week, and what an export of it says. */
async function aWeek() {
  const home = await sampleDay();
  const run = (...args: string[]) => runAmends(['export', ...args], { home });
  const rows = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const { code, stdout, stderr } = await run(...args, '--format', 'jsonl');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  };
  return { home, run, rows };
}

describe('an export', () => {
  it('has a stable row for everything that is on record (P36)', async () => {
    const { run } = await aWeek();
    for (const name of exportNames) {
      const { code, stdout } = await run(name);
      const [header, ...rows] = csvRows(stdout);
      expect({ name, code, header }).toEqual({
        name,
        code: 0,
        header: exportTables[name].fields.map((field) => field.name),
      });
      expect(rows.length, name).toBeGreaterThan(name === 'surveys' ? -1 : 0);
      for (const row of rows) expect(row).toHaveLength(exportTables[name].fields.length);
    }
  });

  it('tells of every promise who made it, by when, and what became of it (P27, P28)', async () => {
    const { rows } = await aWeek();
    const [first, ...others] = await rows('promises');
    expect(first).toMatchObject({
      reference: 'C-1001',
      customer_name: 'Ivan Kolev',
      product: 'invoice',
      n: 1,
      what: 'the second charge back',
      who: 'Sam',
      due: '2026-11-20T12:00:00.000Z',
      state: 'kept',
    });
    expect(others.map(({ reference, state }) => `${reference} ${state}`)).toEqual([
      'C-1002 open',
      'C-1003 open',
      'C-1004 open',
      'C-1005 open',
    ]);
  });

  it('tells of every remedy that was put before somebody whether they chose it (P19)', async () => {
    const { rows } = await aWeek();
    const offers = await rows('offers', '--fields', 'reference,remedy,amount,currency,state');
    expect(offers.slice(0, 2)).toEqual([
      {
        reference: 'C-1001',
        remedy: 'refund',
        amount: '18.00',
        currency: 'EUR',
        state: 'chosen',
      },
      {
        reference: 'C-1001',
        remedy: 'store-credit',
        amount: '25.00',
        currency: 'EUR',
        state: 'put',
      },
    ]);
  });

  it('has what customers said when they were asked whether it was solved (P33, P38)', async () => {
    const { home, rows } = await aWeek();
    expect(await rows('surveys')).toEqual([]);
    const said = ['--outcome', 'reached', '--satisfied', 'yes', '--score', '9'];
    const note = ['--note', '=better than before', '--as', 'Sam'];
    const done = await runAmends(['followup', 'C-1006', ...said, ...note], { home });
    expect(done).toMatchObject({ code: 0 });
    expect(await rows('surveys')).toMatchObject([
      {
        reference: 'C-1006',
        customer_name: 'Marko Ilić',
        source: 'followup',
        satisfied: true,
        score: 9,
        note: '=better than before',
      },
    ]);
  });

  it('gives the events exactly as the log does', async () => {
    const { home, rows } = await aWeek();
    const logged = await runAmends(['log', '--json'], { home });
    expect(await rows('events')).toEqual(JSON.parse(logged.stdout));
  });

  it('gives customers exactly as their list does, in the order of their numbers', async () => {
    const { home, rows } = await aWeek();
    const listed = await runAmends(['customer', 'list', '--sort', 'number', '--json'], { home });
    expect(await rows('customers')).toEqual(JSON.parse(listed.stdout));
  });

  it('takes the filters of a list for everything: what belongs to those complaints', async () => {
    const { rows } = await aWeek();
    const filter = ['--owner', 'Lejla'];
    const references = async (what: string) =>
      new Set((await rows(what, ...filter)).map(({ reference }) => reference));
    expect(await references('complaints')).toEqual(new Set(['C-1002']));
    for (const what of ['promises', 'offers', 'events']) {
      expect(await references(what), what).toEqual(new Set(['C-1002']));
    }
    const customers = await rows('customers', ...filter);
    expect(customers.map(({ name }) => name)).toEqual(['Amra Hodžić']);
    expect(await rows('promises', '--customer', 'Nobody')).toEqual([]);
  });

  it('says how many of what went where', async () => {
    const { home, run } = await aWeek();
    const { stderr } = await run('promises', '--output', join(home, 'promises.csv'));
    expect(stderr).toMatch(/^5 promises → .*promises\.csv, head [0-9a-f]{64}\n$/);
  });

  it('refuses what it does not know, and says what was perhaps meant', async () => {
    const { run } = await aWeek();
    const part = await run('promisses');
    expect(part.code).toBe(2);
    expect(part.stderr).toContain('There is no export of “promisses”.');
    expect(part.stderr).toContain('promises');
    const field = await run('offers', '--fields', 'remedy,words');
    expect(field.code).toBe(2);
    expect(field.stderr).toContain('remedy, amount, currency');
    const format = await run('--format', 'xls');
    expect(format.code).toBe(2);
    expect(format.stderr).toContain('csv, jsonl, xlsx');
  });
});

describe('a workbook', () => {
  it('has moments, sums and truth values that a spreadsheet can count with', async () => {
    const { home, run } = await aWeek();
    const file = join(home, 'complaints.xlsx');
    const { code } = await run('--output', file);
    expect(code).toBe(0);
    expect(readFileSync(`${file}.head`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    const [header = [], first = []] = await readSheet(file);
    const cell = (name: string) => first[header.indexOf(name)];
    expect(header).toEqual(exportTables.complaints.fields.map(({ name }) => name));
    expect(cell('reference')).toBe('C-1001');
    expect(cell('opened_at')).toEqual(new Date('2026-11-19T08:12:00.000Z'));
    expect(cell('chosen_amount')).toBe(18);
    expect(cell('confirmed')).toBe(true);
    expect(cell('revision')).toBeTypeOf('number');
    expect(cell('closed_at')).toBeNull();
    expect(JSON.parse(String(cell('promises')))).toHaveLength(1);
  });

  it('gives back what a customer said as it was, without an apostrophe: typed text is never run', async () => {
    const { home, run } = await aWeek();
    const file = join(home, 'customers.xlsx');
    await run('customers', '--output', file, '--fields', 'name,phone');
    const rows = await readSheet(file);
    expect(rows).toContainEqual(['สมชาย ใจดี', '+66 2 000 0101']);
  });
});
