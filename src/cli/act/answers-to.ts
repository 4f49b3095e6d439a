import type { Action, Ask, Given } from '../../desk/actions/action.ts';
import { optionsOf } from '../../desk/actions/options.ts';
import { asksOf, withUsual } from '../../desk/actions/run-action.ts';
import { fullMomentForBoth } from '../../desk/their-time.ts';
import type { Reading } from '../../plain/read-typed.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { safe } from '../../terminal/safe-text.ts';
import type { Acting } from '../act.ts';
import type { Context } from '../context.ts';
import { pinFromFile } from '../read-pin.ts';
import { terminalOf } from '../require-answers.ts';
import { type ActForm, placeOf } from './act-form.ts';
import { firstMissing } from './ask-missing.ts';
import { readGiven } from './read-given.ts';

/** Everything the action asks, or all that is wrong or missing. */
export type Answers =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Brings together what was typed and what is asked for at a terminal.
 * @throws Fault `cancelled` when the questions are left
 */
export async function answersTo(
  { context, form, typed }: Acting,
  reading: Reading,
): Promise<Answers> {
  const { action } = form;
  if (typed.malformed.length > 0) return { ok: false, refusals: typed.malformed };
  const pin = typed.pinFile === undefined ? undefined : await pinFromFile(context, typed.pinFile);
  const values = pin === undefined ? typed.values : { ...typed.values, pin };
  const { given, faults } = await readGiven(form, values, reading);
  const whole = withUsual(action, reading.scene, given);
  const terminal = terminalOf(context);
  const asks = terminal.interactive && context.settings.input;
  if (faults.length > 0 || (!asks && firstMissing(action, reading, whole) !== undefined)) {
    return { ok: false, refusals: [...faults, ...missingIn(action, reading, whole, faults)] };
  }
  await tellUnderstood(context, form, reading, given);
  if (firstMissing(action, reading, whole) === undefined) return { ok: true, given };
  const { askMissing } = await import('./ask-missing.ts');
  return { ok: true, given: await askMissing(context, terminal, action, reading, whole) };
}

/** Everything that has to be there and is not, all at once. */
const missingIn = (
  action: Action,
  reading: Reading,
  given: Given,
  faults: readonly Refusal[],
): readonly Refusal[] =>
  asksOf(action, reading.scene, given)
    .filter(({ name, required }) => required && given[name] === undefined)
    .filter(({ name }) => !faults.some(({ field }) => field === name))
    .map((ask) => refuse('required', known(ask, reading), ask.name));

/** So many choices are named in one line. */
const FEW = 12;

/** What can be given, where that is short enough to be said. */
function known(ask: Ask, reading: Reading): Refusal['facts'] {
  const ids = optionsOf(ask, reading).map(({ id }) => id);
  return ids.length === 0 || ids.length > FEW ? {} : { known: ids.join(', ') };
}

/** A date is said back as it was understood, before anybody relies on it (P27). */
async function tellUnderstood(
  context: Context,
  form: ActForm,
  { voice, scene }: Reading,
  given: Given,
): Promise<void> {
  for (const ask of form.action.asks) {
    const at = given[ask.name];
    if (ask.kind !== 'moment' || typeof at !== 'number') continue;
    const moment = fullMomentForBoth(voice, at, scene.theirZone);
    await context.note(safe`${placeOf(form, ask)}: ${moment}`);
  }
}
