import type { PlaybookFault } from '../../playbook/playbook-fault.ts';
import { readYaml, type YamlTree } from '../../playbook/read-yaml.ts';
import { type Refusal, refuse } from '../../rules/values.ts';

/** No complaint comes near this; what does is something else. */
const MOST_BYTES = 5 * 1024 * 1024;

export type TextRead =
  | { readonly ok: true; readonly tree: YamlTree }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads the text of a record file: YAML 1.2, of which JSON is a part.
 * @param text of the file; bytes must be UTF-8, a byte order mark is dropped
 * @returns its values with their places, or all that is wrong with it as text
 */
export function readRecordText(text: string | Uint8Array): TextRead {
  const bytes = typeof text === 'string' ? Buffer.byteLength(text) : text.byteLength;
  if (bytes > MOST_BYTES) return no(refuse('file_too_large'));
  const decoded = typeof text === 'string' ? text.replace(/^\uFEFF/, '') : decode(text);
  if (decoded === undefined) return no(refuse('file_not_utf8'));
  const read = readYaml('', decoded);
  return read.ok ? read : { ok: false, refusals: read.faults.map(asRefusal) };
}

const no = (refusal: Refusal): TextRead => ({ ok: false, refusals: [refusal] });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const CODES: Partial<Record<PlaybookFault['code'], string>> = {
  broken_yaml: 'file_broken',
  too_deep: 'file_too_deep',
  alias: 'file_alias',
  empty_file: 'file_empty',
};

function asRefusal({ code, line = 1, column = 1, facts }: PlaybookFault): Refusal {
  return refuse(CODES[code] ?? 'file_broken', { reason: code, ...facts, line, column });
}
