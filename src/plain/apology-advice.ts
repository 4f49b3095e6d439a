import { partsOfApology } from '../desk/apology-parts.ts';
import { replacedBy } from '../desk/better-wording.ts';
import { apologyParts } from '../rules/apology.ts';
import { phraseFinder } from '../rules/phrases.ts';
import type { Talk } from './talk.ts';

/** What is told beside an apology while it is written: never a gate, always a help (P13, P16). */
export interface ApologyAdvice {
  /** Tells the phrases of a line that make it worse, each with its better wording. */
  readonly tellPhrases: (line: string) => void;
  /** @returns the line with the better wording for its first phrase; undefined when it has none. */
  readonly reworded: (line: string) => string | undefined;
  /** Tells which parts of a good apology a text has, in one quiet line. */
  readonly tellParts: (text: string) => void;
}

/** @returns the advice for the apology of this conversation. */
export function apologyAdvice(talk: Talk): ApologyAdvice {
  const find = phraseFinder(talk.conversation.playbook.phrases);
  return {
    tellPhrases: (line) => {
      for (const { phrase, start, end } of find(line)) {
        const { because, better } = phrase;
        talk.tell('plain.phrase', { phrase: line.slice(start, end), because, better });
      }
    },
    reworded: (line) => {
      const [found] = find(line);
      if (found === undefined) return undefined;
      const { start, end } = replacedBy(found, line, talk.voice.words.language);
      return line.slice(0, start) + found.phrase.better + line.slice(end);
    },
    tellParts: (text) => tellParts(talk, text),
  };
}

function tellParts(talk: Talk, text: string): void {
  const { words } = talk.voice;
  const has = partsOfApology(talk.conversation, text, words.language);
  const named = (parts: readonly (typeof apologyParts)[number][]): string =>
    parts.map((part) => words.say(`apology.${part}`)).join(', ');
  const there = has.size === 0 ? words.say('plain.apology.none') : named([...has]);
  const missing = apologyParts.filter((part) => !has.has(part));
  if (missing.length === 0) talk.tell('plain.apology.all', { there });
  else talk.tell('plain.apology.parts', { there, missing: named(missing) });
}
