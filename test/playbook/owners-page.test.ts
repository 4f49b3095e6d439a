import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineVariables, moments } from '../../src/playbook/script-words.ts';
import { faultOf, shippedFolder } from './pack-copy.ts';

const page = readFileSync(join(shippedFolder, 'README.md'), 'utf8');

describe('the owners’ page', () => {
  it('names every question and moment, and every variable', () => {
    const words = new Set(page.split(/[^a-z_{}]+/));
    expect(moments.filter((moment) => !words.has(moment))).toEqual([]);
    expect(lineVariables.filter((name) => !page.includes(`\`{${name}}\``))).toEqual([]);
  });

  it('shows lines that hold', async () => {
    const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    expect(example).toContain('lines:');
    // One mistake put into it is the only one found.
    const fault = await faultOf('lines.en.yaml', example.replace('{cause}', '{motive}'));
    expect(fault).toMatchObject({
      line: 3,
      field: 'lines.apology[0].say',
      code: 'unknown_variable',
    });
  });

  it('shows opening hours and targets that hold', async () => {
    const blockAfter = (title: string) =>
      (page.split(`### ${title}`)[1]?.match(/(?:^ {4}.*\n)+/m)?.[0] ?? '').replaceAll(
        /^ {4}/gm,
        '',
      );
    const hours = blockAfter('Opening hours');
    expect(hours).toContain('sunday: closed');
    expect(await faultOf('hours.yaml', hours.replace('closed', 'shut'))).toMatchObject({
      line: 8,
      field: 'hours.sunday',
    });
    const rules = blockAfter('Targets and policy').replaceAll(/^/gm, '  ');
    expect(rules).toContain('keyCustomer');
    const playbook = `name: a\ntitle: a\ncurrency: EUR\ntargets:\n  answer: 10 h\n  aim: 8 h\n  followUp: soon\n${rules}`;
    expect(await faultOf('playbook.yaml', playbook)).toMatchObject({
      line: 7,
      field: 'targets.followUp',
    });
  });
});
