import type { Conversation } from '../../rules/conversation.ts';
import { refusesFuture } from '../../rules/promises.ts';
import { millis, type Refusal, refuse } from '../../rules/values.ts';
import { type Acted, type Desk, refused } from '../desk.ts';
import type { Voice } from '../saying.ts';
import type { Action, ActionScene, Ask, Given, GivenValue } from './action.ts';
import { peopleFor } from './options.ts';
import { sceneOf } from './scene.ts';

/**
 * Does something to a complaint, however it was asked for: by keys, in lines, by flags, from a file.
 * @param before the conversation as whoever acts sees it
 * @param given what they said; what has a usual value and was left out takes that
 * @returns the conversation after it, or every reason why nothing was done
 * @throws StoreError when the record cannot be read or written
 */
export async function runAction(
  desk: Desk,
  voice: Voice,
  before: Conversation,
  action: Action,
  given: Given,
): Promise<Acted> {
  const scene = await sceneOf(desk, before);
  const refusal = action.refuses(scene);
  if (refusal !== undefined) return refused(refusal);
  const whole = withUsual(action, scene, given);
  const faults = faultsIn(action, scene, voice, whole);
  if (faults.length > 0) return refused(...faults);
  return action.act({ desk, voice, scene }, whole);
}

/** @returns what is asked, as far as it is known what was given before it. */
export const asksOf = (action: Action, scene: ActionScene, given: Given): readonly Ask[] =>
  action.asks.filter((ask) => ask.when?.(given, scene) ?? true);

/** @returns what was given, with the usual value of what was left out and must be there. */
export function withUsual(action: Action, scene: ActionScene, given: Given): Given {
  const whole: { -readonly [Name in keyof Given]: Given[Name] } = { ...given };
  for (const ask of action.asks) {
    if (!ask.required || whole[ask.name] !== undefined) continue;
    const usual = (ask.when?.(whole, scene) ?? true) ? ask.usual?.(scene, whole) : undefined;
    if (usual !== undefined) whole[ask.name] = usual;
  }
  return whole;
}

/** @returns everything that is missing or cannot be taken, each with the name of its field. */
export function faultsIn(
  action: Action,
  scene: ActionScene,
  voice: Voice,
  given: Given,
): readonly Refusal[] {
  const asked = asksOf(action, scene, given);
  const stray = Object.keys(given).filter((name) => !asked.some((ask) => ask.name === name));
  return [
    ...stray.map((name) => refuse('not_asked', {}, name)),
    ...asked.flatMap((ask) => refusesGiven(ask, scene, voice, given[ask.name]) ?? []),
  ];
}

/** @returns why a value cannot be taken for what was asked; undefined when it can. */
export function refusesGiven(
  ask: Ask,
  scene: ActionScene,
  voice: Voice,
  value: GivenValue | undefined,
): Refusal | undefined {
  const { name } = ask;
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return ask.required ? refuse('required', {}, name) : undefined;
  }
  switch (ask.kind) {
    case 'line':
    case 'passage':
    case 'pin':
      return refusesText(ask, value);
    case 'choice':
      return refusesChoice(ask, scene, voice, value);
    case 'person':
      return refusesPerson(ask, scene, value);
    case 'moment':
      return typeof value === 'number'
        ? refusesFuture(millis(value), scene.occasion.now, name)
        : refuse('not_a_moment', {}, name);
    case 'yes':
      return typeof value === 'boolean' ? undefined : refuse('not_yes_or_no', {}, name);
    case 'number':
    case 'complaint':
      return refusesNumber(ask, value);
    case 'percent':
      return typeof value === 'number' ? undefined : refuse('not_a_number', {}, name);
    case 'money':
      return typeof value === 'object' ? undefined : refuse('not_money', {}, name);
  }
}

function refusesText({ name, kind, longest }: Ask, value: GivenValue): Refusal | undefined {
  if (typeof value !== 'string') return refuse('not_a_text', {}, name);
  const most = longest ?? (kind === 'passage' ? 4000 : 500);
  const given = value.trim().length;
  return given > most ? refuse('too_long', { longest: most, given }, name) : undefined;
}

function refusesChoice(
  ask: Ask,
  scene: ActionScene,
  voice: Voice,
  value: GivenValue,
): Refusal | undefined {
  const choices = ask.choices?.(scene, voice) ?? [];
  if (choices.some(({ id }) => id === String(value))) return undefined;
  if (ask.open === true) return refusesText(ask, value);
  const known = choices.map(({ id }) => id).join(', ');
  return refuse('unknown_choice', { given: String(value), known }, ask.name);
}

function refusesPerson(ask: Ask, scene: ActionScene, value: GivenValue): Refusal | undefined {
  const here = peopleFor(ask, scene);
  if (here.some(({ name }) => name === value)) return undefined;
  const { owner } = scene.conversation.state;
  if (value === owner) return refuse('is_owner', { name: owner }, ask.name);
  if (value === scene.occasion.agent.name) return refuse('is_you', {}, ask.name);
  const known = here.map(({ name }) => name).join(', ');
  return refuse('unknown_person', { given: String(value), known }, ask.name);
}

function refusesNumber({ name, range }: Ask, value: GivenValue): Refusal | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return refuse('not_a_number', {}, name);
  }
  const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
  if (value >= least && value <= most) return undefined;
  return refuse('out_of_range', { least, most }, name);
}
