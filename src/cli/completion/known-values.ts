import { customerListFields } from '../../desk/customers/customer-record.ts';
import { exportNames, exportTables } from '../../desk/exports.ts';
import { figureNames } from '../../desk/figures/figure-parts.ts';
import { eventFields } from '../../desk/read-log.ts';
import { complaintFields } from '../../desk/read-record.ts';
import { LANGUAGE_TAGS } from '../../language/language-tag.ts';
import { reportNames } from '../../reports/report.ts';
import { clockKinds } from '../../rules/clock.ts';
import { roles } from '../../rules/playbook.ts';
import { standings } from '../../rules/state.ts';
import { contactOutcomes, outcomes, stages, verdicts } from '../../rules/steps.ts';
import { exportFormats } from '../export/format.ts';
import { reportFormats } from '../report/write-report.ts';
import { searchFields } from '../search.ts';
import { commandNames } from '../stray-operand.ts';
import { todayFields } from '../today.ts';
import { whyDueFields } from '../why-due.ts';

/** The shells that a script is there for. */
export const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const;
export type Shell = (typeof shells)[number];

const yesOrNo = ['yes', 'no'];
const sorts = ['opened_at', 'updated_at', 'answer_due', 'reference'];

/** What an option or an operand can be, by its name; by `COMMAND NAME` where commands differ. */
const known: Readonly<Record<string, readonly string[]>> = {
  lang: LANGUAGE_TAGS,
  language: LANGUAGE_TAGS,
  languages: LANGUAGE_TAGS,
  color: ['auto', 'always', 'never'],
  stage: stages,
  outcome: contactOutcomes,
  'list outcome': outcomes,
  'search outcome': outcomes,
  'export outcome': outcomes,
  'report outcome': outcomes,
  verdict: verdicts,
  role: roles,
  clock: clockKinds,
  standing: standings,
  'customer edit standing': [...standings, 'none'],
  'customer edit key': yesOrNo,
  sort: [...sorts, ...sorts.map((name) => `-${name}`)],
  'customer list sort': ['number', 'name', '-number', '-name'],
  format: exportFormats,
  'report format': reportFormats,
  by: [],
  'report by': ['day', 'week', 'month', 'quarter', 'year'],
  'report of': ['cause', 'product', 'both'],
  'import preset': ['amends', 'nyc311', 'cfpb'],
  'import date-order': ['dmy', 'mdy', 'ymd'],
  'import delimiter': ['comma', 'semicolon', 'tab', 'pipe'],
  'report name': reportNames,
  figure: figureNames(),
  what: exportNames,
  'completion words': shells,
  'help command': commandNames,
};

/** The fields of a row, by the command that writes it. */
const fields: Readonly<Record<string, readonly { readonly name: string }[]>> = {
  today: todayFields,
  search: searchFields,
  log: eventFields,
  'why-due': whyDueFields,
  'customer list': customerListFields,
};

/** Options that take a list of fields. */
const listsFields = ['json', 'jsonl', 'csv', 'plain', 'fields'];

/**
 * @param command `list`, or `customer edit`
 * @param name of the option or the operand
 * @param placeholder what help shows in its place: `yes|no`
 * @param operands that were typed
 * @returns everything that it can be; undefined where nobody has a list of that
 */
export function knownValues(
  command: string,
  name: string,
  placeholder: string,
  operands: readonly string[],
): readonly string[] | undefined {
  if (placeholder === 'yes|no') return yesOrNo;
  if (listsFields.includes(name)) return fieldsOf(command, operands)?.map((field) => field.name);
  return known[`${command} ${name}`] ?? known[name];
}

function fieldsOf(
  command: string,
  [what]: readonly string[],
): readonly { readonly name: string }[] | undefined {
  if (command === 'export') {
    return exportTables[exportNames.find((name) => name === what) ?? 'complaints'].fields;
  }
  const ofOthers = ['agent', 'customer', 'report'].some((group) => command.startsWith(group));
  return fields[command] ?? (ofOthers ? undefined : complaintFields);
}
