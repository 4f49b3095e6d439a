import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let home: string;
const run = (args: readonly string[]) => runAmends(args, { home, cwd: home });

describe('a filter by what there is not', () => {
  beforeAll(async () => {
    home = await sampleDay(mkdtempSync(join(tmpdir(), 'amends-filtering-')));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test.for([
    ['a severity', ['list', '--severity', 'hgih'], '--severity', 'Did you mean high?'],
    ['a channel', ['search', 'kettle', '--channel', 'phnoe'], '--channel', 'Did you mean phone?'],
    ['a product', ['report', 'causes', '--product', 'kettel'], '--product', 'kettle?'],
    ['a group of causes', ['export', '--cause', 'delivry'], '--cause', 'Did you mean delivery?'],
    ['a cause', ['list', '--cause', 'delivery/damagd'], '--cause', 'delivery/damaged?'],
    ['other letters', ['list', '--severity', 'HIGH'], '--severity', 'Did you mean high?'],
    ['a remedy', ['list', '--figure', 'offered:refnud'], '--figure', 'mean offered:refund?'],
    ['nothing like a remedy', ['export', '--figure', 'offered:gold'], '--figure', 'offered:refund'],
    ['whoever promised', ['list', '--figure', 'promises-kept:Smm'], '--figure', 'kept:Sam?'],
    ['an hour', ['list', '--figure', 'received:9-99'], '“received:9-99”', 'received:1-9'],
    ['an hour of no day', ['list', '--figure', 'received:7-24'], '“received:7-24”', 'received:1-9'],
  ] as const)('%s is refused, with what was perhaps meant', async ([, args, names, says]) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(names);
    expect(stderr).toContain(says);
  });

  test.for([
    ['--severity', 'urgent'],
    ['--channel', 'letter'],
    ['--cause', 'billing/overcharged'],
    ['--cause', 'manner'],
    ['--figure', 'wished:meeting'],
    ['--figure', 'wished:something-else'],
    ['--figure', 'received:7-3'],
    ['--figure', 'promises-broken:Lejla'],
    ['--owner', 'Ana'],
    ['--product', ''],
  ] as const)('%s %s is known, and an empty answer is done', async (filter) => {
    const { code, stdout, stderr } = await run(['list', '--json', ...filter]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  test('nobody of that name owns anything: an empty answer, and a word why', async () => {
    const { code, stdout, stderr } = await run(['list', '--json', '--owner', 'Lejal']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '[]\n' });
    expect(stderr).toContain('Nobody called “Lejal”');
    expect(stderr).toContain('Did you mean Lejla?');
    const quiet = await run(['list', '--json', '--owner', 'Lejal', '-q']);
    expect(quiet).toMatchObject({ code: 0, stdout: '[]\n', stderr: '' });
  });

  test('what was imported is fine, though the playbook lacks it', async () => {
    const elsewhere = await sampleDay(temporaryFolder());
    const file = join(elsewhere, 'old.jsonl');
    const old = { words: 'It hums.', product: 'samovar', cause: 'noise/humming', channel: 'fax' };
    const row = { reference: 'C-77', opened_at: '2026-11-02T09:00:00.000Z', stage: 'open', ...old };
    writeFileSync(file, `${JSON.stringify(row)}\n`);
    const options = { home: elsewhere, cwd: elsewhere };
    const taken = await runAmends(['import', file, '--as', 'Ana'], options);
    expect(taken.code, taken.stderr).toBe(0);
    for (const filter of [
      ['--product', 'samovar'],
      ['--cause', 'noise'],
      ['--cause', 'noise/humming'],
      ['--channel', 'fax'],
    ]) {
      const found = await runAmends(['list', '--jsonl', 'words', ...filter], options);
      expect(found, filter.join(' ')).toMatchObject({
        code: 0,
        stdout: '{"words":"It hums."}\n',
        stderr: '',
      });
    }
    const slip = await runAmends(['list', '--product', 'smaovar'], options);
    expect(slip.stderr).toContain('Did you mean samovar?');
  });

  test('a playbook that cannot be used says nothing of what there is', async () => {
    const broken = join(temporaryFolder(), 'playbook');
    mkdirSync(broken);
    writeFileSync(join(broken, 'products.yaml'), '}{');
    const { code, stdout } = await run(['list', '--json', '--playbook', broken, '--product', 'x']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '[]\n' });
  });

  test('what is open is counted at a moment, so it has no beginning', async () => {
    const { code, stdout, stderr } = await run([
      'list',
      '--figure',
      'open',
      '--since',
      '2026-11-01',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--figure open and --since');
    expect((await run(['list', '--figure', 'open', '--until', '2026-11-30'])).code).toBe(0);
  });
});
