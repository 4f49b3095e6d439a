import type { Given } from '../../desk/actions/action.ts';
import { asksOf, refusesGiven } from '../../desk/actions/run-action.ts';
import { type Reading, readTyped } from '../../plain/read-typed.ts';
import type { Refusal } from '../../rules/values.ts';
import type { ActForm } from './act-form.ts';
import type { TypedBy } from './act-typed.ts';

/** What was given, and everything in it that cannot be taken. */
export interface GivenRead {
  readonly given: Given;
  readonly faults: readonly Refusal[];
}

/**
 * Reads everything that was typed. What is missing is no fault yet: it may be asked.
 * @returns what could be read, and each fault with the name of what it is about
 */
export async function readGiven(
  { action }: ActForm,
  typed: TypedBy,
  reading: Reading,
): Promise<GivenRead> {
  let given: Given = {};
  const faults: Refusal[] = [];
  for (const ask of action.asks) {
    const text = typed[ask.name];
    if (text === undefined) continue;
    const read = await readTyped(ask, text, reading);
    if ('refusal' in read) faults.push(read.refusal);
    else given = { ...given, [ask.name]: read.value };
  }
  const { scene, voice } = reading;
  for (const ask of asksOf(action, scene, given)) {
    if (given[ask.name] === undefined) continue;
    const refusal = refusesGiven(ask, scene, voice, given[ask.name]);
    if (refusal !== undefined) faults.push(refusal);
  }
  return { given, faults };
}
