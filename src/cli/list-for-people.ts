import { labelOfChoice } from '../desk/labels.ts';
import {
  type ComplaintSearch,
  complaintFields,
  findRecords,
  type ReadRecord,
} from '../desk/read-record.ts';
import type { Messages } from '../language/messages.ts';
import type { Playbook } from '../rules/playbook.ts';
import { isAnswerOwed } from '../rules/stages.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import type { OutputRecord } from './output/field.ts';
import { tableLines } from './output/table.ts';
import { type Pen, penFor, playbookFor, writeLines } from './people.ts';

const shown = [
  'reference',
  'opened_at',
  'stage',
  'customer_name',
  'product',
  'cause',
  'promises',
  'contacts',
  'answer_due',
  'finished_at',
];

/** Writes the list as a table of one line a complaint, and says when there is nothing or more. */
export async function listForPeople(
  context: Context,
  record: ReadRecord | undefined,
  search: (ComplaintSearch & { readonly limit: number }) | undefined,
): Promise<void> {
  const pen = await penFor(context, record);
  const rows: OutputRecord[] = [];
  if (record !== undefined && search !== undefined) {
    const fields = complaintFields.filter(({ name }) => shown.includes(name));
    // One more than is shown tells whether there are more.
    const many = { ...search, limit: search.limit + 1 };
    for await (const page of findRecords(record, many, fields)) rows.push(...page);
  }
  if (rows.length === 0) return context.note(safeLine(pen.words.say('cli.list.nothing')));
  const limit = search?.limit ?? 0;
  const lines = complaintTable(rows.slice(0, limit), pen, await playbookFor(context));
  await writeLines(context, lines);
  if (rows.length > limit) {
    await context.note(safeLine(pen.words.say('cli.list.more', { limit: String(limit) })));
  }
}

function complaintTable(
  rows: readonly OutputRecord[],
  pen: Pen,
  playbook: Playbook,
): readonly SafeText[] {
  const { words, spoken, now } = pen;
  const column = (key: string, text: (row: OutputRecord) => string, least?: number) => ({
    title: safeLine(words.has(key) ? words.say(key) : key),
    cells: rows.map((row) => safeLine(text(row))),
    ...(least === undefined ? {} : { least }),
  });
  const [titles, ...lines] = tableLines(
    [
      column('cli.list.reference', textOf('reference')),
      column('cli.list.opened', (row) => spoken.moment(at(row['opened_at']), now)),
      column('cli.list.stage', (row) => stageText(said(row['stage']), words)),
      column(
        'cli.list.customer',
        (row) => said(row['customer_name']) || words.say('cli.no-name'),
        8,
      ),
      column(
        'cli.list.about',
        (row) =>
          (['product', 'cause'] as const)
            .map((name) => labelOfChoice(words, playbook, name, said(row[name])))
            .filter(Boolean)
            .join(', '),
        8,
      ),
      column('cli.list.next', (row) => nextOf(row, pen), 8),
    ],
    pen.columns,
  );
  return [...(titles === undefined ? [] : [pen.paint.heading(titles)]), ...lines];
}

interface Due {
  readonly kind: 'callback' | 'followup' | 'wait' | 'promise';
  readonly at: number;
}

/** What comes next: the nearest contact or promise, else the answer while nobody gave one (P28). */
function nextOf(row: OutputRecord, { words, spoken, now }: Pen): string {
  const dues = [...listOf(row['contacts']), ...listOf(row['promises'])].flatMap((each): Due[] => {
    if (each['state'] === 'due') return [{ kind: each['kind'] as Due['kind'], at: at(each['at']) }];
    return each['state'] === 'open' ? [{ kind: 'promise', at: at(each['due']) }] : [];
  });
  const [first] = dues.sort((one, other) => one.at - other.at);
  if (first !== undefined) {
    return words.say(`cli.next.${first.kind}`, { when: spoken.moment(first.at, now) });
  }
  const finished = row['finished_at'] !== null;
  if (!isAnswerOwed({ finished, stage: said(row['stage']) })) return '';
  return words.say('cli.next.answer', { when: spoken.moment(at(row['answer_due']), now) });
}

/** A stage of a newer version stands for itself. */
function stageText(stage: string, words: Messages): string {
  const key = `stage.${stage}`;
  return words.has(key) ? words.say(key) : stage;
}

const textOf = (field: string) => (row: OutputRecord) => said(row[field]);
const said = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);
const at = (time: unknown): number => Date.parse(String(time));
const listOf = (value: unknown): readonly OutputRecord[] =>
  Array.isArray(value) ? (value as OutputRecord[]) : [];
