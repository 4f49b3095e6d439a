import type { Layout, OutputField } from './field.ts';

/**
 * RFC 4180 with a header line and lines that end in LF, the same as `export` writes: every text in
 * quotes, nothing for what is not known, and an apostrophe before a text that a spreadsheet would
 * run as a formula (OWASP, CSV injection).
 */
export const csvLayout = (fields: readonly OutputField[]): Layout => ({
  begin: `${fields.map(({ name }) => name).join(',')}\n`,
  record: (record) => `${fields.map((field) => cell(field, record[field.name])).join(',')}\n`,
  end: () => '',
});

/** One that begins with an apostrophe already gets another, so that taking one away gives it back. */
const formula = /^'*[=+\-@\t\r]/;

function cell({ kind }: OutputField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'text') return quoted(formula.test(String(value)) ? `'${value}` : String(value));
  if (kind === 'json') return quoted(JSON.stringify(value));
  return String(value);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
