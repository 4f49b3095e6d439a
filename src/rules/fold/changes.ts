/** Changes that several events make to a complaint. */

import type { Answers, ComplaintState, Contact } from '../state.ts';

/** @returns the complaint with a contact that is to come. */
export function addContact(
  state: ComplaintState,
  contact: Omit<Contact, 'n' | 'state'>,
): ComplaintState {
  const n = (state.contacts.at(-1)?.n ?? 0) + 1;
  return { ...state, contacts: [...state.contacts, { ...contact, n, state: 'due' }] };
}

/** None of them will do: they stay on record, and the choice is open again (P22). */
export function declineAll(state: ComplaintState): ComplaintState {
  return {
    ...state,
    answers: without(state.answers, ['only_reason', 'chosen', 'instead']),
    offers: state.offers.map((offer) => ({ ...offer, state: 'declined' })),
  };
}

/** @returns the answers without some of them. */
export function without(answers: Answers, names: readonly (keyof Answers)[]): Answers {
  if (!names.some((name) => answers[name] !== undefined)) return answers;
  const kept: { -readonly [Name in keyof Answers]: Answers[Name] } = { ...answers };
  for (const name of names) delete kept[name];
  return kept;
}

/** @returns an object without the properties of these names: what is not said is not there. */
export function drop<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  ...names: readonly Name[]
): Omit<Whole, Name> {
  const kept = { ...whole };
  for (const name of names) delete kept[name];
  return kept;
}
