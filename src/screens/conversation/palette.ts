import { missingBefore, questionsAsked } from '../../rules/flow.ts';
import type { QuestionName } from '../../rules/questions.ts';
import { labelled } from '../kit/labelled.ts';
import type { Palette, PaletteEntry } from '../kit/palette.ts';
import { type ConversationAction, conversationBindings } from './bindings.ts';
import type { FieldContext } from './fields/field.ts';

/** What a line of the palette does: an action, or going to a question that was or can be answered. */
export type ConversationDoes =
  | { readonly action: ConversationAction }
  | { readonly question: QuestionName };

/**
 * @param whyNot why an action cannot be done now, in words
 * @returns everything that can be found in a conversation; among the keys only actions
 */
export function conversationEntries(
  { kind }: Palette,
  { words, conversation }: FieldContext,
  whyNot: (action: ConversationAction) => string | undefined,
): readonly PaletteEntry<ConversationDoes>[] {
  const actions = conversationBindings
    .filter(({ action }) => action !== 'keys' && action !== 'find')
    .map(({ action, keys, label }) => ({
      label: labelled(words, label),
      keys,
      does: { action },
      not: whyNot(action),
    }));
  const asked = kind === 'keys' ? [] : questionsAsked(conversation);
  const questions = asked.map(({ name }) => {
    const missing = missingBefore(conversation, name);
    return {
      label: words.say('action.go-to', { question: words.say(`question.${name}`) }),
      keys: [],
      does: { question: name },
      not:
        missing && words.say('refusal.not_yet', { missing: words.say(`question.${missing.name}`) }),
    };
  });
  return [...actions, ...questions];
}
