import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportNames } from '../../src/reports/report.ts';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const november = ['--since', '2026-11-01', '--until', '2026-11-30'];

let home: string;
const run = (args: readonly string[]) => runAmends(args, { home, cwd: home });

interface Part {
  readonly part: string;
  readonly rows: readonly { readonly row: string }[];
}

describe('amends report', () => {
  beforeAll(async () => {
    home = await sampleDay(mkdtempSync(join(tmpdir(), 'amends-reporting-')));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test.for(reportNames)(
    '%s says the same as text, JSON, CSV, Markdown and a page',
    async (name) => {
      const written = await Promise.all(
        ['text', 'json', 'csv', 'md', 'html'].map((format) =>
          run(['report', name, ...november, '--format', format]),
        ),
      );
      for (const { code, stderr } of written)
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [text = '', json = '', csv = '', md = '', html = ''] = written.map(
        ({ stdout }) => stdout,
      );
      const { title, report, parts } = JSON.parse(json) as {
        title: string;
        report: string;
        parts: readonly Part[];
      };
      expect(report).toBe(name);
      for (const drawn of [text, md, html]) expect(drawn).toContain(title);
      for (const { part, rows } of parts) {
        for (const { row } of rows) expect(csv).toContain(`"${name}","${part}","${row}"`);
      }
    },
  );

  test('the output options of other commands are here too: a row or a value a line', async () => {
    const given = ['report', 'causes', ...november];
    const [jsonl, plain, csv] = await Promise.all(
      ['--jsonl', '--plain', '--csv'].map((option) => run([...given, option])),
    );
    const [first = ''] = jsonl?.stdout.split('\n') ?? [];
    expect(JSON.parse(first)).toMatchObject({ report: 'causes', part: 'cause', remark: null });
    const values = plain?.stdout.split('\n').slice(0, -1) ?? [];
    for (const line of values) expect(line.split('\t')).toHaveLength(6);
    expect(values[0]).toBe('causes\treport\tperiod\tsince\t2026-10-31T22:00:00.000Z\ttime');
    // The same lines but for the header.
    expect(csv?.stdout.split('\n').slice(1, -1)).toHaveLength(values.length);
    for (const option of ['jsonl', 'plain', 'csv']) {
      const written = await run([...given, '--format', option]);
      expect(written.stdout.length).toBe((await run([...given, `--${option}`])).stdout.length);
    }
  });

  test('the figures are those of the week that is on record', async () => {
    const { stdout } = await run([
      'report',
      'summary',
      ...november,
      '--jq',
      '.parts[0].rows[] | select(.row == "received" or .row == "open") | .cells.now.count',
    ]);
    expect(stdout).toBe('7\n5\n');
  });

  test('what was told to be decided outside is counted (ISO 10002)', async () => {
    const elsewhere = await sampleDay(temporaryFolder());
    const given = ['refer', '1002', 'the ombudsman', '--reason', 'sample reason', '--as', 'Sam'];
    expect((await runAmends(given, { home: elsewhere })).code).toBe(0);
    const { stdout } = await runAmends(
      [
        'report',
        'standard',
        '--jq',
        '.parts[0].rows[] | select(.row == "referred") | .cells.now.count',
      ],
      { home: elsewhere },
    );
    expect(stdout).toBe('1\n');
    const behind = await runAmends(['list', '--figure', 'referred', '--jsonl', 'reference'], {
      home: elsewhere,
    });
    expect(behind.stdout).toBe('{"reference":"C-1002"}\n');
  });

  test('a customer whom nobody knows is named, and where to look', async () => {
    const { code, stderr } = await run(['report', ...november, '--customer', 'Nobody']);
    expect(code).toBe(3);
    expect(stderr).toContain('amends customer list');
  });

  test('narrowed, it says to what, and counts nothing else', async () => {
    const given = ['report', ...november, '--owner', 'Lejla', '--channel', 'phone'];
    const text = await run(given);
    expect(text.stdout).toContain('Only owner Lejla, channel phone');
    const all = await run([
      'list',
      '--owner',
      'Lejla',
      '--channel',
      'phone',
      '--jsonl',
      'reference',
    ]);
    const counted = await run([...given, '--jq', '.parts[0].rows[0].cells.now.count']);
    expect(Number(counted.stdout)).toBe(all.stdout.split('\n').filter(Boolean).length);
  });

  test('a file is written whole, its ending says how, and stdout stays empty', async () => {
    const file = join(home, 'causes.csv');
    const { code, stdout, stderr } = await run(['report', 'causes', ...november, '--output', file]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(file);
    expect(readFileSync(file, 'utf8')).toMatch(/^report,part,row,column,value,unit\n/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.for([
    ['a report that is none', ['report', 'cuases'], ['“cuases”', 'Did you mean causes?']],
    ['two reports', ['report', 'causes', 'times'], ['“report”', 'amends report --help']],
    ['a format that is none', ['report', '--format', 'pdf'], ['--format', 'html']],
    ['two formats', ['report', '--format', 'md', '--json'], ['--json', '--format md']],
    [
      'a line a row, and a page',
      ['report', '--jsonl', '--format', 'md'],
      ['--jsonl', '--format md'],
    ],
    ['lines of two kinds', ['report', '--plain', '--jsonl'], ['--jsonl and --plain']],
    ['jq on lines', ['report', '--jq', '.', '--plain'], ['--jq and --plain']],
    ['lines in a browser', ['report', '--open', '--plain'], ['--open and --plain']],
    ['a step that is none', ['report', '--by', 'hour'], ['--by', 'quarter']],
    ['a grouping that is none', ['report', 'causes', '--of', 'colour'], ['--of', 'product']],
    ['a date that is none', ['report', '--since', 'soonish'], ['soonish']],
    [
      'an end before the beginning',
      ['report', '--since', '2026-11-20', '--until', '2026-11-10'],
      ['2026-11-20', '2026-11-10'],
    ],
    [
      'an end before the first complaint',
      ['report', '--since', 'all', '--until', '2026-11-18'],
      ['--until 2026-11-18', '2026-11-19'],
    ],
    ['a time that is still to come', ['report', '--since', '2126-01-01'], ['2126-01-01', 'today']],
    [
      'a grouping of another report',
      ['report', 'times', '--of', 'product'],
      ['--of', 'amends report causes'],
    ],
    [
      'a measure of another report',
      ['report', '--best-by', 'score'],
      ['--best-by', 'amends report agents'],
    ],
    ['an ending that no report has', ['report', '--output', 'may.pdf'], ['“pdf”', 'html']],
    ['an ending that no export has', ['export', '--output', 'may.ods'], ['“ods”', 'xlsx']],
    [
      'more pieces than anybody looks at',
      ['report', '--since', '2020-01-01', '--by', 'day'],
      ['--by day'],
    ],
    ['speed alone (P26)', ['report', 'agents', '--best-by', 'speed'], ['fast and not good']],
    [
      'a measure that is none',
      ['report', 'agents', '--best-by', 'smile'],
      ['--best-by', 'satisfied'],
    ],
    ['a figure that is none', ['list', '--figure', 'recieved'], ['Did you mean received?']],
    ['a jq expression that is none', ['report', '--jq', '.['], ['jq']],
  ] as const)('%s is refused by name', async ([, args, says]) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const word of says) expect(stderr).toContain(word);
  });

  test('without a record there is nothing to report, and it says what to do', async () => {
    const { code, stderr } = await runAmends(['report']);
    expect(code).toBe(1);
    expect(stderr).toContain('amends');
  });

  test('a file that cannot be written is named, and nothing is left half done', async () => {
    const { code, stderr } = await run(['report', '--output', '/none/there.html']);
    expect(code).toBe(1);
    expect(stderr).toContain('/none/there.html');
  });
});
