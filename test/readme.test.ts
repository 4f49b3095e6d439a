import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaintFields } from '../src/desk/read-record.ts';
import { mailedBy } from './support/mailed-by.ts';
import { inProject } from './support/project.ts';
import { examples, sayOf, scriptsOf, withoutDays } from './support/readme-examples.ts';
import { runAmends } from './support/run-amends.ts';
import { sampleDay } from './support/sample-day.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');

describe('the README', () => {
  it('shows what its commands really say, one after the other on one desk', async () => {
    const home = await sampleDay();
    expect(examples('README.md').length).toBeGreaterThan(11);
    for (const example of examples('README.md')) {
      const { code, says } = await sayOf(example, home);
      expect(withoutDays(says), example.command).toBe(withoutDays(example.says));
      expect(code, example.command).toBe(0);
    }
  });

  it('mails what is late with its script, and mails nothing when nothing is (P28, P29)', async () => {
    const [script = '', lastWeek = ''] = scriptsOf('README.md');
    const mailed = await mailedBy(script, await sampleDay());
    expect(mailed).toMatch(/^-s Late this morning ana@example\.org$/m);
    expect(mailed).toMatch(/^Lejla: C-1002, Amra Hodžić, promise the visit$/m);
    expect(await mailedBy(script)).toBe('');
    const figures = await mailedBy(lastWeek, await sampleDay());
    expect(figures).toMatch(/^-s Complaints last week ana@example\.org$/m);
    expect(figures).toMatch(/^Summary, /m);
  });

  it('names every field of a complaint, and no other', () => {
    const named = /<!-- made: field-names -->\n([\s\S]*?)<!-- \/made -->/.exec(readme)?.[1] ?? '';
    const fields = [...named.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
    expect(fields).toEqual(complaintFields.map(({ name }) => name));
  });

  it('names every environment variable that help names', async () => {
    const { stdout } = await runAmends(['--help']);
    const variables = [...stdout.matchAll(/AMENDS_[A-Z]+/g)].map(([name]) => name);
    for (const variable of variables) expect(readme).toContain(variable);
  });

  it('points at files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    for (const path of links) expect(() => readFileSync(inProject(path)), path).not.toThrow();
  });

  it('leads to the guide', () => {
    expect(readme).toContain('](data/guide/README.md)');
  });

  it('gives the two set-up commands as they work in a clean clone', () => {
    expect(readme).toContain('npm ci && npx amends new');
    expect(readme).toContain('npm ci && npm test');
  });
});
