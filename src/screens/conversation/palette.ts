import { foldForSearch } from '../../language/fold.ts';
import { missingBefore, questionsAsked } from '../../rules/flow.ts';
import type { QuestionName } from '../../rules/questions.ts';
import { labelled } from '../kit/labelled.ts';
import { emptyBuffer, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { type ConversationAction, conversationBindings } from './bindings.ts';
import type { FieldContext } from './fields/field.ts';

/** Finds any action, or any question that was or can be answered, by its name (P11). */
export interface Palette {
  readonly kind: 'find' | 'keys';
  readonly buffer: TextBuffer;
  readonly index: number;
}

/** One line of the palette; one that cannot be used now says why. */
export interface PaletteEntry {
  readonly label: string;
  /** Keys as bindings write them; questions have none. */
  readonly keys: readonly string[];
  readonly does: { readonly action: ConversationAction } | { readonly question: QuestionName };
  /** Why it cannot be used now, in words. */
  readonly not: string | undefined;
}

/** @returns an empty palette: `find` has the questions too, `keys` only the keys. */
export const openPalette = (kind: Palette['kind']): Palette => ({
  kind,
  buffer: emptyBuffer({ multiLine: false, maxLength: 100 }),
  index: 0,
});

/** @returns the entries that fit what is typed, in their own order. */
export function paletteEntries(
  palette: Palette,
  context: FieldContext,
  whyNot: (action: ConversationAction) => string | undefined,
): readonly PaletteEntry[] {
  const { words, conversation } = context;
  const actions = conversationBindings
    .filter(({ action }) => action !== 'keys' && action !== 'find')
    .map(({ action, keys, label }) => ({
      label: labelled(words, label),
      keys,
      does: { action },
      not: whyNot(action),
    }));
  const asked = palette.kind === 'keys' ? [] : questionsAsked(conversation);
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
  const tokens = foldForSearch(textOf(palette.buffer)).split(' ').filter(Boolean);
  return [...actions, ...questions].filter(({ label }) => {
    const text = foldForSearch(label);
    return tokens.every((token) => text.includes(token));
  });
}
