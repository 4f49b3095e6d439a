import { tmpdir } from 'node:os';
import { questionLabel } from '../../../src/desk/refusal-text.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { exportNames } from '../../../src/store/exports/export-table.ts';
import { exportTables } from '../../../src/store/exports/index.ts';
import { type FieldKind, recordFields } from '../../../src/store/record-fields.ts';
import { amendsCommand } from '../run-amends.ts';
import { runCommand } from '../run-command.ts';
import { meaningIn } from '../schemas.ts';
import { besideAny, complaintEvents, deskEvents } from './event-meanings.ts';
import { fieldMeanings } from './field-meanings.ts';
import { code, table } from './table.ts';

const words = createMessages('en');

const kinds: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  decimal: 'sum, such as `29.90`',
  time: 'moment in UTC',
  day: 'day',
  boolean: 'true or false',
  json: 'list of objects',
};

/** @returns the names of all columns, in a line. */
export const fieldNames = (): string => recordFields.map(({ name }) => code(name)).join(', ');

/** @returns every column of a complaint's record, in its order. */
export const columnTable = (): string =>
  table(
    ['column', 'is', 'says'],
    recordFields.map(({ name, kind }) => [code(name), kinds[kind], meaningOf(name)]),
  );

/** @returns every column of everything else that can be exported, in its order. */
export const exportColumnTables = (): string =>
  exportNames
    .filter((name) => name !== 'complaints')
    .map((name) => {
      const rows = exportTables[name].fields.map((field) => [
        code(field.name),
        kinds[field.kind],
        meaningIn(name, field.name),
      ]);
      return `### ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${table(['column', 'is', 'says'], rows)}`;
    })
    .join('\n\n');

/** What only the record has, else the question that the conversation asks. */
function meaningOf(name: string): string {
  const own = fieldMeanings[name];
  const label = questionLabel(words, name);
  if (own === undefined && label === name) throw new RangeError(`nobody says what ${name} is`);
  return own ?? label;
}

type Events = Readonly<Record<string, { readonly says: string; readonly body: object }>>;

/** @returns every event of a complaint, with the names in its body. */
export const complaintEventTable = (): string =>
  `${eventTable(complaintEvents)}\n\nBeside these, any of them may have ${named(besideAny)}: each clock that it started, paused, stopped or gave another target.`;

/** @returns every event of the desk itself. */
export const deskEventTable = (): string => eventTable(deskEvents);

const eventTable = (events: Events): string =>
  table(
    ['event', 'says', 'body'],
    Object.entries(events).map(([type, { says, body }]) => [code(type), says, named(body)]),
  );

const named = (body: object): string => Object.keys(body).map(code).join(' ');

/** The commands that list something else than complaints, with what they need to be asked at all. */
const readers: readonly (readonly string[])[] = [
  ['today'],
  ['search', 'kettle'],
  ['why-due', 'C-1001'],
  ['log'],
  ['customer', 'list'],
  ['agent', 'list'],
];

/** @returns the fields of every other reading command, as it names them itself. */
export async function otherFieldsTable(): Promise<string> {
  // No record is looked at: an unknown field is found before.
  const home = tmpdir();
  const rows = await Promise.all(
    readers.map(async (args) => {
      const { stderr } = await runCommand([...amendsCommand, ...args, '--json', 'no-such-field'], {
        home,
      });
      const [, fields] = /^Fields: (.+)$/m.exec(stderr) ?? [];
      if (fields === undefined) throw new Error(`amends ${args.join(' ')}: ${stderr}`);
      const [first, second] = args;
      const name = first === 'customer' || first === 'agent' ? `${first} ${second}` : `${first}`;
      return [code(`amends ${name}`), fields.split(', ').map(code).join(' ')];
    }),
  );
  return table(['command', 'fields'], rows);
}
