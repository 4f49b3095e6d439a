import { readRef } from '../../rules/values.ts';
import { Fault } from '../fault.ts';
import { similarTo } from '../similar.ts';
import type { OutputField } from './field.ts';

/** The output options as typed; `true` stands for an option without its list of fields. */
export interface OutputFlags {
  readonly json?: string | true;
  readonly jsonl?: string | true;
  readonly csv?: string | true;
  readonly plain?: string | true;
  readonly jq?: string;
}

const formats = ['json', 'jsonl', 'csv', 'plain'] as const;
export type MachineFormat = (typeof formats)[number];

/** What to write for machines. */
export interface MachineOutput<Field extends OutputField = OutputField> {
  readonly format: MachineFormat;
  readonly fields: readonly Field[];
  readonly jq?: string;
}

/** What was asked for; without `machine`, a page for people. */
export interface ChosenOutput<Field extends OutputField> {
  readonly machine?: MachineOutput<Field>;
  readonly operands: readonly string[];
}

/**
 * Reads the output options.
 * @param known every field there is, in the order of a full record
 * @param operands references that were typed; one that commander took for a list of fields
 *   (`show --json C-1042`) is put back among them
 * @throws Fault `usage` for an unknown field, two formats, or `--jq` with another format than JSON
 */
export function chooseOutput<Field extends OutputField>(
  flags: OutputFlags,
  known: readonly Field[],
  operands: readonly string[] = [],
): ChosenOutput<Field> {
  const [format, second] = formats.filter((each) => flags[each] !== undefined);
  if (second !== undefined) {
    throw new Fault('usage', 'two-formats', { first: `--${format}`, second: `--${second}` });
  }
  if (flags.jq !== undefined && format !== undefined && format !== 'json') {
    throw new Fault('usage', 'two-formats', { first: '--jq', second: `--${format}` });
  }
  if (format === undefined && flags.jq === undefined) return { operands };
  const asked = format === undefined ? true : (flags[format] ?? true);
  const isReference = typeof asked === 'string' && readRef(asked) !== undefined;
  const fields = asked === true || isReference ? known : readFields(asked, known);
  return {
    machine: {
      format: format ?? 'json',
      fields,
      ...(flags.jq === undefined ? {} : { jq: flags.jq }),
    },
    operands: isReference ? [asked, ...operands] : operands,
  };
}

/**
 * Reads a list of fields.
 * @param asked `reference,stage,words`
 * @returns the fields in the order they were asked for
 * @throws Fault `usage` that names those there are
 */
export function readFields<Field extends OutputField>(
  asked: string,
  known: readonly Field[],
): readonly Field[] {
  const names = asked.split(',').map((name) => name.trim());
  return [...new Set(names)].map((name) => {
    const field = known.find((each) => each.name === name);
    if (field !== undefined) return field;
    const all = known.map((each) => each.name);
    throw new Fault(
      'usage',
      'unknown-field',
      { given: name, known: all.join(', ') },
      similarTo(name, all),
    );
  });
}
