import { writeFileSync } from 'node:fs';
import { searchFields } from '../../src/cli/search.ts';
import { todayFields } from '../../src/cli/today.ts';
import { whyDueFields } from '../../src/cli/why-due.ts';
import { agentFields } from '../../src/desk/agents/agent-record.ts';
import { questionLabel } from '../../src/desk/refusal-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { outcomes, stages, verdicts } from '../../src/rules/steps.ts';
import { customerFields } from '../../src/store/customer-fields.ts';
import { exportNames } from '../../src/store/exports/export-table.ts';
import { exportTables } from '../../src/store/exports/index.ts';
import { fieldMeanings } from './guide/field-meanings.ts';
import { rowMeanings } from './guide/row-meanings.ts';
import { inProject } from './project.ts';
import { reportSchemas } from './report-schema.ts';

/** A field as any command has it. */
interface Field {
  readonly name: string;
  readonly kind: string;
  readonly members?: readonly Field[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** One kind of row, with what it is. */
interface Row {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** Every kind of row that a command writes as JSON, by the name of its schema. */
export const rows: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(
    exportNames.map((name) => [
      name,
      { title: `a row of amends export ${name}`, fields: exportTables[name].fields },
    ]),
  ),
  customer: { title: 'a row of amends customer show', fields: customerFields },
  agents: { title: 'a row of amends agent list', fields: agentFields },
  today: { title: 'a row of amends today', fields: todayFields },
  search: { title: 'a row of amends search', fields: searchFields },
  'why-due': { title: 'a row of amends why-due', fields: whyDueFields },
};

const words = createMessages('en');

/** @returns what a field of a row says, as the guide's tables have it. */
export function meaningIn(row: string, name: string): string {
  if (row === 'complaints') {
    const label = questionLabel(words, name);
    if (fieldMeanings[name] === undefined && label === name) {
      throw new RangeError(`nobody says what ${name} is`);
    }
    return fieldMeanings[name] ?? label;
  }
  const meaning =
    rowMeanings[row === 'customer' ? 'customers' : row]?.[name] ??
    rowMeanings['of a complaint']?.[name];
  if (meaning === undefined) throw new RangeError(`nobody says what ${name} of ${row} is`);
  return meaning;
}

/** What a text can be, where only this program writes it. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  'complaints.stage': stages,
  'complaints.outcome': outcomes,
  'complaints.verdict': verdicts,
  'history.stage': stages,
  'history.outcome': outcomes,
  'history.verdict': verdicts,
  'search.stage': stages,
  'promises.state': ['open', 'withdrawn', 'kept', 'broken'],
  'offers.state': ['put', 'chosen', 'declined'],
  'approvals.state': ['open', 'approved', 'declined'],
  'contacts.kind': ['callback', 'followup', 'wait'],
  'contacts.state': ['due', 'done', 'dropped'],
  'contacts.outcome': ['reached', 'not_reached', 'moved'],
  'surveys.source': ['callback', 'followup', 'wait'],
};

/** What every row of that kind has: anything else may be null. */
const always: Readonly<Record<string, readonly string[]>> = {
  complaints: [
    ...['reference', 'stage', 'revision', 'opened_at', 'opened_by', 'owner', 'offers', 'promises'],
    ...['contacts', 'answer_aim', 'answer_due', 'updated_at', 'approvals', 'reopened'],
  ],
  events: ['seq', 'n', 'at', 'agent', 'type', 'hash'],
  customers: ['number', 'name', 'key', 'complaints', 'open', 'created_at', 'updated_at'],
  promises: ['reference', 'owner', 'opened_at', 'n', 'what', 'who', 'due', 'state', 'made_at'],
  offers: ['reference', 'owner', 'opened_at', 'n', 'remedy', 'state'],
  surveys: ['reference', 'owner', 'opened_at', 'n', 'source', 'at'],
  agents: ['name', 'team', 'role', 'languages', 'has_pin', 'open_complaints', 'created_at'],
  today: ['section', 'reference', 'kind', 'at', 'owner', 'next', 'leads'],
  search: ['reference', 'opened_at', 'stage', 'owner', 'found_in', 'context', 'found'],
  'why-due': ['reference', 'clock', 'state', 'started', 'lines'],
};

/** Every schema there is. */
export const schemaNames: readonly string[] = [...Object.keys(rows), ...Object.keys(reportSchemas)];

/** @returns the JSON Schema of one row, or of a report (draft 2020-12). */
export function schemaOf(name: string): JsonSchema {
  const ofReport = Object.entries(reportSchemas).find(([one]) => one === name)?.[1];
  if (ofReport !== undefined) return ofReport;
  const row = rows[name];
  if (row === undefined) throw new RangeError(`no row is called ${name}`);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: row.title,
    ...objectSchema(row.fields, name, (field) => meaningIn(name, field)),
  };
}

function objectSchema(
  fields: readonly Field[],
  name: string,
  meaning: (field: string) => string | undefined,
): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => {
        const says = meaning(field.name);
        const description = says === undefined ? {} : { description: says };
        return [field.name, { ...description, ...fieldSchema(field, name) }];
      }),
    ),
    required: fields.map((field) => field.name),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, row: string): JsonSchema {
  const known = always[row === 'customer' ? 'customers' : row] ?? [];
  const isKnown = known.includes(field.name) || field.members !== undefined;
  const orNull = (type: string): string | readonly string[] => (isKnown ? type : [type, 'null']);
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
      return { type: orNull(field.kind) };
    case 'decimal':
      return { type: orNull('string'), pattern: '^\\d+(\\.\\d+)?$' };
    case 'time':
      return {
        type: orNull('string'),
        format: 'date-time',
        pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
      };
    case 'day':
      return { type: orNull('string'), format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
    case 'json':
      return field.members === undefined
        ? { type: [...(isKnown ? [] : ['null']), 'object', 'array'] }
        : { type: 'array', items: objectSchema(field.members, field.name, () => undefined) };
    default: {
      const ones = wordsOf[`${row}.${field.name}`];
      if (ones === undefined) return { type: orNull('string') };
      return { enum: isKnown ? ones : [...ones, null] };
    }
  }
}

export const schemaPath = (name: string): string => inProject(`data/schemas/${name}.json`);

export const schemaText = (name: string): string => `${JSON.stringify(schemaOf(name), null, 2)}\n`;

/** Writes all schemas anew. */
export function writeSchemas(): void {
  for (const name of schemaNames) writeFileSync(schemaPath(name), schemaText(name));
}
