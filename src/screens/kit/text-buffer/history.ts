/** What was changed, so that it can be undone and done again. */

import { comparePlaces, type Place, placeAfter } from './place.ts';

/** Typing and erasing gather into words; a step (paste, replacement) is undone by itself. */
export type EditKind = 'typing' | 'erasing' | 'step';

/** One change: at `start`, `removed` gave way to `inserted`. */
export interface Edit {
  readonly kind: EditKind;
  readonly start: Place;
  readonly removed: string;
  readonly inserted: string;
  readonly cursorBefore: Place;
  readonly cursorAfter: Place;
}

/** The changes behind us and ahead of us, the nearest last. */
export interface History {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
  /** Whether the next change may still join the last one; a move of the cursor ends that. */
  readonly open: boolean;
}

/** Nothing was changed yet. */
export const emptyHistory: History = { done: [], undone: [], open: false };

/** How many undo steps are kept; at a word each, that is several pages of writing. */
const maxSteps = 1000;

// Scripts without spaces would otherwise gather a whole paragraph into one step.
const maxRun = 24;

const endsInSpace = /\s$/u;
const startsInSpace = /^\s/u;

/** @returns the history with one more change, joined to the last one while it is the same word. */
export function record(history: History, edit: Edit): History {
  const last = history.done.at(-1);
  const joined = history.open && last !== undefined ? join(last, edit) : undefined;
  if (joined !== undefined) {
    return { done: history.done.with(-1, joined), undone: [], open: true };
  }
  const kept = history.done.length >= maxSteps ? history.done.slice(1) : history.done;
  return { done: kept.concat(edit), undone: [], open: edit.kind !== 'step' };
}

/** @returns the history after which a new change is a step of its own. */
export function closeRun(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

function join(last: Edit, next: Edit): Edit | undefined {
  if (last.kind !== next.kind) return undefined;
  if (next.kind === 'typing') return joinTyping(last, next);
  return next.kind === 'erasing' ? joinErasing(last, next) : undefined;
}

function joinTyping(last: Edit, next: Edit): Edit | undefined {
  const newWord = endsInSpace.test(last.inserted) && !startsInSpace.test(next.inserted);
  if (newWord || last.inserted.length >= maxRun) return undefined;
  if (comparePlaces(placeAfter(last.start, last.inserted), next.start) !== 0) return undefined;
  return { ...last, inserted: last.inserted + next.inserted, cursorAfter: next.cursorAfter };
}

function joinErasing(last: Edit, next: Edit): Edit | undefined {
  if (last.removed.length >= maxRun) return undefined;
  const { cursorAfter } = next;
  if (comparePlaces(next.start, last.start) === 0) {
    const newWord = endsInSpace.test(last.removed) && !startsInSpace.test(next.removed);
    return newWord ? undefined : { ...last, removed: last.removed + next.removed, cursorAfter };
  }
  const newWord = startsInSpace.test(last.removed) && !endsInSpace.test(next.removed);
  if (newWord || comparePlaces(placeAfter(next.start, next.removed), last.start) !== 0) {
    return undefined;
  }
  return { ...last, start: next.start, removed: next.removed + last.removed, cursorAfter };
}
