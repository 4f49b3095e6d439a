import { goOnWith } from '../desk/repeats/go-on-with.ts';
import { repeatText, samePersonText } from '../desk/repeats/repeat-text.ts';
import { repeatsOf } from '../desk/repeats.ts';
import type { QuestionName } from '../rules/questions.ts';
import { refOf } from '../rules/values.ts';
import type { Talk } from './talk.ts';

/** What may show that this is on record already. */
const telling: readonly QuestionName[] = [
  'customer',
  'reach',
  'account',
  'restated',
  'product',
  'cause',
];

/** What was told in a talk: nothing is told twice. */
const told = new WeakMap<Talk, Set<string>>();

/** Tells after an answer whether this, or its customer, may be on record already, and why (P2, P8). */
export async function tellRepeats(talk: Talk, answered: QuestionName): Promise<void> {
  if (!telling.includes(answered)) return;
  const { desk, voice, conversation } = talk;
  const { people, complaints } = await repeatsOf(desk, conversation);
  const from = conversation.customer?.id ?? 0;
  for (const person of people) {
    const facts = { person: samePersonText(voice, person), from, into: person.hit.id };
    tellOnce(talk, talk.say('plain.known.same-person', facts));
  }
  const [likeliest] = complaints;
  if (likeliest === undefined) return;
  const repeat = repeatText(voice, desk.playbook, likeliest, desk.now());
  const facts = { repeat, reference: refOf(likeliest.id) };
  tellOnce(talk, talk.say('plain.known.repeat', facts));
}

function tellOnce(talk: Talk, text: string): void {
  const before = told.get(talk) ?? new Set();
  if (before.has(text)) return;
  told.set(talk, before.add(text));
  talk.tell('plain.known', { text });
}

/**
 * Goes on with the earlier complaint that this one is.
 * @returns whether the talk is about that one now; why not is told
 */
export async function goOnWithEarlier(talk: Talk): Promise<boolean> {
  const { desk, voice, conversation } = talk;
  const [likeliest] = (await repeatsOf(desk, conversation)).complaints;
  if (likeliest === undefined) {
    talk.tell('plain.same.none');
    return false;
  }
  const merged = await talk.attempt(() => goOnWith(desk, voice, conversation, likeliest));
  for (const refusal of merged?.ok === false ? merged.refusals : []) talk.tellRefusal(refusal);
  if (!merged?.ok) return false;
  talk.tell('plain.same.merged', {
    from: refOf(conversation.state.id),
    into: refOf(likeliest.id),
  });
  talk.conversation = merged.conversation;
  return true;
}
