import type { Layout, OutputField } from './field.ts';

/**
 * One record a line, fields with a tab between, no header: for `cut`, `sort` and `awk`. A backslash,
 * tab, line feed or carriage return within a field is written `\\`, `\t`, `\n`, `\r`, and every other
 * control or hidden character `\uXXXX`, so that a line is always one record.
 */
export const plainLayout = (fields: readonly OutputField[]): Layout => ({
  begin: '',
  record: (record) => `${fields.map(({ name }) => column(record[name])).join('\t')}\n`,
  end: () => '',
});

// The backslash, C0, C1, bidirectional, zero-width and tag characters, and line separators.
const unsafe =
  /[\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function column(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(unsafe, (found) => named[found] ?? escaped(found));
}

function escaped(found: string): string {
  let text = '';
  for (let at = 0; at < found.length; at++) {
    text += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}
