import { reportNames, type Value } from '../../src/reports/report.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

const text = (description: string): JsonSchema => ({ description, type: 'string' });
const whole = { type: 'integer', minimum: 0 };
const moment = (description: string): JsonSchema => ({
  description,
  type: 'string',
  format: 'date-time',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
});

/** An object with exactly these, but for those that may be missing. */
const exactly = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const several = (items: JsonSchema, description: string): JsonSchema => ({
  description,
  type: 'array',
  items,
});

const here = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** A figure with what it is. */
const value = (
  kind: Value['kind'],
  says: string,
  holds: Readonly<Record<string, JsonSchema>>,
): JsonSchema => ({
  description: says,
  ...exactly({ kind: { const: kind }, ...holds, list: here('list') }, ['list']),
});

/** Every kind there is. */
const values: Readonly<Record<Value['kind'], JsonSchema>> = {
  count: value('count', 'how many', { count: whole }),
  share: value('share', 'so many of so many; of none there is no share', {
    part: whole,
    of: whole,
  }),
  mean: value('mean', 'a mean that is no whole number', { mean: { type: 'number' } }),
  time: value('time', 'a length of time', { seconds: { type: 'number', minimum: 0 } }),
  money: value('money', 'one sum a currency', {
    sums: several(
      exactly({
        amount: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      }),
      'none of them is nothing',
    ),
  }),
  text: value('text', 'words', { text: { type: 'string' } }),
  change: value('change', 'how much more or less than before; 0.5 is half as much again', {
    by: { type: 'number', minimum: -1 },
  }),
  points: value('points', 'by how much a share is larger or smaller; -0.2 is 20 points less', {
    by: { type: 'number', minimum: -1, maximum: 1 },
  }),
  none: value('none', 'there was nothing to count or to divide by', {}),
};

const report = { description: 'which of the reports', enum: reportNames };

/** What stands in a row, in the report and as a line of its own. */
const inRow = {
  row: text('its name, unique within the part'),
  cells: {
    description: 'by the names of the columns, in their order',
    type: 'object',
    additionalProperties: here('value'),
  },
  remark: { description: 'what stands out about it', type: ['string', 'null'] },
};

const shared = {
  value: { description: 'a figure with what it is', oneOf: Object.values(values) },
  list: several(
    { type: 'string' },
    'what stands behind amends to see the complaints that were counted',
  ),
};

const period = exactly({
  since: moment('its first moment'),
  until: moment('the first moment after it'),
  text: text('in words'),
});

const part = exactly({
  part: text('its name'),
  title: text('what it is called'),
  columns: several(
    exactly({ name: text('as the cells have it'), title: text('what it is called') }),
    'the first one names the row',
  ),
  rows: several(exactly(inRow), 'none where there is nothing to tell'),
});

/** The JSON Schema of `report --json`, and of a line of `report --jsonl` (draft 2020-12). */
export const reportSchemas: Readonly<Record<'report' | 'report-row', JsonSchema>> = {
  report: {
    $schema: draft,
    title: 'what amends report --json writes',
    ...exactly({
      report,
      title: text('what it is called'),
      says: text('what it answers'),
      business: text('whose desk it is; empty where nobody said'),
      period: here('period'),
      before: {
        description: 'what it is held against; null where it compares nothing',
        oneOf: [here('period'), { type: 'null' }],
      },
      narrowed_by: text('what it is narrowed by, in words; empty for everything'),
      made_at: moment('when it was made'),
      zone: text('the time zone in which days begin'),
      head: {
        description: 'the newest hash of the log; empty for an empty one',
        type: 'string',
        pattern: '^([0-9a-f]{64})?$',
      },
      parts: several(here('part'), 'its tables'),
      definitions: several(
        exactly({ term: text('what stands in it'), says: text('how it is counted') }),
        'what its figures mean',
      ),
    }),
    $defs: { period, part, ...shared },
  },
  'report-row': {
    $schema: draft,
    title: 'a row of amends report --jsonl',
    ...exactly({ report, part: text('the part it stands in'), ...inRow }),
    $defs: shared,
  },
};
