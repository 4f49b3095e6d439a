import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pseudo-terminal.ts';
import { pathAt } from '../support/readme-examples.ts';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { deskHome } from './desk-home.ts';

/** A desk in the middle of its week, and somebody who presses Tab. */
async function atTheTab() {
  const home = await sampleDay();
  /** @returns the kind of the answer, then each word that fits without what it is */
  const tab = async (...words: string[]): Promise<readonly string[]> => {
    const args = ['completion', '--words', String(words.length), '--', ...words];
    const { code, stdout, stderr } = await runAmends(args, { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/\t.*/, ''));
  };
  return { home, tab };
}

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe('pressing Tab', () => {
  it('completes commands, their parts and their options', async () => {
    const { tab } = await atTheTab();
    expect(await tab('wh')).toEqual(['words', 'why-due']);
    expect(await tab('promise', '')).toEqual([
      'words',
      ...['add', 'keep', 'break', 'delay', 'told'],
    ]);
    expect(await tab('help', 'exp')).toEqual(['words', 'export']);
    expect(await tab('list', '--st')).toEqual(['words', '--stage']);
    expect(await tab('resolve', 'C-1001', '--accep')).toEqual(['words', '--accepted']);
    expect(await tab('lsit', '')).toEqual(['words']);
  });

  it('completes what an option can be, each of several too', async () => {
    const { tab } = await atTheTab();
    expect(await tab('list', '--stage', 'open,wai')).toEqual(['words', 'open,waiting']);
    expect(await tab('list', '--stage=esc')).toEqual(['words', '--stage=escalated']);
    expect(await tab('export', 'promises', '--fields', 'what,du')).toEqual(['words', 'what,due']);
    expect(await tab('list', '--severity', '')).toEqual([
      'words',
      ...['low', 'normal', 'high', 'urgent'],
    ]);
    expect(await tab('list', '--figure', 'promises-b')).toEqual(['words', 'promises-broken']);
    expect(await tab('export', '--figure', 'op')).toEqual(['words', 'open']);
    expect(await tab('report', '--format', 'js')).toEqual(['words', 'json', 'jsonl']);
    expect(await tab('resolve', 'C-1001', '--accepted', '')).toEqual(['words', 'yes', 'no']);
    expect(await tab('verify', '--expect', '')).toEqual(['words']);
  });

  it('completes references as they were begun, people and customers, from the record', async () => {
    const { home, tab } = await atTheTab();
    expect(await tab('show', 'C-100')).toHaveLength(8);
    expect(await tab('show', '1006')).toEqual(['words', '1006']);
    expect(await tab('show', 'c-1006')).toEqual(['words', 'c-1006']);
    expect(await tab('merge', 'C-1001', 'C-1002')).toEqual(['words', 'C-1002']);
    expect(await tab('list', '--owner', '')).toEqual(['words', 'Ana', 'Lejla', 'Sam']);
    expect(await tab('--as', 'L')).toEqual(['words', 'Lejla']);
    expect(await tab('list', '--customer', 'mar')).toEqual([
      'words',
      'Marko Ilić',
      'Maria Petrova',
    ]);
    expect(await tab('list', '--customer', "'สม")).toEqual(['words', 'สมชาย ใจดี']);
    const elsewhere = join(home, 'elsewhere.db');
    expect(await tab('--db', elsewhere, 'show', 'C-')).toEqual(['words']);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('leaves files and folders to the shell', async () => {
    const { tab } = await atTheTab();
    expect(await tab('export', '--output', 'x')).toEqual(['files']);
    expect(await tab('--playbook', '')).toEqual(['folders']);
  });

  it('keeps quiet about everything that is wrong: somebody is typing', async () => {
    const { tab } = await atTheTab();
    expect(await tab('--config', '/nowhere/config.yaml', 'show', '')).toEqual(['']);
    expect(await tab('--lang', 'xx', 'show', '')).toEqual(['']);
  });

  it('never offers a name with a control character in it', async () => {
    const desk = await deskHome([
      { customer: { name: 'Marta\u001b]0;paid\u0007', phone: '+359 88 123 4567' } },
      { customer: { name: 'Martin $(touch pwned) `id`', phone: '+359 88 123 4568' } },
    ]);
    const line = ['list', '--customer', 'mart'];
    const { stdout } = await desk.run(['completion', '--words', '3', '--', ...line]);
    expect(stdout).toBe('words\nMartin $(touch pwned) `id`\t2\n');
  });
});

describe('the script of a shell', () => {
  it('is printed for each there is, and no other', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'pwsh']) {
      const { code, stdout } = await runAmends(['completion', shell]);
      expect({ code, stdout }).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('amends'),
      });
    }
    const { code, stderr } = await runAmends(['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(stderr).toContain('bash, zsh, fish, pwsh');
  });

  it.skipIf(!has('bash'))('completes in bash', async () => {
    const home = await sampleDay();
    const bash = openTerminal({
      command: ['bash', '--norc', '--noprofile', '-i'],
      home,
      cwd: home,
      env: { PATH: pathAt(home), PS1: '> ' },
    });
    await bash.send('source <(amends completion bash)\n').send('bind "set bell-style none"\n');
    await bash.send('amends show C-1006 --js\t').see('amends show C-1006 --json');
    await bash.send('\u0015amends list --owner Le\t').see('amends list --owner Lejla');
    await bash.send('\u0015amends list --customer สม\t').see('--customer สมชาย\\ ใจดี');
    await bash.send('\u0015amends list --stage=esc\t').see('--stage=escalated');
    await bash.send('\u0015amends export --output pi\t').see('--output pin');
  });

  it.skipIf(!has('bash'))('runs nothing of what a customer is called', async () => {
    const desk = await deskHome([
      { customer: { name: 'Martin $(touch pwned)`touch pwned`', phone: '+359 88 123 4568' } },
    ]);
    const { record, home } = desk;
    const complete = `source <(amends completion bash)
COMP_WORDS=(amends --db '${record}' list --customer Mart) COMP_CWORD=5; _amends
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { amendsInPath } = await import('../support/readme-examples.ts');
    amendsInPath(home);
    const { stdout } = spawnSync('bash', ['-c', complete], {
      cwd: home,
      env: { HOME: home, PATH: pathAt(home), LANG: 'C.UTF-8' },
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('Martin\\ \\$\\(touch\\ pwned\\)\\`touch\\ pwned\\`');
    expect(existsSync(join(home, 'pwned'))).toBe(false);
  });

  it.skipIf(!has('zsh'))('completes in zsh', async () => {
    const home = await sampleDay();
    const zsh = openTerminal({
      command: ['zsh', '-f', '-i'],
      home,
      cwd: home,
      env: { PATH: pathAt(home), PS1: '> ' },
    });
    await zsh.send('autoload -U compinit && compinit -D\n');
    await zsh.send('source <(amends completion zsh); echo is-loaded\n').see(/^is-loaded/m);
    await zsh.send('amends show C-1006 --js\t').see('amends show C-1006 --json');
    await zsh.send('\u0015amends list --owner Le\t').see('amends list --owner Lejla');
    await zsh.send('\u0015amends list --customer Νίκ\t').see('--customer Νίκος\\ Αλεξίου');
    await zsh.send('\u0015amends export --output pi\t').see('--output pin');
  });

  it.skipIf(!has('fish'))('completes in fish', async () => {
    const home = await sampleDay();
    const complete = (line: string): string => {
      const script = `amends completion fish | source; complete -C '${line}'`;
      const { stdout } = spawnSync('fish', ['--no-config', '-c', script], {
        cwd: home,
        env: {
          HOME: home,
          PATH: pathAt(home),
          LANG: 'C.UTF-8',
          XDG_DATA_HOME: join(home, 'share'),
          XDG_CONFIG_HOME: join(home, 'config'),
        },
        encoding: 'utf8',
      });
      return stdout;
    };
    expect(complete('amends wh')).toBe(
      'why-due\twhy a complaint is due when it is, line by line\n',
    );
    expect(complete('amends show C-1006')).toBe('C-1006\tMarko Ilić\n');
    expect(complete('amends list --owner ')).toBe('Ana\towner\nLejla\tagent\nSam\tagent\n');
    expect(complete('amends export --output pi')).toContain('pin');
  });
});
