/** Where the rows of a paragraph start, remembered so that one key costs one key's work. */

import { isSimple } from './cells.ts';
import { lookahead, rowEnd, type Wrapping } from './wrapping.ts';

/** Where each row starts, in UTF-16 units from the start of the paragraph; the first is 0. */
export type RowStarts = readonly number[];

const oneRow: RowStarts = [0];

/**
 * Wraps one paragraph.
 * @param room columns, at least 1
 */
export function rowStarts(paragraph: string, room: number, at: Wrapping): RowStarts {
  if (paragraph.length <= room && isSimple(paragraph)) return oneRow;
  const memory = memoryFor(room, at);
  const known = recall(memory, paragraph);
  if (known !== undefined) return known;
  const starts = wrapped(paragraph, room, at, memory);
  remember(memory, paragraph, starts);
  return starts;
}

/** Two generations: what was not asked for while one filled up is forgotten with it. */
interface Memory {
  young: Map<string, RowStarts>;
  old: Map<string, RowStarts>;
  /** UTF-16 units remembered in `young`. */
  weight: number;
  /** The last long paragraphs; the next one is most likely one of them with a key more. */
  long: readonly (readonly [paragraph: string, starts: RowStarts])[];
}

const memories = new Map<string, Memory>();
const maxMemories = 8;
const maxWeight = 2_000_000;
const longLength = 500;
const maxLong = 4;

function memoryFor(room: number, at: Wrapping): Memory {
  const key = `${at} ${room}`;
  const known = memories.get(key);
  if (known !== undefined) return known;
  // Each width of the window has its own; the first in is the width that was left longest ago.
  const oldest = memories.keys().next();
  if (memories.size >= maxMemories && oldest.done !== true) memories.delete(oldest.value);
  const memory: Memory = { young: new Map(), old: new Map(), weight: 0, long: [] };
  memories.set(key, memory);
  return memory;
}

function recall(memory: Memory, paragraph: string): RowStarts | undefined {
  const young = memory.young.get(paragraph);
  if (young !== undefined) return young;
  const old = memory.old.get(paragraph);
  if (old !== undefined) remember(memory, paragraph, old);
  return old;
}

function remember(memory: Memory, paragraph: string, starts: RowStarts): void {
  if (memory.weight > maxWeight) {
    memory.old = memory.young;
    memory.young = new Map();
    memory.weight = 0;
  }
  memory.young.set(paragraph, starts);
  memory.weight += paragraph.length;
}

function wrapped(paragraph: string, room: number, at: Wrapping, memory: Memory): RowStarts {
  if (paragraph.length < longLength) return wrapFrom(paragraph, room, at, [0]);
  const before = memory.long.find(([text]) => isNeighbour(text, paragraph));
  const starts =
    before === undefined
      ? wrapFrom(paragraph, room, at, [0])
      : wrapAgain(paragraph, room, at, before[0], before[1]);
  const others = memory.long.filter((entry) => entry !== before);
  memory.long = [[paragraph, starts] as const, ...others].slice(0, maxLong);
  return starts;
}

/** Whether most of `text` is at the ends of `other`, so that its rows are worth starting from. */
function isNeighbour(text: string, other: string): boolean {
  const same = commonStart(text, other);
  return same + commonEnd(text, other, same) > other.length / 2;
}

function wrapFrom(paragraph: string, room: number, at: Wrapping, starts: number[]): RowStarts {
  for (;;) {
    const end = rowEnd(paragraph, starts.at(-1) ?? 0, room, at);
    if (end >= paragraph.length) return starts;
    starts.push(end);
  }
}

/** Wraps a changed paragraph, taking over the rows above and below the change. */
function wrapAgain(
  paragraph: string,
  room: number,
  at: Wrapping,
  before: string,
  startsBefore: RowStarts,
): RowStarts {
  const same = commonStart(before, paragraph);
  const sameAtEnd = commonEnd(before, paragraph, same);
  const shift = paragraph.length - before.length;
  const settled = same - lookahead(room);
  const starts = startsBefore.slice(0, Math.max(1, firstAbove(startsBefore, settled)));
  for (;;) {
    const end = rowEnd(paragraph, starts.at(-1) ?? 0, room, at);
    if (end >= paragraph.length) return starts;
    if (end >= paragraph.length - sameAtEnd) {
      const index = firstAbove(startsBefore, end - shift - 1);
      if (startsBefore[index] === end - shift) {
        for (const start of startsBefore.slice(index)) starts.push(start + shift);
        return starts;
      }
    }
    starts.push(end);
  }
}

/** @returns the index of the first row that starts after `offset`; the count of rows if none does. */
export function firstAbove(starts: RowStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

/** @param beyond UTF-16 units at the start that are taken already */
function commonEnd(a: string, b: string, beyond: number): number {
  const most = Math.min(a.length, b.length) - beyond;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) {
    same += 1;
  }
  return same;
}
