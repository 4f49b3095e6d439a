/** Everything the program says, by key, in the language it speaks. */

import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../data/languages/en/messages.json' with { type: 'json' };

/** A message of `data/languages/en/messages.json`, which holds every key. */
export type MessageKey = keyof typeof english;

/** What goes into a message. Text for the terminal is made safe by whoever passes it. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** What the program says, in one language. */
export interface Messages {
  /** BCP 47 tag, such as `bg`. */
  readonly language: string;
  /**
   * Says a message; one that the language lacks, or has broken, is said in English.
   * @throws Error when a value that the English message needs is missing
   */
  say(key: MessageKey, values?: MessageValues): string;
  /** Whether there is such a message, in this language or in English. */
  has(key: string): key is MessageKey;
}

type Say = (values: MessageValues) => string;

/** An argument with nothing but its name; anything more (plurals, quotes) is the formatter's. */
const PLAIN_ARGUMENT = /\{\s*([\p{L}\p{N}_]+)\s*\}/gv;

function missing(name: string, key: string): Error {
  return new Error(`The message "${key}" needs a value for {${name}}.`);
}

/**
 * Most messages need no grammar: these are filled in here, since the first use of the formatter
 * loads number data and takes more than ten milliseconds.
 */
function sayPlain(text: string, key: string): Say {
  return (values) =>
    text.replace(PLAIN_ARGUMENT, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw missing(name, key);
      return String(value);
    });
}

function prepare(text: string, language: string, key: string): Say {
  if (!text.includes('{')) return () => text;
  if (!/[{}']/.test(text.replace(PLAIN_ARGUMENT, ''))) return sayPlain(text, key);
  // ignoreTag: a `<` in a message is a `<`, never mark-up.
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return (values) => String(format.format(values));
}

/**
 * @param language BCP 47 tag; its plural classes are CLDR's
 * @param loaded that language's messages by key, as its `messages.json` has them; none for English
 */
export function createMessages(
  language: string,
  loaded: Readonly<Partial<Record<string, string>>> = {},
): Messages {
  const inEnglish: Readonly<Record<string, string>> = english;
  const ownSayings = new Map<string, Say>();
  const englishSayings = new Map<string, Say>();

  function once(sayings: Map<string, Say>, text: string, tag: string, key: MessageKey): Say {
    const known = sayings.get(key);
    if (known !== undefined) return known;
    const made = prepare(text, tag, key);
    sayings.set(key, made);
    return made;
  }

  function has(key: string): key is MessageKey {
    return Object.hasOwn(loaded, key) || Object.hasOwn(inEnglish, key);
  }

  function say(key: MessageKey, values: MessageValues = {}): string {
    const own = Object.hasOwn(loaded, key) ? loaded[key] : undefined;
    if (own !== undefined) {
      try {
        return once(ownSayings, own, language, key)(values);
      } catch {
        // A faulty translation must not stop a conversation; the playbook check reports it.
      }
    }
    return once(englishSayings, english[key], 'en', key)(values);
  }

  return { language, say, has };
}
