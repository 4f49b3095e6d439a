import { foldForSearch } from '../language/fold.ts';
import type { Choice } from '../rules/playbook.ts';

/**
 * Finds what was meant of a list: its id (a hyphen stands for an underscore), its words, or the
 * beginning of either where only one begins so.
 * @returns undefined when nothing fits, or more than one thing does
 */
export function pickOne<One extends Pick<Choice, 'id' | 'label'>>(
  list: readonly One[],
  typed: string,
): One | undefined {
  const id = typed.trim();
  const alike = list.find((one) => one.id === id || one.id === id.replaceAll('-', '_'));
  if (alike !== undefined) return alike;
  const folded = foldForSearch(typed);
  const named = list.filter((one) => foldForSearch(one.label) === folded);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const begun = list.filter((one) =>
    [one.id.replaceAll('_', ' '), one.label].some((text) => foldForSearch(text).startsWith(folded)),
  );
  return folded !== '' && begun.length === 1 ? begun[0] : undefined;
}
