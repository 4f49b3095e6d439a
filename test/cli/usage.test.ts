import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import { commandNames } from '../../src/cli/stray-operand.ts';
import { runAmends } from '../support/run-amends.ts';
import { deskHome } from './desk-home.ts';

const wrong: readonly [what: string, args: readonly string[], says: readonly string[]][] = [
  ['a mistyped command', ['lsit'], ['lsit', 'Did you mean list?']],
  ['a mistyped option', ['list', '--limt', '3'], ['--limt', 'Did you mean --limit?']],
  ['an option without its value', ['list', '--limit'], ['--limit']],
  [
    'an unknown field',
    ['list', '--json', 'reference,stagge'],
    ['stagge', 'Did you mean stage?', 'opened_at'],
  ],
  ['an unknown stage', ['list', '--stage', 'opne'], ['opne', 'Did you mean open?']],
  ['a sort that is none', ['list', '--sort', 'words'], ['words', 'opened_at']],
  ['a count that is none', ['list', '--limit', '0'], ['--limit']],
  ['a date that is none', ['list', '--since', 'soonish'], ['--since', 'soonish']],
  ['a date with two meanings', ['list', '--until', '03/04/2026'], ['--until']],
  ['two formats at once', ['list', '--json', '--csv'], ['--json', '--csv']],
  ['jq on anything but JSON', ['list', '--csv', '--jq', '.'], ['--jq', '--csv']],
  ['a colour that is none', ['list', '--color', 'blue'], ['blue', 'always']],
  ['a language that is none', ['list', '--lang', 'xx'], ['xx', 'bg']],
  ['no reference', ['show'], ['C-1042']],
  ['a reference that is none', ['show', 'kettle'], ['kettle']],
  ['a field that the log has not', ['log', '--json', 'words'], ['words', 'hash']],
  ['an export format that is none', ['export', '--format', 'xls'], ['xls', 'csv']],
  ['an export of what is not on record', ['export', 'promisses'], ['promisses', 'promises']],
  ['a shell that has no completion', ['completion', 'tcsh'], ['tcsh', 'zsh']],
  ['a head that is none', ['verify', '--expect', '12'], ['12']],
  ['help for no command', ['help', 'lsit'], ['lsit', 'Did you mean list?']],
  ['help for no part', ['help', 'promise', 'kepe'], ['Did you mean keep?', 'delay']],
  ['a role that is none', ['init', '--role', 'boss'], ['boss', 'supervisor']],
  ['a zone that is none', ['init', '--zone', 'Europe/Sofa'], ['Did you mean Europe/Sofia?']],
  ['a conversation without a terminal', ['new'], ['--from-file']],
  ['a conversation that may not ask', ['new', '--no-input'], ['--no-input', '--from-file']],
  ['a set-up without a terminal', ['init'], ['--business']],
  ['a rehearsal without a file', ['new', '--dry-run'], ['--from-file']],
  [
    'a file and when it reached us',
    ['new', '--from-file', '-', '--received', 'yesterday'],
    ['--received'],
  ],
];

test.for(wrong)('%s is a usage error that says what to do', async ([, args, says]) => {
  const desk = await deskHome();
  const { code, stdout, stderr } = await desk.run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const text of says) expect(stderr).toContain(text);
  expect(stderr).toMatch(/^amends: /);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('the version is one line, also among other options', async () => {
  for (const args of [['-V'], ['--version'], ['list', '--version'], ['-V', '--color', 'never']]) {
    expect(await runAmends(args)).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  }
});

const parts = {
  promise: ['add', 'keep', 'break', 'delay', 'told'],
  agent: ['add', 'list', 'show', 'edit', 'retire'],
};
const paths = [
  ...commandNames.map((name) => [name]),
  ...Object.entries(parts).flatMap(([name, inner]) => inner.map((part) => [name, part])),
];

test('help names every command by what it is for', async () => {
  const { code, stdout } = await runAmends(['--help']);
  expect(code).toBe(0);
  for (const name of commandNames) expect(stdout).toMatch(new RegExp(`^  ${name} .*  [a-z]`, 'm'));
  for (const title of ['Working a complaint:', 'Seeing what is there:', 'The desk itself:']) {
    expect(stdout).toContain(`\n${title}\n`);
  }
});

test.for(paths)('every option of %s has words in its help', async (path) => {
  const help = await runAmends([...path, '--help']);
  // A term and its words stand two blanks apart; a long term has them on the next line.
  const lines = help.stdout.split('\n');
  const bare = lines.filter(
    (line, at) =>
      /^ {2}[-a-z]\S*/.test(line) &&
      !/\S {2,}\S/.test(line.trim()) &&
      !/^ {20,}\S/.test(lines[at + 1] ?? ''),
  );
  expect({ code: help.code, bare }).toEqual({ code: 0, bare: [] });
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(help.stdout).toMatch(new RegExp(`^Usage: amends ${path.join(' ')} `));
  expect(help.stdout.split('\n')[2]).toMatch(/\S/);
});

test('help is asked for before a command as well as behind it, as deep as commands go', async () => {
  for (const path of [['list'], ['promise'], ['promise', 'keep'], ['agent', 'add']]) {
    const behind = await runAmends([...path, '--help']);
    expect(await runAmends(['help', ...path])).toEqual(behind);
  }
  expect(await runAmends(['help'])).toEqual(await runAmends(['--help']));
  expect(await runAmends(['help', 'help'])).toEqual(await runAmends(['--help']));
});

test('a config file gives what flags and the environment leave open', async () => {
  const desk = await deskHome();
  const folder = join(desk.home, 'config', 'amends');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), 'db: ../../elsewhere.db\n');
  const named = await desk.run(['list']);
  expect(named.code).toBe(1);
  expect(named.stderr).toContain(join(desk.home, 'elsewhere.db'));
  expect((await desk.run(['list', '--db', desk.record])).code).toBe(0);
  expect((await desk.run(['list'], { env: { AMENDS_DB: desk.record } })).code).toBe(0);
});

test('a fault in a config file is told with its line', async () => {
  const desk = await deskHome();
  const file = join(desk.home, 'desk.yaml');
  const faults = [
    ['as: Sam\ncolour: never\n', `${file}:2:`, 'Did you mean color?'],
    ['as: Sam\nlang: [en]\n', `${file}:2:`, 'lang'],
    ['color: pink\n', `${file}:1:`, 'pink'],
    ['as: "Sam\n', `${file}:`, 'config file'],
  ] as const;
  for (const [text, place, says] of faults) {
    writeFileSync(file, text);
    const { code, stdout, stderr } = await desk.run(['list', '--config', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(stderr).toContain(says);
  }
  const missing = await desk.run(['list', '--config', join(desk.home, 'none.yaml')]);
  expect(missing.code).toBe(2);
});
