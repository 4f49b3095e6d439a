import type { Messages } from '../language/messages.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { Answered } from '../rules/events.ts';
import { openOffers } from '../rules/offers.ts';
import type { Choice } from '../rules/playbook.ts';
import type { Question } from '../rules/questions.ts';
import { labelOfChoice, labelOfOffer } from './labels.ts';

/** @returns what can be picked for a question as things stand, with labels and hints in words. */
export function choicesFor(
  words: Messages,
  { state, playbook }: Conversation,
  question: Question,
): readonly Choice[] {
  const { name } = question;
  const labelled = (id: string): string => labelOfChoice(words, playbook, name, id);
  if (question.kind === 'yes') return ['yes', 'no'].map((id) => ({ id, label: labelled(id) }));
  if (name === 'chosen') {
    const offers = openOffers(state).map((offer) => ({
      id: String(offer.n),
      label: labelOfOffer(words, playbook, offer),
    }));
    return [...offers, { id: 'neither', label: words.say('choice.chosen.neither') }];
  }
  return (question.choices?.(playbook) ?? []).map((choice) => {
    const key = `hint.${name}.${choice.id}`;
    const hint = choice.hint ?? (words.has(key) ? words.say(key) : undefined);
    const label = labelled(choice.id);
    return hint === undefined ? { ...choice, label } : { ...choice, label, hint };
  });
}

/** @returns the id of what was picked before, or undefined when nothing was. */
export function choiceOnRecord(
  { state, customer }: Conversation,
  question: Question,
): string | undefined {
  if (question.name === 'language') return customer?.language;
  if (question.about === 'customer') return undefined;
  const value = state.answers[question.name as keyof typeof state.answers];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? undefined : String(value);
}

/** @returns the answer that picking a choice gives. */
export function answerPicked({ name, kind }: Question, id: string): Answered {
  const numbered = name === 'chosen' && id !== 'neither';
  const value = kind === 'yes' ? id === 'yes' : numbered ? Number(id) : id;
  // The question's own choices gave the value; the rule looks at it again.
  return { question: name, value } as Answered;
}
