import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJson } from '../../src/reports/json.ts';
import { reportNames } from '../../src/reports/report.ts';
import { inProject } from '../support/project.ts';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { sampleReports } from '../support/sample-reports.ts';
import { rows, schemaNames, schemaPath, schemaText } from '../support/schemas.ts';

const published = (name: string) => JSON.parse(readFileSync(schemaPath(name), 'utf8'));

/** Every command that writes rows, with the schema they follow. */
const written: readonly (readonly [schema: string, command: readonly string[]])[] = [
  ['complaints', ['list', '--json']],
  ['complaints', ['show', 'C-1001', 'C-1007', '--json']],
  ['events', ['log', '--json']],
  ['customers', ['customer', 'list', '--json']],
  ['customer', ['customer', 'show', '1', '--json']],
  ['agents', ['agent', 'list', '--json']],
  ['today', ['today', '--json']],
  ['search', ['search', 'parcel', '--json']],
  ['why-due', ['why-due', 'C-1001', '--json']],
];

/** The same rows as lines of a file. */
const exported = ['complaints', 'events', 'customers', 'promises', 'offers', 'surveys'];

describe('the published schemas', () => {
  it('are those of the program as it is: `npm run readme` writes them', () => {
    const names = readdirSync(inProject('data/schemas')).map((file) => file.replace('.json', ''));
    expect(names.sort()).toEqual([...schemaNames].sort());
    for (const name of names) {
      expect(readFileSync(schemaPath(name), 'utf8'), name).toBe(schemaText(name));
    }
  });

  it('hold for whatever a command really writes', async () => {
    const home = await sampleDay();
    const said = ['--outcome', 'reached', '--satisfied', 'yes', '--score', '9', '--note', 'Good.'];
    await runAmends(['followup', 'C-1006', ...said, '--as', 'Sam'], { home });
    const found = await Promise.all([
      ...written.map(async ([schema, command]) => {
        const { code, stdout } = await runAmends(command, { home });
        return { schema, command, code, records: JSON.parse(stdout) };
      }),
      ...exported.map(async (schema) => {
        const command = ['export', schema, '--format', 'jsonl'];
        const { code, stdout } = await runAmends(command, { home });
        const lines = stdout.split('\n').slice(0, -1);
        return { schema, command, code, records: lines.map((line) => JSON.parse(line)) };
      }),
    ]);
    for (const { schema, command, code, records } of found) {
      const validate = new Ajv2020({
        validateFormats: false,
        allErrors: true,
        allowUnionTypes: true,
      }).compile(published(schema));
      expect(code, command.join(' ')).toBe(0);
      expect(records.length, command.join(' ')).toBeGreaterThan(0);
      for (const record of records) {
        validate(record);
        expect(validate.errors ?? [], `${command.join(' ')}: ${JSON.stringify(record)}`).toEqual(
          [],
        );
      }
    }
  });

  it('hold for every report, of a week and of a time of which there is nothing', async () => {
    const home = await sampleDay();
    const [ofReport, ofRow] = ['report', 'report-row'].map((name) =>
      new Ajv2020({ validateFormats: false, allErrors: true, allowUnionTypes: true }).compile(
        published(name),
      ),
    );
    const kinds = new Set<unknown>();
    const spans = [
      ['--since', 'all'],
      ['--since', '2025-03-01', '--until', '2025-03-02'],
    ];
    const asked = reportNames.flatMap((name) => spans.map((span) => ['report', name, ...span]));
    for (const command of asked) {
      const [json, jsonl] = await Promise.all(
        ['--json', '--jsonl'].map((form) => runAmends([...command, form], { home })),
      );
      const what = command.join(' ');
      expect([json?.code, jsonl?.code], what).toEqual([0, 0]);
      const report = JSON.parse(json?.stdout ?? '');
      ofReport?.(report);
      expect(ofReport?.errors ?? [], what).toEqual([]);
      const lines = (jsonl?.stdout ?? '').split('\n').slice(0, -1);
      const rowsOf = lines.map((line) => JSON.parse(line));
      for (const row of rowsOf) {
        ofRow?.(row);
        expect(ofRow?.errors ?? [], `${what}: ${JSON.stringify(row)}`).toEqual([]);
        for (const { kind } of Object.values<{ kind: string }>(row.cells)) kinds.add(kind);
      }
      type Part = { part: string; rows: object[] };
      const inJson = report.parts.flatMap(({ part, rows: all }: Part) =>
        all.map((row) => ({ report: report.report, part, ...row })),
      );
      expect(rowsOf, what).toEqual(inJson);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['count', 'share', 'time', 'money', 'none']));
  });

  it.each(reportNames)('hold for %s with every kind of figure and of name in it', (name) => {
    const validate = new Ajv2020({
      validateFormats: false,
      allErrors: true,
      allowUnionTypes: true,
    });
    const ofReport = validate.compile(published('report'));
    ofReport(JSON.parse(reportJson(sampleReports[name])));
    expect(ofReport.errors ?? []).toEqual([]);
  });

  it('refuse what a script could not rely on', () => {
    const validate = new Ajv2020({ validateFormats: false, allowUnionTypes: true }).compile(
      published('promises'),
    );
    const promise = Object.fromEntries(
      (rows['promises']?.fields ?? []).map(({ name }) => [name, null]),
    );
    expect(validate(promise)).toBe(false);
    expect(validate({})).toBe(false);
  });
});
