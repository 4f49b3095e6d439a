import { readFileSync, writeFileSync } from 'node:fs';
import { actionTable } from './guide/actions.ts';
import { importFieldTable } from './guide/import.ts';
import { keyTables } from './guide/keys.ts';
import { stageRefusals, transitionTable } from './guide/life.ts';
import {
  columnTable,
  complaintEventTable,
  deskEventTable,
  exportColumnTables,
  fieldNames,
  otherFieldsTable,
} from './guide/record.ts';
import { reportTables } from './guide/reports.ts';
import { inProject } from './project.ts';

/** The guide's pages, from the one that is read first. */
export const guidePages = [
  'README.md',
  'agent.md',
  'supervisor.md',
  'owner.md',
  'reports.md',
  'scripts.md',
  'import.md',
  'life.md',
  'actions.md',
  'keys.md',
  'record.md',
].map((name) => `data/guide/${name}`);

/** Every page with something in it that is made of the program. */
export const pagesWithTables: readonly string[] = ['README.md', ...guidePages];

/** What is made of the program itself, by the name it has in the pages. */
const made: Readonly<Record<string, () => string | Promise<string>>> = {
  transitions: transitionTable,
  refusals: stageRefusals,
  actions: actionTable,
  keys: keyTables,
  'field-names': fieldNames,
  columns: columnTable,
  'export-columns': exportColumnTables,
  'complaint-events': complaintEventTable,
  'desk-events': deskEventTable,
  'other-fields': otherFieldsTable,
  'import-fields': importFieldTable,
  'report-figures': reportTables,
};

/** The names of all tables. */
export const tableNames: readonly string[] = Object.keys(made);

/** A table stands between `<!-- made: NAME -->` and `<!-- /made -->`. */
const places = /(<!-- made: ([a-z-]+) -->\n)([\s\S]*?)(<!-- \/made -->)/g;

/** @returns the names of the tables of a page. */
export const tablesOf = (page: string): readonly string[] =>
  [...readFileSync(inProject(page), 'utf8').matchAll(places)].map(([, , name = '']) => name);

/** @returns a page with its tables as the program has them now. */
export async function pageAsMade(page: string): Promise<string> {
  const text = readFileSync(inProject(page), 'utf8');
  let written = '';
  let end = 0;
  for (const match of text.matchAll(places)) {
    const [whole, begin = '', name = '', , close = ''] = match;
    const make = made[name];
    if (make === undefined) throw new RangeError(`${page}: there is no table ${name}`);
    written += `${text.slice(end, match.index)}${begin}\n${await make()}\n\n${close}`;
    end = match.index + whole.length;
  }
  return written + text.slice(end);
}

/** Writes the tables of all pages anew. */
export async function writeTables(): Promise<void> {
  for (const page of pagesWithTables) writeFileSync(inProject(page), await pageAsMade(page));
}
