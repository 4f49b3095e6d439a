import type { Ask } from '../../desk/actions/action.ts';
import type { AskName } from '../../desk/actions/names.ts';
import { complaintFields, type RecordField } from '../../desk/read-record.ts';
import { type ComplaintId, type Refusal, readRef } from '../../rules/values.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { fileBytes } from '../file-bytes.ts';
import { readFields } from '../output/choose-output.ts';
import { readReference } from '../references.ts';
import type { ActCommand } from './act-commands.ts';
import { type ActForm, formsOf, operandsOf, pinOption, placeOf } from './act-form.ts';
import { readActFile } from './read-act-file.ts';

/** The options of a command that acts: those of every one, and one for each thing that is asked. */
export interface ActFlags {
  readonly fromFile?: string;
  readonly schema?: boolean;
  readonly dryRun?: boolean;
  readonly json?: string | true;
  readonly pinFromFile?: string;
  readonly [ask: string]: string | boolean | undefined;
}

/** What was typed, by the name of what it is for. */
export type TypedBy = Readonly<Partial<Record<AskName, string>>>;

/** What was typed: of which complaint, what is to be done, and how it is told. */
export interface ActTyped {
  readonly id: ComplaintId;
  readonly form: ActForm;
  readonly values: TypedBy;
  /** The file that they were taken from. */
  readonly file: string | undefined;
  /** What is wrong with the form of that file. */
  readonly malformed: readonly Refusal[];
  readonly pinFile: string | undefined;
  readonly dryRun: boolean;
  /** The fields that a machine asked for. */
  readonly fields: readonly RecordField[] | undefined;
}

/**
 * Sorts out what was typed behind a command.
 * @throws Fault `usage` for a reference that is none or is missing, options that do not go together,
 *   and a file that cannot be read
 */
export async function typedOf(
  context: Context,
  command: ActCommand,
  flags: ActFlags,
  operands: readonly string[],
): Promise<ActTyped> {
  const { references, fields } = sorted(flags, operands);
  const [reference, ...behind] = references;
  if (reference === undefined) {
    throw new Fault('usage', 'reference-missing', { command: command.action.replace('-', ' ') });
  }
  const id = readReference(reference);
  const forms = formsOf(command);
  const { fromFile: file, pinFromFile: pinFile, dryRun = false } = flags;
  const typed = typedBy(forms, flags, behind);
  const shared = { id, file, pinFile, dryRun, fields };
  if (file === undefined) {
    const form = formFor(command, forms, typed);
    requireOfForm(command, forms, form, typed);
    return { ...shared, form, values: typed, malformed: [] };
  }
  const [first] = forms.flatMap((form) =>
    form.action.asks.filter(({ name }) => name in typed).map((ask) => placeOf(form, ask)),
  );
  if (first !== undefined) throw notTogether('--from-file', first);
  if (file === '-' && pinFile === '-') throw notTogether('--from-file -', `--${pinOption} -`);
  const asks = forms.flatMap(({ action }) => action.asks);
  const read = readActFile(await fileBytes(context, file), asks);
  const values = read.ok ? read.typed : {};
  const form = formFor(command, forms, values);
  return { ...shared, form, values, malformed: read.ok ? [] : read.refusals };
}

/** `note --json C-1042`: commander takes the reference for a list of fields. */
function sorted({ json }: ActFlags, operands: readonly string[]) {
  if (json === undefined) return { references: operands, fields: undefined };
  // Only where nothing else could be the reference: `undo 1042 --json 7` is no undo of C-7.
  if (json !== true && operands.length === 0 && readRef(json) !== undefined) {
    return { references: [json], fields: complaintFields };
  }
  const fields = json === true ? complaintFields : readFields(json, complaintFields);
  return { references: operands, fields };
}

function typedBy(forms: readonly ActForm[], flags: ActFlags, behind: readonly string[]): TypedBy {
  const typed: Partial<Record<AskName, string>> = {};
  for (const form of forms) {
    for (const ask of form.action.asks) {
      const given = ask.operand === true ? undefined : flags[form.flagOf(ask)];
      if (typeof given === 'string') typed[ask.name] = given;
    }
    operandsOf(form).forEach(({ name }, at) => {
      const given = behind[at];
      if (given !== undefined) typed[name] = given;
    });
  }
  return typed;
}

function formFor({ instead }: ActCommand, forms: readonly ActForm[], typed: TypedBy): ActForm {
  const [usual, other = usual] = forms;
  const form = instead !== undefined && instead.ask in typed ? other : usual;
  if (form === undefined) throw new RangeError('a command has a form');
  return form;
}

/** `wait --until WHEN --heard TEXT` is two things at once. */
function requireOfForm(
  { instead }: ActCommand,
  forms: readonly ActForm[],
  form: ActForm,
  typed: TypedBy,
): void {
  if (instead === undefined) return;
  const asked = (ask: Ask) => form.action.asks.some(({ name }) => name === ask.name);
  for (const other of forms) {
    const stray = other.action.asks.find((ask) => ask.name in typed && !asked(ask));
    if (stray === undefined) continue;
    const [first, second] = [placeOf(other, stray), `--${instead.flag}`];
    if (instead.ask in typed) throw notTogether(second, first);
    throw new Fault('usage', 'only-with', { first, second });
  }
}

const notTogether = (first: string, second: string): Fault =>
  new Fault('usage', 'not-together', { first, second });
