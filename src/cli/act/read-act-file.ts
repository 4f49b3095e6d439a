import type { Ask } from '../../desk/actions/action.ts';
import { readRecordText } from '../../desk/record-file/record-file-text.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { refusesText } from '../../terminal/unsafe-input.ts';
import type { TypedBy } from './act-typed.ts';

/** What a file gives, or all that is wrong with its form. */
export type ActFileRead =
  | { readonly ok: true; readonly typed: TypedBy }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads the answers to what an action asks from YAML or JSON, with their names as keys.
 * @param text of the file
 * @param asks everything that may stand in it
 * @returns each value as it would be typed; a PIN has no place in a file that is kept
 */
export function readActFile(text: Uint8Array, asks: readonly Ask[]): ActFileRead {
  const read = readRecordText(text);
  if (!read.ok) return read;
  const { value, placeOf } = read.tree;
  const fault = (code: string, name?: string, facts: Refusal['facts'] = {}): Refusal => {
    const place =
      name === undefined ? placeOf([]) : placeOf([name], facts['known'] ? 'key' : 'value');
    return refuse(code, { ...facts, ...place }, name);
  };
  if (!isFields(value)) return { ok: false, refusals: [fault('file_not_fields')] };
  const known = asks.filter(({ kind }) => kind !== 'pin');
  const refusals: Refusal[] = [];
  const typed: Record<string, string> = {};
  for (const [name, given] of Object.entries(value)) {
    // A field with nothing behind it is one that is left out.
    if (given === null) continue;
    const ask = known.find((each) => each.name === name);
    if (ask === undefined) {
      const all = known.map((each) => each.name).join(', ');
      refusals.push(fault('file_unknown_field', name, { given: name, known: all }));
      continue;
    }
    const code = unfit(ask, given);
    if (code === undefined) typed[name] = String(given);
    else refusals.push(fault(code, name));
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, typed };
}

/** A number is not taken for text: YAML has dropped the zero that it may have begun with. */
function unfit({ kind }: Ask, given: unknown): string | undefined {
  switch (kind) {
    case 'yes':
      return typeof given === 'boolean' ? undefined : 'file_not_yes_or_no';
    case 'number':
      return Number.isSafeInteger(given) ? undefined : 'file_not_a_number';
    case 'money':
    case 'percent':
      if (typeof given === 'number' && Number.isFinite(given)) return undefined;
      return typeof given === 'string' ? unfitText(given) : 'file_not_a_size';
    case 'choice':
    case 'complaint':
      // The number of a promise, or of a complaint.
      if (Number.isSafeInteger(given)) return undefined;
      return typeof given === 'string' ? unfitText(given) : 'file_not_text';
    default:
      return typeof given === 'string' ? unfitText(given) : 'file_not_text';
  }
}

function unfitText(text: string): string | undefined {
  const reason = refusesText(text);
  return reason && `file_${reason.replaceAll('-', '_')}`;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
