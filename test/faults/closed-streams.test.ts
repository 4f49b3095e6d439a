import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../support/clean-environment.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { amendsCommand, openAmends, runAmends } from '../support/run-amends.ts';
import { kettle, sampleHome } from '../support/sample-home.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Runs a line of shell in which `amends` is the built program; it fails where any part of it does. */
async function shell(home: string, line: string) {
  const program = `amends() { ${amendsCommand.map(quoted).join(' ')} "$@"; }`;
  const child = spawn('bash', ['-c', `set -o pipefail; ${program}; ${line}`], {
    env: cleanEnvironment(home),
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const reading = ['list', 'show 1001', 'log', 'today', 'export', 'verify', '--help', 'new --schema'];

describe('somebody closes an end of a pipe', () => {
  it.for(reading)('whoever reads %s has seen enough: it ends quietly with 0', async (command) => {
    const home = await sampleHome();
    const { code, err } = await shell(home, `amends ${command} | head -c 1 >/dev/null`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const closed = await shell(home, `amends -q ${command} >&-`);
    expect(closed).toEqual({ code: 0, out: '', err: '' });
  });

  it('nobody hears what goes wrong: the exit code says it all the same', async () => {
    const home = await sampleHome();
    for (const [line, code] of [
      ['amends show 9999', 3],
      ['amends list --limt 3', 2],
      ['amends new --from-file /none.yaml', 2],
      ['amends list', 0],
    ] as const) {
      expect({ line, ...(await shell(home, `${line} 2>&-`)) }).toMatchObject({ line, code });
      const gone = await shell(home, `exec 2> >(exec true); wait $!; ${line}`);
      expect({ line, ...gone }).toMatchObject({ line, code });
    }
  });

  it('a record that was taken is kept, also when nobody reads its reference', async () => {
    const home = await homeOfSam();
    const line = `printf %s ${quoted(kettle)} | amends new --from-file - | true`;
    await shell(home, line);
    await shell(home, `printf %s ${quoted(kettle)} | amends new --from-file - >&-`);
    const { stdout } = await runAmends(['list', '--json', 'reference'], { home });
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect((await runAmends(['verify'], { home })).code).toBe(0);
  });

  it('nobody answers: a conversation without input names the way without questions', async () => {
    const home = await homeOfSam();
    for (const line of ['amends new </dev/null', 'amends new <&-', 'amends resume </dev/null']) {
      const { code, out, err } = await shell(home, line);
      expect({ line, code, out }).toEqual({ line, code: 2, out: '' });
      expect(err).toContain('--from-file');
    }
    const empty = await shell(home, 'amends new --from-file - <&-');
    expect({ code: empty.code, out: empty.out }).toEqual({ code: 2, out: '' });
    const { stdout } = await runAmends(['log', '--json', 'type'], { home });
    expect(stdout).not.toContain('opened');
  });

  it('the end of input (Ctrl+D) in lines leaves the conversation, to be gone on with', async () => {
    const home = await homeOfSam();
    const desk = openAmends(['new', '--accessible'], { home });
    await desk.see('Customer (').press('ctrl+d').see('amends resume C-1001');
    expect(await desk.exit()).toEqual({ code: 0, signal: 0 });
  });
});
