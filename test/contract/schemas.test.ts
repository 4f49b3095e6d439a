import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { inProject } from '../support/project.ts';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { rows, schemaPath, schemaText } from '../support/schemas.ts';

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
    expect(names.sort()).toEqual(Object.keys(rows).sort());
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
