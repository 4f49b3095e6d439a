import {
  type CustomerSearch,
  customerListFields,
  findCustomerRecords,
} from '../../desk/customers/customer-record.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import type { OutputRecord } from '../output/field.ts';
import { tableLines } from '../output/table.ts';
import { type Pen, penFor, writeLines } from '../people.ts';
import { standingText, textIn } from './standing-text.ts';

/** Writes a table of one line a customer, and says when there is nobody or more. */
export async function customersForPeople(
  context: Context,
  record: ReadRecord | undefined,
  search: CustomerSearch & { readonly limit: number },
): Promise<void> {
  const pen = await penFor(context, record);
  const rows: OutputRecord[] = [];
  if (record !== undefined) {
    // One more than is shown tells whether there are more.
    const many = { ...search, limit: search.limit + 1 };
    const fields = customerListFields.filter(({ name }) => shown.includes(name));
    for await (const page of findCustomerRecords(record.read, many, fields)) rows.push(...page);
  }
  if (rows.length === 0) return context.note(safeLine(pen.words.say('cli.list.nothing')));
  await writeLines(context, customerTable(rows.slice(0, search.limit), pen));
  if (rows.length > search.limit) {
    const limit = String(search.limit);
    await context.note(safeLine(pen.words.say('cli.list.more', { limit })));
  }
}

const shown = [
  'number',
  'name',
  'phone',
  'email',
  'account',
  'language',
  'key',
  'standing',
  'complaints',
  'open',
  'last_complaint_at',
];

function customerTable(rows: readonly OutputRecord[], { words, spoken, now, paint, columns }: Pen) {
  const column = (title: string, text: (row: OutputRecord) => string, least?: number) => ({
    title: safeLine(title),
    cells: rows.map((row) => safeLine(text(row))),
    ...(least === undefined ? {} : { least }),
  });
  const [titles, ...lines] = tableLines(
    [
      column(words.say('cli.customer.number'), (row) => textIn(row, 'number')),
      column(words.say('cli.customer.name'), (row) => textIn(row, 'name'), 8),
      column(
        words.say('cli.customer.reach'),
        (row) => textIn(row, 'phone') || textIn(row, 'email') || textIn(row, 'account'),
        8,
      ),
      column(words.say('cli.customer.language'), (row) => textIn(row, 'language')),
      column(words.say('cli.customer.standing'), (row) => standingText(row, words), 4),
      column(words.say('cli.customer.complaints'), (row) => textIn(row, 'complaints')),
      column(words.say('cli.customer.open'), (row) => textIn(row, 'open')),
      column(words.say('cli.customer.last'), (row) => {
        const last = row['last_complaint_at'];
        return last === null ? '' : spoken.moment(Date.parse(String(last)), now);
      }),
    ],
    columns,
  );
  return [...(titles === undefined ? [] : [paint.heading(titles)]), ...lines];
}
