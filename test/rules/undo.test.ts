import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComplaintEvent, Happening } from '../../src/rules/events.ts';
import { activeEvents, redoTarget, undoTarget } from '../../src/rules/undo.ts';
import { logOf, opened, said } from './sample-complaint.ts';

const words = (text: string): Happening => said('words', text);
const undone = (undoes: number): Happening => ({ type: 'undone', body: { undoes } });
const counting = (...happenings: readonly Happening[]): readonly number[] =>
  activeEvents(logOf([opened, ...happenings])).map(({ n }) => n);
const back = (...happenings: readonly Happening[]) => undoTarget(logOf([opened, ...happenings]))?.n;
const again = (...happenings: readonly Happening[]) =>
  redoTarget(logOf([opened, ...happenings]))?.n;

describe('undo', () => {
  test('takes the newest answer back, and then the one before it', () => {
    expect(back(words('a'), words('b'))).toBe(3);
    expect(back(words('a'), words('b'), undone(3))).toBe(2);
    expect(counting(words('a'), words('b'), undone(3))).toEqual([1, 2]);
  });

  test('never takes the opening: a complaint that was heard is never unheard', () => {
    expect(back()).toBeUndefined();
    expect(back(words('a'), undone(2))).toBeUndefined();
  });

  test('an undo that was itself undone does not count', () => {
    expect(counting(words('a'), undone(2), undone(3))).toEqual([1, 2]);
    expect(back(words('a'), undone(2), undone(3))).toBe(2);
  });

  test('an answer can be taken back and brought again any number of times', () => {
    const log: Happening[] = [words('a')];
    for (let time = 0; time < 5; time++) {
      log.push(undone(2));
      expect(counting(...log)).toEqual([1]);
      log.push(undone(again(...log) ?? 0));
      expect(counting(...log)).toEqual([1, 2]);
    }
  });
});

describe('redo', () => {
  test('brings what was taken, the last taken first', () => {
    const log = [words('a'), words('b'), undone(3), undone(2)];
    expect(again(...log)).toBe(5);
    expect(again(...log, undone(5))).toBe(4);
    expect(again(...log, undone(5), undone(4))).toBeUndefined();
  });

  test('brings nothing when nothing was taken, or something new was said since', () => {
    expect(again()).toBeUndefined();
    expect(again(words('a'))).toBeUndefined();
    expect(again(words('a'), undone(2), words('b'))).toBeUndefined();
  });

  test('never brings what was taken before something new was said', () => {
    const log = [words('a'), undone(2), words('b'), undone(4)];
    expect(again(...log)).toBe(5);
    expect(again(...log, undone(5))).toBeUndefined();
  });
});

/** What editors do: a stack of what counts, and one of what was taken back. */
function asAnEditor(strokes: readonly ('say' | 'undo' | 'redo')[]) {
  const log: Happening[] = [opened];
  let done: readonly number[] = [1];
  let taken: readonly number[] = [];
  for (const stroke of strokes) {
    const events: readonly ComplaintEvent[] = logOf(log);
    if (stroke === 'say') {
      log.push(words('again'));
      done = [...done, log.length];
      taken = [];
    } else {
      const target = stroke === 'undo' ? undoTarget(events) : redoTarget(events);
      const [from, last] = stroke === 'undo' ? [done.slice(1), done.at(-1)] : [taken, taken.at(-1)];
      expect(target === undefined).toBe(from.length === 0);
      if (target === undefined || last === undefined) continue;
      log.push(undone(target.n));
      if (stroke === 'undo') {
        done = done.slice(0, -1);
        taken = [...taken, last];
      } else {
        done = [...done, last];
        taken = taken.slice(0, -1);
      }
    }
    expect(counting(...log.slice(1))).toEqual(done);
  }
}

test('undo and redo do what they do in every editor, whatever order they are pressed in', () => {
  const strokes = fc.array(fc.constantFrom('say', 'undo', 'redo'), { maxLength: 40 });
  fc.assert(fc.property(strokes, asAnEditor), { numRuns: 500 });
});
