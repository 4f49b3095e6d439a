import type { Messages } from '../language/messages.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { isTextColumn } from './figure.ts';
import { madeText } from './made-text.ts';
import type { Report, ReportPart } from './report.ts';
import { createValueText, type ValueText } from './value-text.ts';

/**
 * A report as Markdown (CommonMark with the tables of GFM): for a wiki, a mail, an issue. What a
 * customer or an owner wrote cannot become mark-up.
 */
export function reportMarkdown(report: Report, words: Messages): string {
  const values = createValueText(words);
  const { title, period, before, narrowedBy, says, business } = report;
  const about = [
    business === '' ? '' : `**${inline(business)}**`,
    `**${inline(period.text)}**`,
    before === undefined ? '' : inline(words.say('report.text.before', { period: before.text })),
    narrowedBy === '' ? '' : inline(words.say('report.text.narrowed', { narrowed: narrowedBy })),
  ].filter((line) => line !== '');
  const definitions = report.definitions.map(
    ({ term, says: meaning }) => `- **${inline(term)}**: ${inline(meaning)}`,
  );
  return `${[
    `# ${inline(title)}`,
    inline(says),
    about.join('  \n'),
    ...report.parts.flatMap((part) => partBlocks(part, values)),
    ...(definitions.length === 0
      ? []
      : [`## ${inline(words.say('report.text.definitions'))}`, definitions.join('\n')]),
    inline(madeText(report, words, report.head.length)),
  ].join('\n\n')}\n`;
}

function partBlocks(part: ReportPart, values: ValueText): readonly string[] {
  const heading = `## ${inline(part.title)}`;
  if (part.rows.length === 0) return [heading, inline(part.empty)];
  const remarked = part.rows.some(({ remark }) => remark !== undefined);
  const titles = [...part.columns.map(({ title }) => title), ...(remarked ? [''] : [])];
  const rule = titles.map((_, at) =>
    at < part.columns.length && !isTextColumn(part, at) ? '---:' : '---',
  );
  const rows = part.rows.map(({ cells, remark }) => [
    ...part.columns.map((_, at) => values.of(cells[at]?.value ?? { kind: 'none' })),
    ...(remarked ? [remark ?? ''] : []),
  ]);
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [
    heading,
    [line(titles.map(inline)), line(rule), ...rows.map((row) => line(row.map(inline)))].join('\n'),
  ];
}

/** What CommonMark and GFM take for mark-up wherever it stands, and what makes an address a link. */
const acting = /[\\`*_[\]<>#|~&]|:(?=\/\/)|(?<=\bwww)\./gi;
/** What they take for a list or a rule at the beginning of a line. */
const beginning = /^(\s*)([-+=]|\d+(?=[.)]))/;

const inline = (text: string): string =>
  safeLine(text)
    .replace(acting, '\\$&')
    .replace(beginning, (_, blanks: string, sign: string) =>
      /\d/.test(sign) ? `${blanks}${sign}\\` : `${blanks}\\${sign}`,
    );
