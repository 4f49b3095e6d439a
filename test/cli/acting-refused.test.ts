import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { deskHome } from './desk-home.ts';

const asked = ['followup', '1001', '--outcome', 'reached'];

const wrong: readonly [
  what: string,
  code: number,
  args: readonly string[],
  says: readonly string[],
][] = [
  ['no reference', 2, ['note'], ['amends note C-1042']],
  ['no reference of a promise', 2, ['promise', 'keep'], ['amends promise keep C-1042']],
  ['a reference that is none', 2, ['note', 'kettle', 'hi'], ['“kettle”']],
  ['a reference that nothing has', 3, ['note', '77', 'hi'], ['C-77']],
  ['another complaint that is not there', 3, ['merge', '1001', '77', '--reason', 'x'], ['C-77']],
  ['a mistyped option', 2, ['assign', '1001', '--too', 'Ana'], ['Did you mean --to?']],
  ['a mistyped part', 2, ['promise', 'kepe', '1001'], ['Did you mean keep?', 'delay']],
  ['a part that is missing', 2, ['promise'], ['add, keep, break, delay, told']],
  ['too much behind it', 2, ['note', '1001', 'one', 'two'], ['“note”', 'amends note --help']],
  ['a missing text', 2, ['note', '1001'], ['TEXT: It is missing: what to write down.']],
  [
    'everything that is missing at once',
    2,
    ['callback', '1001'],
    ['--at: It is missing', '--reason: It is missing'],
  ],
  ['an empty text', 2, ['note', '1001', '  '], ['TEXT: It is missing']],
  [
    'a choice that is not made',
    2,
    ['followup', '1001'],
    ['--outcome: It is missing', '(reached, not_reached, moved)'],
  ],
  ['a text that is too long', 2, ['note', '1001', 'a'.repeat(4001)], ['TEXT', '4,000']],
  ['somebody where nobody else works', 4, ['assign', '1001', '--to', 'Eve'], ['agent add NAME']],
  ['a date that is none', 2, at('soonish'), ['--at: “soonish”']],
  ['a date with two meanings', 2, at('03/04/2030'), ['--at', 'two dates']],
  ['a date that has passed', 4, at('yesterday'), ['--at', 'passed']],
  ['a sum that is none', 2, refund('much'), ['--amount', '29.90']],
  ['a sum below nothing', 2, refund('-5'), ['--amount']],
  ['a sum of another currency', 2, refund('5 USD'), ['--amount', 'EUR']],
  ['a share that is none', 2, ['offer', '1001', 'discount', '--percent', 'all'], ['--percent']],
  ['a size that the remedy has not', 2, [...refund('5'), '--percent', '5'], ['--percent']],
  ['a choice there is not', 2, ['offer', '1001', 'refnd'], ['Did you mean refund?', 'voucher']],
  ['neither yes nor no', 2, [...asked, '--satisfied', 'maybe'], ['--satisfied', 'yes or no']],
  ['a score beyond ten', 2, [...asked, '--satisfied', 'no', '--score', '11'], ['--score', '10']],
  ['what is asked only of others', 2, ['followup', '1001'], ['--outcome']],
  [
    'two things at once',
    2,
    ['wait', '1001', '--until', 'tomorrow', '--heard', 'x'],
    ['--heard and --until'],
  ],
  ['a field that a record has not', 2, ['undo', '1001', '--json', 'stagge'], ['stage?']],
  ['a number behind --json', 2, ['undo', '1001', '--json', '7'], ['field “7”']],
  ['a stage that does not let it', 4, ['close', '1001', '--verdict', 'upheld'], ['amends resolve']],
  ['a promise there is not', 2, ['promise', 'keep', '1001', '9'], ['PROMISE', '“9”']],
  ['a request there is not', 4, ['approve', '1001', '--reason', 'x'], ['C-1001']],
  ['a file that is not there', 2, ['note', '1001', '--from-file', '/none'], ['ENOENT']],
  ['a file and an option', 2, ['note', '1001', 'x', '--from-file', '-'], ['--from-file and TEXT']],
];

function at(when: string): readonly string[] {
  return ['callback', '1001', '--reason', 'x', '--at', when];
}

function refund(sum: string): readonly string[] {
  return ['offer', '1001', 'refund', `--amount=${sum}`];
}

test.for(wrong)('%s changes nothing and says what to do', async ([, code, args, says]) => {
  const desk = await deskHome();
  const before = await desk.run(['log', '--json', 'hash']);
  const ran = await desk.run(args);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
  expect(ran.stderr).toMatch(/^amends: /);
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  for (const text of says) expect(ran.stderr).toContain(text);
  expect((await desk.run(['log', '--json', 'hash'])).stdout).toBe(before.stdout);
});

test('a record that another program keeps to itself ends with 5', async () => {
  const desk = await deskHome();
  const other = new Sqlite(desk.record);
  other.exec('BEGIN IMMEDIATE');
  try {
    const ran = await desk.run(['note', '1001', 'hi'], { env: { AMENDS_BUSY_MS: '50' } });
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(ran.stderr).toContain('Try again');
  } finally {
    other.close();
  }
});

test('a record of a newer version is left alone', async () => {
  const desk = await deskHome();
  const newer = new Sqlite(desk.record);
  newer.pragma('user_version = 999');
  newer.close();
  const ran = await desk.run(['note', '1001', 'hi']);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('newer version');
});

test.skipIf(process.getuid?.() === 0)('a read-only record says so', async () => {
  const desk = await deskHome();
  chmodSync(desk.record, 0o400);
  const ran = await desk.run(['note', '1001', 'hi']);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('read-only');
});

test('a mistyped --db begins no record', async () => {
  const desk = await deskHome();
  const db = join(mkdtempSync(join(desk.home, 'x')), 'typo.db');
  const ran = await desk.run(['note', '1001', 'hi', '--db', db]);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('typo.db');
  expect((await desk.run(['list', '--db', db])).code).toBe(1);
});

test('somebody who does not work here is named after whoever was perhaps meant', async () => {
  const desk = await deskHome();
  await desk.run(['agent', 'add', 'Lejla', '--as', 'Sam']);
  const ran = await desk.run(['assign', '1001', '--to', 'Ljela', '--as', 'Sam']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('Did you mean Lejla?');
});
