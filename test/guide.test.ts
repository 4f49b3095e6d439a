import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { recordFields } from '../src/store/record-fields.ts';
import { fieldMeanings } from './support/guide/field-meanings.ts';
import { guidePages, pageAsMade, pagesWithTables, tableNames, tablesOf } from './support/guide.ts';
import { inProject } from './support/project.ts';
import { amendsInPath, examples, pathAt, sayOf, withoutDays } from './support/readme-examples.ts';
import { runAmends } from './support/run-amends.ts';
import { runCommand } from './support/run-command.ts';
import { sampleDay } from './support/sample-day.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const textOf = (page: string): string => readFileSync(inProject(page), 'utf8');

describe('the guide and the README', () => {
  it.each(pagesWithTables)(
    'says in %s what the program does now (npm run readme)',
    async (page) => {
      expect(textOf(page)).toBe(await pageAsMade(page));
    },
  );

  it('has every table once: stages, refusals, actions, keys, columns and events', () => {
    expect(pagesWithTables.flatMap(tablesOf).toSorted()).toEqual(tableNames.toSorted());
  });

  it('says of no column what it is that is not in the record', () => {
    const columns = recordFields.map(({ name }) => name);
    expect(Object.keys(fieldMeanings).filter((name) => !columns.includes(name))).toEqual([]);
  });

  it('shows scripts what its commands really say, one after the other on one desk', async () => {
    const page = 'data/guide/scripts.md';
    const home = await sampleDay();
    expect(examples(page).length).toBeGreaterThan(4);
    for (const example of examples(page)) {
      const { says } = await sayOf(example, home);
      expect(withoutDays(says), example.command).toBe(withoutDays(example.says));
    }
  });

  it.each(guidePages)('points in %s at pages and pictures that are there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!http)([^)#]+)\)/g)];
    for (const [, path = ''] of links) {
      expect(existsSync(inProject(join(dirname(page), path))), path).toBe(true);
    }
  });

  it('leads from its first page to every other one', () => {
    const [first = '', ...others] = guidePages;
    for (const page of others) expect(textOf(first)).toContain(`](${page.split('/').at(-1)})`);
  });

  it('names only commands that there are, and only options that they have', async () => {
    const named = guidePages.flatMap((page) => commandsIn(textOf(page)));
    expect(named.length).toBeGreaterThan(20);
    const optionsOf = new Map<string, Set<string>>();
    for (const { command, options } of named) {
      optionsOf.set(command, new Set([...(optionsOf.get(command) ?? []), ...options]));
    }
    for (const [command, options] of optionsOf) {
      const { code, stdout } = await runAmends([...command.split(' '), '--help']);
      expect(code, command).toBe(0);
      expect(stdout, command).toMatch(new RegExp(`^Usage: amends ${command}\\b`, 'm'));
      for (const option of options) expect(stdout, `${command} ${option}`).toContain(option);
    }
  });

  it('sets a desk up in one line, as the owner reads it', async () => {
    const [, line = ''] = /^ {4}(amends init --business[\s\S]*?)\n\n/m.exec(textOf(owner)) ?? [];
    const home = temporaryFolder();
    amendsInPath(home);
    const run = { home, env: { PATH: pathAt(home), AMENDS_AGENT: 'Ana' } };
    expect(await runCommand(['sh', '-c', line], run)).toMatchObject({ code: 0 });
    const added = [...textOf(owner).matchAll(/^ {4}(amends agent add .+)$/gm)];
    expect(added.length).toBe(2);
    for (const [, command = ''] of added) {
      expect(await runCommand(['sh', '-c', command], run), command).toMatchObject({ code: 0 });
    }
    const people = await runAmends(['agent', 'list', '--json', 'name,role,languages'], { home });
    expect(JSON.parse(people.stdout)).toEqual([
      { name: 'Ana', role: 'owner', languages: ['en'] },
      { name: 'Lejla', role: 'agent', languages: ['bs', 'en'] },
      { name: 'Sam', role: 'agent', languages: ['en', 'bg'] },
    ]);
  });
});

const owner = 'data/guide/owner.md';

/** What is typed, in a page: between grave accents, on a line of its own, or behind a `$`. */
function commandsIn(
  text: string,
): readonly { readonly command: string; readonly options: readonly string[] }[] {
  const typed = [...text.matchAll(/`amends ([^`]+)`|^(?: {4}|\$ )amends ((?:.*\\\n)*.+)$/gm)];
  return typed.flatMap(([, inline, line]) => {
    const words = (inline ?? line ?? '').replaceAll(/'[^']*'|"[^"]*"/g, 'TEXT').split(/\s+/);
    const [first = '', second = ''] = words;
    if (!/^[a-z-]+$/.test(first) || first.startsWith('-')) return [];
    const isGroup = ['agent', 'customer', 'promise'].includes(first) && /^[a-z]+$/.test(second);
    const options = words.filter((word) => /^--[a-z-]+$/.test(word));
    if (first === 'help') return [{ command: second, options }];
    return [{ command: isGroup ? `${first} ${second}` : first, options }];
  });
}
