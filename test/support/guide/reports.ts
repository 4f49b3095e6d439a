import { createMessages } from '../../../src/language/messages.ts';
import { makers } from '../../../src/reports/make/makers.ts';
import { reportNames } from '../../../src/reports/report.ts';
import { table } from './table.ts';

const words = createMessages('en');

/** @returns for each report what it answers, and what its figures mean. */
export const reportTables = (): string =>
  reportNames
    .map((name) => {
      const rows = makers[name].terms.map((term) => [
        said(`report.term.${term}`),
        said(`report.means.${term}`),
      ]);
      const says = words.say(`report.says.${name}`);
      const title = words.say(`report.title.${name}`);
      return `### ${title}, \`amends report ${name}\`\n\n${says}\n\n${table(['figure', 'what it means'], rows)}`;
    })
    .join('\n\n');

function said(key: string): string {
  if (!words.has(key)) throw new RangeError(`${key} has no words`);
  return words.say(key);
}
