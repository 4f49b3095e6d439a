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
    const fault = await faultOf('lines.en.yaml', example.replace('{cause}', '{reason}'));
    expect(fault).toMatchObject({
      line: 3,
      field: 'lines.apology[0].say',
      code: 'unknown_variable',
    });
  });
});
