import { labelOfChoice, labelOfOffer } from '../../desk/labels.ts';
import type { ReadRecord } from '../../desk/read-record.ts';
import { moneyText, placesOf } from '../../language/money-text.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { currency, minor } from '../../rules/values.ts';
import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import type { OutputRecord } from '../output/field.ts';
import { type Pen, penFor, playbookFor, writeLines } from '../people.ts';
import { standingText, textIn } from './standing-text.ts';

/** Writes a page for each: everything known of them (P2, P8, P38, P39, P49). */
export async function customerPages(
  context: Context,
  record: ReadRecord | undefined,
  customers: readonly OutputRecord[],
): Promise<void> {
  const pen = await penFor(context, record);
  const playbook = await playbookFor(context);
  const pages = customers.map((customer) => pageOf(customer, pen, playbook));
  await writeLines(
    context,
    pages.flatMap((page, at) => (at === 0 ? page : [safe``, ...page])),
  );
}

function pageOf(customer: OutputRecord, pen: Pen, playbook: Playbook): readonly SafeText[] {
  const { words, paint } = pen;
  const line = (label: string, text: string): readonly SafeText[] =>
    text === '' ? [] : [safe`  ${label}: ${text}`];
  const into = textIn(customer, 'merged_into');
  const language = textIn(customer, 'language');
  return [
    paint.heading(safe`${textIn(customer, 'number')}  ${textIn(customer, 'name')}`),
    ...(into === '' ? [] : [safe`  ${words.say('cli.customer.merged', { into })}`]),
    ...line(words.say('form.phone'), textIn(customer, 'phone')),
    ...line(words.say('form.email'), textIn(customer, 'email')),
    ...line(words.say('form.account'), textIn(customer, 'account')),
    ...line(words.say('form.address'), textIn(customer, 'address')),
    ...line(
      words.say('question.language'),
      language && labelOfChoice(words, playbook, 'language', language),
    ),
    ...line(words.say('cli.customer.page.standing'), standingText(customer, words)),
    ...part('history', customer, pen, (row) => complaintText(row, pen, playbook)),
    ...part('promises', customer, pen, (row) => promiseText(row, pen)),
    ...part('remedies', customer, pen, (row) => remedyText(row, pen, playbook)),
    ...line(
      words.say('cli.customer.page.given'),
      listIn(customer, 'given')
        .map((row) => sumText(row, pen))
        .join(', '),
    ),
    ...part('satisfaction', customer, pen, (row) => satisfactionText(row, pen)),
  ];
}

type Part = 'history' | 'promises' | 'remedies' | 'satisfaction';

/** A heading with how many, and a line each; nothing where there is nothing. */
function part(
  name: Part,
  customer: OutputRecord,
  { words, paint }: Pen,
  text: (row: OutputRecord) => string,
): readonly SafeText[] {
  const rows = listIn(customer, name);
  if (rows.length === 0) return [];
  const title = words.say(`cli.customer.page.${name}`, { count: rows.length });
  return [safe``, paint.heading(safeLine(title)), ...rows.map((row) => safe`  ${text(row)}`)];
}

const listIn = (row: OutputRecord, field: string): readonly OutputRecord[] => {
  const value = row[field];
  return Array.isArray(value) ? (value as OutputRecord[]) : [];
};

const joined = (...parts: readonly string[]): string =>
  parts.filter((one) => one !== '').join(', ');

function complaintText(row: OutputRecord, pen: Pen, playbook: Playbook): string {
  const { words } = pen;
  const label = (question: 'product' | 'cause' | 'outcome'): string => {
    const id = textIn(row, question);
    return id && labelOfChoice(words, playbook, question, id);
  };
  const stage = words.say(`stage.${textIn(row, 'stage')}` as 'stage.open');
  const found = textIn(row, 'verdict');
  const verdict = found && words.say(`choice.verdict.${found}` as 'choice.verdict.upheld');
  const about = joined(label('product'), label('cause'));
  const end = joined(stage, label('outcome'), verdict);
  return `${textIn(row, 'reference')}  ${joined(day(row, 'opened_at', pen), about)} (${end})`;
}

function promiseText(row: OutputRecord, pen: Pen): string {
  const { words } = pen;
  const state = textIn(row, 'state');
  const fate = words.say(
    state === 'open' ? 'stage.open' : (`cli.promise.${state}` as 'cli.promise.kept'),
  );
  const due = day(row, 'due', pen);
  const end = joined(fate, textIn(row, 'reason'));
  return `${textIn(row, 'reference')}  ${joined(textIn(row, 'what'), textIn(row, 'who'), due)} (${end})`;
}

function remedyText(row: OutputRecord, pen: Pen, playbook: Playbook): string {
  const sum = minorIn(row);
  const percent = row['percent'];
  const offer = labelOfOffer(pen.words, playbook, {
    remedy: textIn(row, 'remedy'),
    ...(sum === undefined
      ? {}
      : { amount: minor(sum), currency: currency(textIn(row, 'currency')) }),
    ...(typeof percent === 'number' ? { percent } : {}),
  });
  return `${textIn(row, 'reference')}  ${joined(offer, day(row, 'at', pen))}`;
}

function satisfactionText(row: OutputRecord, pen: Pen): string {
  const { words } = pen;
  const { satisfied, score } = row;
  const said = [
    typeof satisfied === 'boolean'
      ? words.say(satisfied ? 'cli.customer.satisfied' : 'cli.customer.unsatisfied')
      : '',
    typeof score === 'number' ? words.say('cli.customer.score', { score: String(score) }) : '',
  ];
  return `${textIn(row, 'reference')}  ${joined(day(row, 'at', pen), ...said)}`;
}

const sumText = (row: OutputRecord, { words }: Pen): string =>
  moneyText(minorIn(row) ?? 0, textIn(row, 'currency'), words.language);

/** The sum as it is stored: machines get it as a decimal text. */
function minorIn(row: OutputRecord): number | undefined {
  const { amount } = row;
  if (typeof amount !== 'string') return undefined;
  return Math.round(Number(amount) * 10 ** placesOf(textIn(row, 'currency')));
}

const day = (row: OutputRecord, field: string, { spoken, now }: Pen): string => {
  const at = row[field];
  return typeof at === 'string' ? spoken.day(Date.parse(at), now) : '';
};
