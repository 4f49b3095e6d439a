import type { Layout, OutputField, OutputRecord } from './field.ts';

/** An array with one record a line: easy on the eye, on `diff`, and on memory. */
export const jsonLayout = (fields: readonly OutputField[]): Layout => ({
  begin: '[',
  record: (record, first) => `${first ? '\n' : ',\n'}${jsonText(record, fields)}`,
  end: (none) => (none ? ']\n' : '\n]\n'),
});

/** One record a line and nothing around it. */
export const jsonlLayout = (fields: readonly OutputField[]): Layout => ({
  begin: '',
  record: (record) => `${jsonText(record, fields)}\n`,
  end: () => '',
});

/** What JSON may hold as it is, and what a terminal would obey or hide. */
const acting =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * @returns a record as JSON on one line, its keys in the order of the fields. Whatever could act on
 *   a terminal is written as `\uXXXX`, which is the same text to every JSON reader.
 */
export function jsonText(record: OutputRecord, fields: readonly OutputField[]): string {
  const ordered = Object.fromEntries(fields.map(({ name }) => [name, record[name] ?? null]));
  return JSON.stringify(ordered).replace(acting, escaped);
}

function escaped(found: string): string {
  let text = '';
  for (let at = 0; at < found.length; at++) {
    text += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}
