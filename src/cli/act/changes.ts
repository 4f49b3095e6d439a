import type { RecordField } from '../../desk/read-record.ts';
import type { MachineRecord } from './rehearsal.ts';

/** What every change changes. */
const always: readonly string[] = ['revision', 'updated_at'];

/** One thing that is different afterwards; null for what is not there. */
export interface Change {
  /** A field of the record, `promises 2 due` within a list. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** @returns what differs between two records of a complaint, in the order of the fields. */
export const changesBetween = (
  before: MachineRecord,
  after: MachineRecord,
  fields: readonly RecordField[],
): readonly Change[] =>
  fields
    .filter(({ name }) => !always.includes(name))
    .flatMap(({ name, kind }) =>
      kind === 'json'
        ? listChanges(name, listOf(before[name]), listOf(after[name]))
        : changed(name, before[name], after[name]),
    );

/** Numbered things: promises, contacts, offers. */
function listChanges(
  name: string,
  before: readonly MachineRecord[],
  after: readonly MachineRecord[],
): readonly Change[] {
  const numbers = new Set([...before, ...after].map((item) => item['n']));
  return [...numbers].flatMap((n) => {
    const one = (list: readonly MachineRecord[]) => list.find((item) => item['n'] === n) ?? {};
    const [was, is] = [one(before), one(after)];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((key) => key !== 'n')
      .flatMap((key) => changed(`${name} ${String(n)} ${key}`, was[key], is[key]));
  });
}

function changed(name: string, was: unknown, is: unknown): readonly Change[] {
  const [before, after] = [textOf(was), textOf(is)];
  return before === after ? [] : [{ name, before, after }];
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function listOf(value: unknown): readonly MachineRecord[] {
  return Array.isArray(value) ? (value as MachineRecord[]) : [];
}
