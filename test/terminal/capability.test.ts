import { describe, expect, it } from 'vitest';
import { describeTerminal } from '../../src/terminal/capability.ts';

const terminal = { isTTY: true };
const pipe = {};

describe('what a terminal can do', () => {
  it('draws screens where both ends are a terminal', () => {
    expect(
      describeTerminal({
        stdin: terminal,
        stdout: terminal,
        env: { TERM: 'xterm', LANG: 'en_US.UTF-8' },
        columns: 120,
        rows: 40,
      }),
    ).toEqual({
      interactive: true,
      fullScreen: true,
      accessible: false,
      columns: 120,
      rows: 40,
      unicode: true,
    });
  });

  it('asks nothing when either end is a pipe or a file', () => {
    for (const [stdin, stdout] of [
      [pipe, terminal],
      [terminal, pipe],
      [pipe, pipe],
    ] as const) {
      const { interactive, fullScreen } = describeTerminal({ stdin, stdout, env: {} });
      expect({ interactive, fullScreen }).toEqual({ interactive: false, fullScreen: false });
    }
  });

  it.each([
    ['TERM=dumb', { TERM: 'dumb' }, undefined],
    ['AMENDS_ACCESSIBLE=1', { AMENDS_ACCESSIBLE: '1' }, undefined],
    ['--accessible', {}, true],
  ])('%s asks in lines of text and draws no screen', (_, env, accessible) => {
    const can = describeTerminal({ stdin: terminal, stdout: terminal, env, accessible });
    expect(can).toMatchObject({ interactive: true, accessible: true, fullScreen: false });
  });

  it('takes AMENDS_ACCESSIBLE=0 and an empty one as not set', () => {
    for (const AMENDS_ACCESSIBLE of ['0', '', 'false']) {
      const can = describeTerminal({
        stdin: terminal,
        stdout: terminal,
        env: { AMENDS_ACCESSIBLE },
      });
      expect(can.fullScreen).toBe(true);
    }
  });

  it('draws no screen on a build machine, where Ink would show nothing', () => {
    for (const [CI, fullScreen] of [
      ['true', false],
      ['', false],
      ['0', true],
      ['false', true],
    ] as const) {
      expect(describeTerminal({ stdin: terminal, stdout: terminal, env: { CI } }).fullScreen).toBe(
        fullScreen,
      );
    }
  });

  it('takes 80x24 where the size is not known', () => {
    const can = describeTerminal({ stdin: pipe, stdout: pipe, env: {}, columns: 0 });
    expect(can).toMatchObject({ columns: 80, rows: 24 });
  });

  it('keeps to ASCII where the locale or the console has nothing more', () => {
    const unicode = (env: Record<string, string>) =>
      describeTerminal({ stdin: terminal, stdout: terminal, env }).unicode;
    expect(unicode({})).toBe(true);
    expect(unicode({ LC_ALL: 'C.UTF-8' })).toBe(true);
    expect(unicode({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).toBe(false);
    expect(unicode({ LANG: 'en_US.ISO-8859-1' })).toBe(false);
    expect(unicode({ TERM: 'linux', LANG: 'en_US.UTF-8' })).toBe(false);
  });
});
