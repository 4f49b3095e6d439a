import type { Messages } from '../../language/messages.ts';
import type { Desk } from '../desk.ts';
import { filterValues, fittingValues } from './filter-values.ts';
import { filterNames, filterWords, isFilterName, typedValue } from './filter-words.ts';

/** One way to go on with the word at the cursor. */
export interface Completion {
  /** What people read: `stage:`, `delivery/late`, `12 Maria Petrova`. */
  readonly label: string;
  /** The whole filter with it, and where the cursor goes. */
  readonly text: string;
  readonly cursor: number;
}

/** More than these nobody reads on one line. */
const MOST = 8;

/**
 * Finds how the word at the cursor may go on: names of filters, and behind a colon their values.
 * @param cursor its place in the text, in UTF-16 units
 * @returns the likeliest first; none where nothing is begun, or it is whole already
 */
export async function completeFilter(
  desk: Desk,
  words: Messages,
  text: string,
  cursor: number,
): Promise<readonly Completion[]> {
  const word = filterWords(text).find(({ from, to }) => from < cursor && cursor <= to);
  if (word === undefined) return [];
  const { name, value, from, to, valueFrom } = word;
  const goingOn = (label: string, at: number, put: string, end: string): Completion => {
    const before = text.slice(0, at) + put + end;
    const rest = text.slice(to);
    return { label, text: before + (end === '' ? rest : rest.trimStart()), cursor: before.length };
  };
  if (name === undefined) {
    return filterNames
      .filter((each) => each.startsWith(value.toLowerCase()))
      .map((each) => goingOn(`${each}:`, from, `${each}:`, ''));
  }
  if (!isFilterName(name)) return [];
  // Behind a comma the next one begins.
  const begun = name === 'stage' ? (value.split(',').at(-1) ?? '') : value;
  const kept = value.slice(0, value.length - begun.length);
  const values =
    name === 'customer'
      ? await customersBegun(desk, value)
      : fittingValues(await filterValues(desk, words, name), begun);
  return values
    .filter((each) => each.value !== begun)
    .slice(0, MOST)
    .map((each) => goingOn(each.label, valueFrom, kept + typedValue(each.value), ' '));
}

async function customersBegun(desk: Desk, typed: string) {
  if (typed === '' || /^\d+$/.test(typed)) return [];
  const found = await desk.store.read.customersMatching(typed, MOST);
  return found.map(({ id, name }) => ({ value: String(id), label: `${id} ${name}` }));
}
