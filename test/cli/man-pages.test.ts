import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { manPages } from '../../src/cli/man/man-pages.ts';
import { commandNames } from '../../src/cli/stray-operand.ts';
import { runAmends } from '../support/run-amends.ts';

const pages = await manPages('2026-11-21');
const textOf = (file: string): string => pages.find((page) => page.file === file)?.text ?? '';
const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** What a formatter says about a page. */
const said = (program: string, args: readonly string[], text: string): string => {
  const { stdout, stderr } = spawnSync(program, args, { input: text, encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

describe('the manual', () => {
  it('has a page for the program and one for each command', () => {
    expect(pages.map(({ file }) => file)).toEqual([
      'amends.1',
      ...commandNames.map((name) => `amends-${name}.1`),
    ]);
  });

  it('is named in the package page by page, so that npm puts each where man looks', () => {
    const named = new Set(pages.map(({ file }) => `dist/man/${file}`));
    expect(new Set(packageFile.man)).toEqual(named);
  });

  it('has every option that help has, with the same words', async () => {
    for (const name of ['list', 'export', 'close', 'init']) {
      const { stdout } = await runAmends([name, '--help']);
      const own = stdout.slice(0, stdout.indexOf('Everywhere:'));
      const page = textOf(`amends-${name}.1`);
      const options = [...own.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
        ([, long = '']) => long,
      );
      expect(options.length, name).toBeGreaterThan(3);
      for (const option of options) {
        expect(page, `${name} ${option}`).toContain(`\\fB${option.replaceAll('-', '\\-')}\\fR`);
      }
    }
  });

  it('names the exit codes, the variables and the files', () => {
    const page = textOf('amends.1');
    for (const what of [
      'EXIT STATUS',
      'ENVIRONMENT',
      'FILES',
      '\\fB130\\fR',
      '\\fBAMENDS_DB\\fR',
    ]) {
      expect(page).toContain(what);
    }
  });

  it.skipIf(!has('groff'))('is formatted by groff without a warning', () => {
    for (const { file, text } of pages) {
      expect(said('groff', ['-man', '-Tutf8', '-ww', '-z'], text), file).toBe('');
    }
  });

  it.skipIf(!has('mandoc'))('is formatted by mandoc without a warning', () => {
    for (const { file, text } of pages) {
      expect(said('mandoc', ['-Tlint', '-Wwarning'], text), file).toBe('');
    }
  });

  it.skipIf(!has('groff'))('reads as it is meant', () => {
    const text = said('groff', ['-man', '-Tascii', '-P-c'], textOf('amends-why-due.1'));
    const plain = text.replaceAll(/.\u0008/g, '');
    expect(plain).toContain('amends why-due [options] <reference>');
    expect(plain).toContain('--clock name');
  });
});
