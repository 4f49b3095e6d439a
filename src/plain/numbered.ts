import { foldForSearch } from '../language/fold.ts';
import type { Choice } from '../rules/playbook.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Telling } from './telling.ts';

/** Something on a numbered list. */
export type Listed = Pick<Choice, 'id' | 'label' | 'hint'>;

/**
 * Tells a list with its numbers, one line each.
 * @param from the number of the first
 */
export function tellNumbered(telling: Telling, list: readonly Listed[], from = 1): void {
  list.forEach(({ label, hint }, index) => {
    const n = String(from + index);
    if (hint === undefined) telling.tell('plain.numbered', { n, choice: label });
    else telling.tell('plain.numbered-hint', { n, choice: label, hint });
  });
}

/** @returns the numbers of a list as a prompt names them: `1-3`. */
export const numbersOf = (talk: Telling, list: readonly unknown[]): SafeText =>
  list.length === 1
    ? talk.say('plain.entry.one')
    : talk.say('plain.entry.numbers', { last: String(list.length) });

/** @returns what can be typed at a prompt, as it stands in its brackets. */
export const entries = (...parts: readonly (SafeText | undefined)[]): SafeText =>
  parts.filter((part) => part !== undefined && part !== '').join(', ') as SafeText;

/** @returns what of a list has all the words typed, the beginnings first. */
export function fitting<Item extends Listed>(
  list: readonly Item[],
  typed: string,
): readonly Item[] {
  const tokens = foldForSearch(typed).split(' ').filter(Boolean);
  const starts = ({ label }: Item): number =>
    Number(!foldForSearch(label).startsWith(tokens[0] ?? ''));
  return list
    .filter(({ label, id, hint = '' }) => {
      const text = foldForSearch(`${label} ${id} ${hint}`);
      return tokens.every((token) => text.includes(token));
    })
    .toSorted((a, b) => starts(a) - starts(b));
}

/** @returns the one that is called exactly that, by its words or its id. */
export const called = <Item extends Listed>(
  list: readonly Item[],
  typed: string,
): Item | undefined => {
  const folded = foldForSearch(typed.trim());
  return list.find(({ id, label }) => foldForSearch(label) === folded || id === folded);
};

/** @returns a label as a part of a prompt. */
export const quoted = (label: string): SafeText => safeLine(label);
