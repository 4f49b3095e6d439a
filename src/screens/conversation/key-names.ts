import type { MessageKey, Messages, MessageValues } from '../../language/messages.ts';
import { keyName } from '../kit/bindings.ts';
import { conversationBindings } from './bindings.ts';

/** Keys that belong to fields and lists, not to an action. */
const plainKeys = ['space', 'up', 'down'] as const;

/**
 * The words of a screen, in which a message can name a key by what it does: `{key_back}`. The name
 * comes from the binding itself, so that no message tells of a key that does something else.
 * @param unicode false where the terminal shows ASCII only: Enter instead of its sign
 */
export function withKeyNames(words: Messages, unicode: boolean): Messages {
  const names: Record<string, string> = {};
  for (const key of plainKeys) names[`key_${key}`] = keyName(key, unicode);
  for (const { action, keys } of conversationBindings) {
    names[`key_${action.replaceAll('-', '_')}`] ??= keyName(keys[0] ?? '', unicode);
  }
  return {
    ...words,
    say: (key: MessageKey, values?: MessageValues) => words.say(key, { ...names, ...values }),
  };
}
