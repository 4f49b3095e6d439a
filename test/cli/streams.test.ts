import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { cleanEnvironment } from '../support/clean-environment.ts';
import { textsToBe } from '../support/forbidden.ts';
import { amendsCommand, openAmends } from '../support/run-amends.ts';
import { deskHome } from './desk-home.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Runs a line of shell in which `amends` is the built program. */
async function shell(
  home: string,
  line: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const program = `amends() { ${amendsCommand.map(quoted).join(' ')} "$@"; }`;
  const child = spawn('bash', ['-c', `set -o pipefail; ${program}; ${line}`], {
    env: cleanEnvironment(home),
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const long = { answers: { words: 'pieces'.repeat(10_000) } };

test('a reader that has seen enough ends a command quietly', async () => {
  const { home } = await deskHome(Array.from({ length: 8 }, () => long));
  for (const command of ['list --jsonl', 'export', 'log --jsonl', 'show 1001 1002 1003']) {
    const { code, err } = await shell(home, `amends -q ${command} | head -c 10 >/dev/null`);
    expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
  }
});

test('megabytes reach a slow reader whole', async () => {
  const { home } = await deskHome(Array.from({ length: 40 }, () => long));
  const { code, out } = await shell(home, 'amends list --jsonl words | (sleep 0.3; wc -lc)');
  expect(code).toBe(0);
  expect(out.trim().split(/\s+/).map(Number)).toEqual([
    40,
    40 * (60_000 + '{"words":""}\n'.length),
  ]);
});

test('closed streams are no reason to fail, a full disk is', async () => {
  const { home } = await deskHome();
  expect(await shell(home, 'amends list --json reference <&-')).toMatchObject({ code: 0, err: '' });
  expect(await shell(home, 'amends list 2>&-')).toMatchObject({ code: 0 });
  const full = await shell(home, 'amends list --json >/dev/full');
  expect(full.code).toBe(1);
  expect(full.err).toMatch(/^amends: .*ENOSPC.*\n$/);
});

const colour = '\u001b[';

test('colour is for terminals, and flags and the environment decide first', async () => {
  const { run } = await deskHome();
  const coloured = async (args: string[], env = {}) =>
    (await run(['list', ...args], { env })).stdout.includes(colour);
  expect(await coloured([])).toBe(false);
  expect(await coloured(['--color', 'always'])).toBe(true);
  expect(await coloured([], { FORCE_COLOR: '1' })).toBe(true);
  expect(await coloured(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
  expect(await coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
});

test('on a terminal NO_COLOR and TERM=dumb keep colour away', async () => {
  const { home } = await deskHome();
  const raw = async (env: Record<string, string>): Promise<string> => {
    const terminal = openAmends(['list'], { home, env });
    await terminal.see('C-1001');
    await terminal.exit();
    return terminal.raw();
  };
  expect(await raw({})).toContain(colour);
  expect(await raw({ NO_COLOR: '1' })).not.toContain(colour);
  expect(await raw({ TERM: 'dumb' })).not.toContain(colour);
});

// Everything that a terminal would obey or hide, but for the tab and the line feed of ordinary text.
const acting =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

test('what a customer sends never acts on the terminal, in no form of output', async () => {
  const nasty = textsToBe('marked')
    .map(({ text }) => text)
    .join(' x ');
  const name = `Maria ${nasty.slice(0, 150)}`;
  const { run } = await deskHome([
    {
      customer: { name },
      answers: { words: nasty, product: nasty.slice(0, 150) },
      promised: nasty.slice(0, 300),
    },
  ]);
  const commands = [
    'list',
    'show 1001',
    'log',
    'today',
    'list --json',
    'list --jsonl',
    'list --plain',
  ];
  for (const command of [
    ...commands,
    'list --customer nobody\u001b[31m',
    'show \u001b]0;paid\u0007',
  ]) {
    const { stdout, stderr } = await run(command.split(' '));
    expect({ command, acts: acting.test(stdout + stderr) }).toEqual({ command, acts: false });
  }
  const [record] = JSON.parse((await run(['show', '1001', '--json', 'words'])).stdout) as object[];
  expect(record).toEqual({ words: nasty.trim() });
});

test('in a locale of plain characters remarks and pages have plain signs, and data stays as it is', async () => {
  const said = 'She said “never again” – twice…';
  const desk = await deskHome([{ answers: { words: said } }]);
  const env = { LC_ALL: 'C' };
  const page = await desk.run(['show', '1001'], { env });
  expect(page.stdout).toContain('She said "never again" - twice~');
  const data = await desk.run(['show', '1001', '--jsonl', 'words'], { env });
  expect(JSON.parse(data.stdout)).toEqual({ words: said });
  const fault = await desk.run(['show', 'nothing'], { env });
  expect(fault.stderr).toContain('"nothing" is no reference.');
});
