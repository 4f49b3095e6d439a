import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaintFields } from '../src/desk/read-record.ts';
import { inProject } from './support/project.ts';
import { examples, sayOf, withoutDays } from './support/readme-examples.ts';
import { runAmends } from './support/run-amends.ts';
import { sampleHome } from './support/sample-home.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');

describe('the README', () => {
  it('shows what its commands really say, one after the other on one desk', async () => {
    const home = await sampleHome();
    expect(examples().length).toBeGreaterThan(7);
    for (const example of examples()) {
      const { code, says } = await sayOf(example, home);
      expect(withoutDays(says), example.command).toBe(withoutDays(example.says));
      expect(code, example.command).toBe(0);
    }
  });

  it('names every field of a complaint, and no other', () => {
    const named = /<!-- fields -->\n([\s\S]*?)<!-- \/fields -->/.exec(readme)?.[1] ?? '';
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

  it('gives the two set-up commands as they work in a clean clone', () => {
    expect(readme).toContain('npm ci && npx amends new');
    expect(readme).toContain('npm ci && npm test');
  });
});
