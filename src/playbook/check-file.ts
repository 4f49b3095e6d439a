import * as v from 'valibot';
import type { Origin, PackFile } from './pack-files.ts';
import {
  type FieldPath,
  fieldText,
  type PlaybookFault,
  type PlaybookFaultCode,
} from './playbook-fault.ts';
import { readTextFile } from './read-file.ts';
import { readYaml, type YamlTree } from './read-yaml.ts';
import { type FileContents, type FileKind, schemas } from './schema.ts';

/** A file whose own shape holds; what it says of other files is still to be checked. */
export interface CheckedFile<Kind extends FileKind = FileKind> {
  readonly name: string;
  readonly origin: Origin;
  readonly contents: FileContents[Kind];
  readonly tree: YamlTree;
}

export type FileCheck<Kind extends FileKind> =
  | { readonly ok: true; readonly file: CheckedFile<Kind> }
  | { readonly ok: false; readonly faults: readonly PlaybookFault[] };

/** The schemas, each known by what it gives. */
const schemaOf: {
  readonly [Kind in FileKind]: v.GenericSchema<unknown, FileContents[Kind]>;
} = schemas;

/** Reads one file and holds it against its schema; tells every fault in it, not only the first. */
export function checkFile<Kind extends FileKind>(kind: Kind, from: PackFile): FileCheck<Kind> {
  const read = readTextFile(from.path);
  if (!read.ok) {
    const { code, reason } = read;
    return { ok: false, faults: [{ file: from.name, code, facts: { reason } }] };
  }
  const yaml = readYaml(from.name, read.text);
  if (!yaml.ok) return yaml;
  const { tree } = yaml;
  const schema: v.GenericSchema<unknown, FileContents[Kind]> = schemaOf[kind];
  const result = v.safeParse(schema, tree.value, { abortPipeEarly: true });
  if (!result.success) {
    const faults = result.issues.map((issue) => asFault(issue, from.name, tree));
    return { ok: false, faults };
  }
  const { name, origin } = from;
  return { ok: true, file: { name, origin, contents: result.output, tree } };
}

/** A schema's issue says its code in its message, see field-schema.ts. */
function asFault(issue: v.BaseIssue<unknown>, file: string, tree: YamlTree): PlaybookFault {
  const [, code = '', known] = /^(\S+)(?: (.*))?$/s.exec(issue.message) ?? [];
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const most = typeof issue.requirement === 'number' ? issue.requirement : undefined;
  return faultAt({ name: file, tree }, path, code as PlaybookFaultCode, {
    found: found(issue.input),
    ...(known === undefined ? {} : { known }),
    ...(most === undefined ? {} : { most }),
  });
}

/** @returns a fault with the place of the field it is about. */
export function faultAt(
  file: { readonly name: string; readonly tree: YamlTree },
  path: FieldPath,
  code: PlaybookFaultCode,
  facts: PlaybookFault['facts'],
  of: 'value' | 'key' = code === 'unknown_field' ? 'key' : 'value',
): PlaybookFault {
  const field = fieldText(path);
  return {
    file: file.name,
    ...file.tree.placeOf(path, of),
    ...(field === '' ? {} : { field }),
    code,
    facts,
  };
}

/** What stands there instead, short enough for a message. */
function found(input: unknown): string {
  if (Array.isArray(input)) return '[...]';
  if (typeof input === 'object' && input !== null) return '{...}';
  const shown = JSON.stringify(input) ?? '';
  return shown.length > 60 ? `${shown.slice(0, 59).toWellFormed()}…` : shown;
}
