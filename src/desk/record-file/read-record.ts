import { type FieldPath, fieldText } from '../../playbook/playbook-fault.ts';
import type { YamlTree } from '../../playbook/read-yaml.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { refusesText } from '../../terminal/unsafe-input.ts';
import { readRecordText } from './record-file-text.ts';
import { recordShape, type Shape } from './shape.ts';

/** What a file says, before any rule has looked at it. What it leaves out is not there. */
export interface RecordFile {
  /** When it reached us, where that was before it is taken. */
  readonly received?: string;
  readonly customer?: string | CustomerSaid;
  readonly restated?: string | RestatedSaid;
  readonly confirmed?: boolean;
  readonly thanked?: boolean;
  readonly apology?: { readonly fault?: string; readonly text?: string };
  readonly offers?: readonly OfferSaid[];
  readonly promises?: readonly PromiseSaid[];
  /** The other questions, by name. */
  readonly [question: string]: unknown;
}

export interface CustomerSaid {
  readonly id?: number;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
  readonly address?: string;
  readonly language?: string;
}

export interface RestatedSaid {
  readonly text?: string;
  readonly confirmed?: boolean;
  readonly reason?: string;
}

export interface OfferSaid {
  readonly remedy?: string;
  readonly amount?: string | number;
  readonly percent?: string | number;
}

export interface PromiseSaid {
  readonly what?: string;
  readonly who?: string;
  readonly by?: string;
}

export type RecordRead =
  | { readonly ok: true; readonly record: RecordFile }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads a record file as far as its form goes: what it holds is for the rules to judge.
 * @returns what it says, or everything that is malformed with line, column and path
 */
export function readRecord(text: string | Uint8Array): RecordRead {
  const read = readRecordText(text);
  if (!read.ok) return read;
  const faults: Refusal[] = [];
  const checked = check(read.tree.value, recordShape(), [], { tree: read.tree, faults });
  // The check gave it exactly the fields and types of the shape.
  const record = checked as RecordFile;
  if (faults.length === 0) faults.push(...saidTwice(record, read.tree));
  return faults.length > 0 ? { ok: false, refusals: faults } : { ok: true, record };
}

interface Checking {
  readonly tree: YamlTree;
  readonly faults: Refusal[];
}

/** @returns the value without what is left empty. */
function check(value: unknown, shape: Shape, path: FieldPath, checking: Checking): unknown {
  const fault = (code: string): undefined => {
    checking.faults.push(faultAt(checking.tree, code, path));
  };
  switch (shape.kind) {
    case 'either':
      return check(value, typeof value === 'string' ? shape.text : shape.fields, path, checking);
    case 'fields':
      return isFields(value) ? checkFields(value, shape, path, checking) : fault('file_not_fields');
    case 'list':
      if (!Array.isArray(value)) return fault('file_not_a_list');
      return value.map((item, index) => check(item, shape.of, [...path, index], checking));
    case 'yes':
      return typeof value === 'boolean' ? value : fault('file_not_yes_or_no');
    case 'number':
      return Number.isSafeInteger(value) ? value : fault('file_not_a_number');
    case 'size':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      return typeof value === 'string' ? value : fault('file_not_a_size');
    case 'text': {
      // A number is not taken for text: YAML has dropped the zero that a phone number begins with.
      if (typeof value !== 'string') return fault('file_not_text');
      const unfit = refusesText(value);
      return unfit === undefined ? value : fault(`file_${unfit.replaceAll('-', '_')}`);
    }
  }
}

function checkFields(
  value: Readonly<Record<string, unknown>>,
  shape: Shape & { readonly kind: 'fields' },
  path: FieldPath,
  checking: Checking,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(value).flatMap(([name, item]) => {
    const at = [...path, name];
    const known = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (known === undefined) {
      const facts = { given: name, known: Object.keys(shape.fields).join(', ') };
      checking.faults.push(faultAt(checking.tree, 'file_unknown_field', at, facts, 'key'));
      return [];
    }
    // A field with nothing behind it is one that is left out.
    return item === null ? [] : [[name, check(item, known, at, checking)]];
  });
  return Object.fromEntries(kept) as Readonly<Record<string, unknown>>;
}

/** What can be said in two places is said in one of them. */
function saidTwice(record: RecordFile, tree: YamlTree): readonly Refusal[] {
  const faults: Refusal[] = [];
  const { restated, customer } = record;
  if (typeof restated === 'object') {
    if (restated.confirmed !== undefined && record.confirmed !== undefined) {
      faults.push(faultAt(tree, 'file_twice', ['confirmed'], { other: 'restated.confirmed' }));
    }
    if (restated.reason !== undefined && record['unconfirmed_reason'] !== undefined) {
      const other = 'restated.reason';
      faults.push(faultAt(tree, 'file_twice', ['unconfirmed_reason'], { other }));
    }
  }
  if (typeof customer === 'object' && customer.id !== undefined) {
    const more = Object.keys(customer).length > 1;
    if (more) faults.push(faultAt(tree, 'file_id_alone', ['customer', 'id']));
  }
  return faults;
}

function faultAt(
  tree: YamlTree,
  code: string,
  path: FieldPath,
  facts: Refusal['facts'] = {},
  of: 'key' | 'value' = 'value',
): Refusal {
  const { line, column } = tree.placeOf(path, of);
  const field = fieldText(path);
  return refuse(code, { ...facts, line, column }, field === '' ? undefined : field);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
