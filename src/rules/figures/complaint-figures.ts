import { outcomes, verdicts } from '../steps.ts';
import { type Figure, numbersOf } from './figure.ts';
import { marks, type SheetNamed } from './sheets.ts';

type Complaints = SheetNamed<'complaint'>;

const WEEK = 7 * 24 * 3600;

/** @returns a figure that counts complaints by what their first sheet says. */
const complaints = (
  name: string,
  at: (sheet: Complaints, row: number) => number | undefined,
): Figure => ({
  name,
  counts: 'complaint',
  moments(chunk) {
    const sheet = chunk.sheet('complaint');
    return numbersOf(sheet.here.length, (row) => at(sheet, row));
  },
});

/** When it was over: resolved, or closed without. */
export const endedAt = ({ resolved, closed }: Complaints, row: number): number =>
  resolved[row] || closed[row] || 0;

/** When what was done for them was settled: the conversation's end, or as long as it has none, its beginning. */
export const settledAt = ({ finished, received }: Complaints, row: number): number =>
  finished[row] || received[row] || 0;

const verdictIn = (sheet: Complaints, row: number, known: readonly string[]): boolean =>
  known.includes(verdicts[(sheet.verdict[row] ?? 0) - 1] ?? '');

const marked = (sheet: Complaints, row: number, mark: number): boolean =>
  ((sheet.marks[row] ?? 0) & mark) !== 0;

/** It reached us. */
export const received: Figure = {
  name: 'received',
  counts: 'complaint',
  moments: (chunk) => chunk.sheet('complaint').received,
};

export const resolved: Figure = {
  name: 'resolved',
  counts: 'complaint',
  moments: (chunk) => chunk.sheet('complaint').resolved,
};

export const closed: Figure = {
  name: 'closed',
  counts: 'complaint',
  moments: (chunk) => chunk.sheet('complaint').closed,
};

export const ended = complaints('ended', endedAt);

/** The conversation in which it was taken resolved it (ISO 10002, 8.2). */
export const firstContact = complaints('first-contact', ({ finished, resolved: done }, row) =>
  done[row] !== 0 && done[row] === finished[row] ? done[row] : undefined,
);

/** It ended without the customer being content (P30). */
export const unsatisfied = complaints('unsatisfied', (sheet, row) =>
  outcomes[(sheet.outcome[row] ?? 0) - 1] === 'unsatisfied' ? sheet.finished[row] : undefined,
);

/** Closed with a finding on whether it was right (P36). */
export const judged = complaints('judged', (sheet, row) =>
  sheet.verdict[row] === 0 ? undefined : sheet.closed[row],
);

/** Closed and found right, wholly or in part. */
export const upheld = complaints('upheld', (sheet, row) =>
  verdictIn(sheet, row, ['upheld', 'partly']) ? sheet.closed[row] : undefined,
);

/** Closed, and something was changed because of it (P37). */
export const improved = complaints('improved', (sheet, row) =>
  marked(sheet, row, marks.changed) ? sheet.closed[row] : undefined,
);

/** It was given another severity than the first. */
export const reprioritised = complaints('reprioritised', (sheet, row) =>
  marked(sheet, row, marks.reprioritised) ? sheet.received[row] : undefined,
);

/** Over by the end of the third business day after the one on which it reached us (DISP 1.5). */
export const withinThreeDays: Figure = {
  name: 'within-three-days',
  counts: 'complaint',
  moments(chunk, { within }) {
    const sheet = chunk.sheet('complaint');
    return numbersOf(sheet.here.length, (row) => {
      const end = endedAt(sheet, row);
      return end !== 0 && within(3, sheet.received[row] ?? 0, end) ? end : undefined;
    });
  },
};

/** Over within eight weeks (DISP 1.6). */
export const withinEightWeeks = complaints('within-eight-weeks', (sheet, row) => {
  const end = endedAt(sheet, row);
  return end !== 0 && end - (sheet.received[row] ?? 0) <= 8 * WEEK ? end : undefined;
});

/** Of a customer who had complained before (P40). */
export const repeated: Figure = {
  name: 'repeated',
  counts: 'complaint',
  repeats: true,
  moments(chunk, { repeats }) {
    const sheet = chunk.sheet('complaint');
    return numbersOf(sheet.here.length, (row) =>
      repeats[chunk.first + row] === 1 ? sheet.received[row] : undefined,
    );
  },
};
