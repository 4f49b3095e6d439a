import { describe, expect, it } from 'vitest';
import { createMessages } from '../../src/language/messages.ts';
import { reportCsv } from '../../src/reports/csv.ts';
import { reportJson } from '../../src/reports/json.ts';
import { reportMarkdown } from '../../src/reports/markdown.ts';
import { reportNames } from '../../src/reports/report.ts';
import { emptyReport, sampleReports } from '../support/sample-reports.ts';

const words = createMessages('en');

/** A CSV of texts in quotes and bare numbers, read back. */
const readCsv = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map(([, field = '']) => field.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
        .slice(0, 6),
    );

describe('a report as CSV', () => {
  it.each(reportNames)('is one long table of %s, a value a line', (name) => {
    const [header, ...lines] = readCsv(reportCsv(sampleReports[name]));
    expect(header).toEqual(['report', 'part', 'row', 'column', 'value', 'unit']);
    for (const line of lines) {
      expect(line).toHaveLength(6);
      expect(line[0]).toBe(name);
    }
    const keys = lines.map(([, ...rest]) => [...rest.slice(0, 3), rest[4]].join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has numbers that a script can add up: shares with their parts, money by currency, seconds', () => {
    const csv = reportCsv(sampleReports.summary);
    expect(csv).toContain('"summary","figures","received","value",128,"count"\n');
    expect(csv).toContain('"summary","figures","late","value",0.070313,"share"\n');
    expect(csv).toContain('"summary","figures","late","value_part",9,"count"\n');
    expect(csv).toContain('"summary","figures","late","value_of",128,"count"\n');
    expect(csv).toContain('"summary","figures","cost","value",2340.90,"EUR"\n');
    expect(csv).toContain('"summary","figures","cost","value",195.00,"BAM"\n');
    expect(csv).toContain('"summary","figures","late","change",-0.625,"change"\n');
    expect(csv).toContain('"summary","figures","upheld","before",,""\n');
    expect(reportCsv(sampleReports.times)).toContain(
      '"times","clocks","answer","median",22320,"seconds"\n',
    );
  });

  it('says what it is about: the time it covers, its zone, the head of the record', () => {
    const csv = reportCsv(sampleReports.causes);
    expect(csv).toContain('"causes","report","period","since","2026-10-31T22:00:00.000Z","time"');
    expect(csv).toContain(
      '"causes","report","report","narrowed_by","owner Lejla, channel phone","text"',
    );
    expect(csv).toContain('"causes","report","report","head","1a428fb6');
  });

  it('hands a spreadsheet no formula', () => {
    expect(reportCsv(sampleReports.satisfaction)).toContain(`"'=HYPERLINK(""http://example.org"")`);
  });
});

describe('a report as JSON', () => {
  it.each(reportNames)('has in %s every column of every row, by name', (name) => {
    const { parts, ...about } = JSON.parse(reportJson(sampleReports[name]));
    expect(Object.keys(about)).toEqual([
      'report',
      'title',
      'says',
      'business',
      'period',
      'before',
      'narrowed_by',
      'made_at',
      'zone',
      'head',
      'definitions',
    ]);
    for (const { columns, rows } of parts) {
      const names = columns.map((column: { name: string }) => column.name);
      for (const { cells } of rows) expect(Object.keys(cells)).toEqual(names);
    }
  });

  it('names beside a figure what shows the complaints that it counts', () => {
    const { parts } = JSON.parse(reportJson(sampleReports.causes));
    expect(parts[0].rows[0].cells.complaints).toEqual({
      kind: 'count',
      count: 41,
      list: [
        'list',
        '--cause',
        'delivery/damaged',
        '--since',
        '2026-11-01',
        '--until',
        '2026-11-30',
      ],
    });
    expect(parts[0].rows[3].cells.cost).toEqual({
      kind: 'money',
      sums: [
        { amount: '414.00', currency: 'EUR' },
        { amount: '195.00', currency: 'BAM' },
      ],
    });
    expect(parts[0].rows[1].remark).toContain('growing');
  });

  it('holds nothing that a terminal would obey, and is the same text to every reader', () => {
    const json = reportJson(sampleReports.satisfaction);
    expect(json).not.toContain('\u202e');
    expect(JSON.parse(json).parts[1].rows[1].cells.comment.text).toContain('\u202edesrever');
  });
});

describe('a report as Markdown', () => {
  it('is a heading, a table a part, and what the figures mean', () => {
    const page = reportMarkdown(sampleReports.summary, words);
    expect(page).toMatch(/^# Summary\n\nWhat came in/);
    expect(page).toContain('**Kettles & Sons (sample data)**'.replace('&', '\\&'));
    expect(page).toContain(
      '| Figure | Now | Before | Change |  |\n| --- | ---: | ---: | ---: | --- |',
    );
    expect(page).toContain('| Late | 7 % | 19 % | −62 % | changed most |');
    expect(page).toContain('- **late**: complaints that were answered');
    expect(page).toContain('1a428fb673a470341657d9531a428fb673a470341657d9531a428fb673a47034');
  });

  it('lets nobody write mark-up into it', () => {
    const page = reportMarkdown(sampleReports.satisfaction, words);
    expect(page).toContain(String.raw`\<script\>alert("x")\</script\> \& thank you!`);
    expect(page).toContain(String.raw`\| \*not bold\* ‹U+202E›desrever`);
    expect(page).toContain(String.raw`("http\://example.org")`);
  });

  it('says so where there is nothing', () => {
    expect(reportMarkdown(emptyReport, words)).toContain(
      '## At a glance\n\nNo complaint reached you in this time.',
    );
  });
});
