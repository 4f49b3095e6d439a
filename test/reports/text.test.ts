import { describe, expect, it } from 'vitest';
import { createMessages } from '../../src/language/messages.ts';
import { numberedRows } from '../../src/plain/reports/report-rows.ts';
import { type Cell, type Report, reportNames, type Value } from '../../src/reports/report.ts';
import { bar, sparkline } from '../../src/reports/text/bars.ts';
import { shellLines } from '../../src/reports/text/command-lines.ts';
import { reportLines } from '../../src/reports/text/report-lines.ts';
import { inAscii } from '../../src/terminal/ascii-signs.ts';
import { safeLine } from '../../src/terminal/safe-text.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { runCommand } from '../support/run-command.ts';
import {
  count,
  emptyReport,
  none,
  part,
  reportOf,
  row,
  sampleReports,
  share,
  text,
} from '../support/sample-reports.ts';

const words = createMessages('en');
const drawn = (report: Report, columns = 80, accessible = false): string =>
  reportLines(report, words, { columns, accessible })
    .map((line) => line.text)
    .join('\n');

describe('a report in a terminal', () => {
  it.each(reportNames)('fits %s into any window, wide or narrow', (name) => {
    for (const columns of [56, 60, 80, 100, 120, 200]) {
      for (const line of reportLines(sampleReports[name], words, { columns, accessible: false })) {
        expect(widthOf(line.text), `${columns}: ${line.text}`).toBeLessThanOrEqual(columns);
        expect(line.text).toBe(safeLine(line.text));
        expect(line.text).not.toMatch(/\s$/);
      }
    }
  });

  it.each(reportNames)('has in %s every figure in words, whatever the width', (name) => {
    for (const columns of [56, 80, 160]) {
      const said = drawn(sampleReports[name], columns).replaceAll(/\s+/g, ' ');
      for (const { kind, count: many } of countsOf(sampleReports[name])) {
        expect(said, kind).toContain(many);
      }
    }
  });

  it('says what it is about before any figure: the time, what it is held against, what it leaves out', () => {
    const [business, title, says] = drawn(sampleReports.causes).split('\n');
    expect(business).toBe('Kettles & Sons (sample data)');
    expect(title).toBe('Causes, 1 to 30 November 2026');
    expect(says).toBe('What people complain about most, and what it costs.');
    expect(drawn(sampleReports.causes)).toContain('Only owner Lejla, channel phone.');
    expect(drawn(sampleReports.summary)).toContain('Held against 1 to 31 October 2026.');
  });

  it('draws causes as bars that go down, with a mark that goes up to the right edge (P37)', () => {
    const lines = drawn(sampleReports.causes, 110).split('\n');
    const rows = lines.filter((line) => line.includes('●') && !line.startsWith('█'));
    const places = rows.map((line) => widthOf(line.slice(0, line.indexOf('●'))));
    const lengths = rows.map((line) => line.match(/█/g)?.length ?? 0);
    expect(rows).toHaveLength(6);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(lines).toContain('█ Complaints, as a part of all; ● Together');
  });

  it('says beneath a cause that it is new or growing, however narrow the window (P37)', () => {
    for (const columns of [60, 80, 120]) {
      const said = drawn(sampleReports.causes, columns);
      expect(said).toContain('growing: 27 where 14 were to be expected');
      expect(said).toMatch(/ {2}new$/m);
    }
  });

  it('draws busy hours darker, and puts the evening beneath the morning where there is no room (P46)', () => {
    expect(drawn(sampleReports.peaks, 130)).toMatch(/^Monday .*█20 .*· 0$/m);
    const narrow = drawn(sampleReports.peaks, 60);
    expect(narrow.match(/^Monday /gm)).toHaveLength(2);
    expect(narrow).toMatch(/^Monday .*█20$/m);
    expect(narrow).toMatch(/^Day +12 +13/m);
  });

  it('draws a month as a line, with a gap where nobody answered (P38)', () => {
    expect(sparkline([1, undefined, 8, 4], 10)).toBe('▂ █▅');
    expect(sparkline([0, 0], 10)).toBe('▁▁');
    expect(
      widthOf(
        sparkline(
          Array.from({ length: 365 }, (_, at) => at),
          30,
        ),
      ),
    ).toBe(30);
    expect(drawn(sampleReports.satisfaction)).toMatch(
      /^Score .*5\.0 to 9\.\d, at the end \d\.\d$/m,
    );
  });

  it('lets the smallest bar be seen, and the longest be as wide as there is room', () => {
    expect(bar(0.0001, 4)).toBe('▏   ');
    expect(bar(0, 4)).toBe('    ');
    expect(bar(1, 4)).toBe('████');
    expect(bar(7, 4)).toBe('████');
  });

  it('draws no bar and no point for a row that tells of all the others together', () => {
    const totalled = reportOf('times', 'Times', 'With a total.', [
      part(
        'p',
        'P',
        { a: 'A', b: 'B' },
        [row('r', 'one', count(2)), { ...row('all', 'all', count(8)), total: true }],
        {
          kind: 'bars',
          value: 'b',
        },
      ),
      part(
        'l',
        'L',
        { a: 'A', b: 'B' },
        [row('r', 'one', count(2)), { ...row('all', 'all', count(8)), total: true }],
        {
          kind: 'lines',
          values: ['b'],
        },
      ),
    ]);
    const said = drawn(totalled);
    expect(said).toMatch(/^one +█{28} +2$/m);
    expect(said).toMatch(/^all +8$/m);
    expect(said).toMatch(/^B {2}█ {2}2 to 2, at the end 2$/m);
  });

  it('says of an empty time that nothing happened, and of no share that there is none', () => {
    const said = drawn(emptyReport);
    expect(said.match(/No complaint reached you in this time\./g)).toHaveLength(3);
    expect(said).not.toContain('What the figures mean');
    expect(drawn(sampleReports.times)).toMatch(/they were asked .* 0 +– +– +– +–/);
  });

  it('never rounds a few to none, nor nearly all to all', () => {
    const said = drawn(sampleReports.standard);
    expect(said).toMatch(/closed within three business days +1 +<1 %/);
    expect(said).toMatch(/closed within eight weeks +1,234,567,889 +>99 %/);
  });

  it('needs nothing but ASCII where the terminal has no more; names stay as they are', () => {
    for (const name of reportNames) {
      const plain = inAscii(safeLine(drawn(sampleReports[name]).replaceAll('\n', ' ')));
      expect(plain).not.toMatch(/[\u2010-\u206f\u2190-\u2bff]/);
    }
    expect(inAscii(safeLine('สมชาย'))).toBe('สมชาย');
  });

  it('shows what somebody wrote and never obeys it', () => {
    const report = reportOf('causes', 'Causes\u001b[2J', 'says\rnothing', [
      part(
        'p',
        'a\u202eb',
        { a: 'A\u0007', b: 'B' },
        [{ ...row('r', 'x\u001b]0;paid\u0007\ny', count(1)), remark: '\u009b31mred' }],
        { kind: 'bars', value: 'b' },
      ),
    ]);
    for (const accessible of [false, true]) {
      const said = drawn(report, 80, accessible);
      expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(said).toContain('x␛]0;paid␇↵y');
    }
  });
});

describe('a report that is read aloud', () => {
  it.each(reportNames)('tells %s in sentences, with no picture and no table', (name) => {
    const said = drawn(sampleReports[name], 80, true);
    expect(said).not.toMatch(/[▀-▟●]/);
    expect(said).not.toMatch(/\S {3,}\S/);
  });

  it('says what each figure is, and of how many a share is one', () => {
    const said = drawn(sampleReports.causes, 80, true);
    expect(said).toContain('it arrived damaged: Complaints 41, Share 32 % (41 of 128),');
    expect(said).toContain('New.');
    expect(drawn(sampleReports.times, 80, true)).toContain('Median none');
  });

  it('leaves the hours out in which nobody called', () => {
    const said = drawn(sampleReports.peaks, 80, true);
    expect(said).toContain('Monday: 09 16, 10 18, 11 20,');
    expect(said).toContain('Saturday: none.');
  });
});

describe('the complaints behind a figure', () => {
  it('are a command away, which can be copied as it stands', () => {
    const said = drawn(sampleReports.causes, 60);
    expect(said).toContain('it arrived damaged, Complaints');
    expect(said).toContain('amends list --cause delivery/damaged \\');
    expect(said).toContain('--format json has the command for every figure.');
  });

  it('are named for the busiest hour only, in a map of hours', () => {
    expect(drawn(sampleReports.peaks).match(/amends list/g)).toHaveLength(1);
    expect(drawn(sampleReports.peaks)).toContain('Monday, 11');
  });

  it('are named for the first rows of a long table, which says that there are more', () => {
    expect(drawn(sampleReports.customers).match(/amends list/g)).toHaveLength(5);
    expect(drawn(sampleReports.customers)).toContain('and 35 more rows');
  });

  it('are not offered where there was nothing to count, or none was counted', () => {
    const behind = (value: Value): Cell => ({ value, list: ['list', '--figure', 'upheld'] });
    const rows = [row('upheld', 'upheld', behind(none)), row('late', 'late', behind(count(0)))];
    const odd = reportOf('standard', 'Standard figures', 'None.', [
      part('figures', 'The figures', { figure: 'Figure', now: 'Now' }, rows),
    ]);
    expect(drawn(odd)).not.toContain('amends list');
    expect(numberedRows(odd, words)).toEqual([]);
  });

  it('come back from a shell word for word, however long or odd they are', async () => {
    const list = [
      'list',
      '--product',
      "it's a $(touch x) `kettle`",
      '--owner',
      'สมชาย ใจดี',
      '--late',
    ];
    for (const columns of [20, 60, 200]) {
      const script = shellLines(list, columns)
        .join('\n')
        .replace(/^amends/, "printf '%s\\n'");
      const { stdout } = await runCommand(['sh', '-c', script]);
      expect(stdout.trimEnd().split('\n')).toEqual(list);
    }
  });
});

it('a row of one figure, a column of no figure and a name of no words are drawn too', () => {
  const odd = reportOf('times', 'Times', 'Odd ones.', [
    part(
      'p',
      'P',
      { a: 'A', b: 'B', c: 'C' },
      [row('r', '', none, text('')), row('s', 'x', share(0, 0), none)],
      {
        kind: 'bars',
        value: 'b',
      },
    ),
    part('q', 'Q', { a: 'A', b: 'B' }, [row('r', 'one', count(0))], { kind: 'heat' }),
    part('l', 'L', { a: 'A', b: 'B' }, [row('r', 'one', none)], {
      kind: 'lines',
      values: ['b', 'gone'],
    }),
    part('o', 'O', { a: 'A' }, [row('r', 'alone')], {
      kind: 'pareto',
      value: 'gone',
      share: 'gone',
    }),
  ]);
  for (const columns of [56, 120]) {
    for (const accessible of [false, true])
      expect(drawn(odd, columns, accessible)).toContain('Odd ones.');
  }
});

/** All whole numbers of a report, as they are written. */
function countsOf({ parts }: Report) {
  return parts.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ value }) =>
        value.kind === 'count'
          ? [{ kind: value.kind, count: value.count.toLocaleString('en-GB') }]
          : [],
      ),
    ),
  );
}
