import { contactOutcomes } from '../steps.ts';
import { settledAt } from './complaint-figures.ts';
import { type Figure, type Measure, numbersOf, type Surroundings } from './figure.ts';
import { happeningTypes, promiseStates, type SheetNamed } from './sheets.ts';

type Promises = SheetNamed<'promises'>;
type FollowUps = SheetNamed<'followUps'>;

const promises = (
  name: string,
  at: (sheet: Promises, row: number, around: Surroundings) => number | undefined,
): Figure => ({
  name,
  counts: 'promises',
  moments(chunk, around) {
    const sheet = chunk.sheet('promises');
    return numbersOf(sheet.at.length, (row) => at(sheet, row, around));
  },
});

const isIn = ({ state }: Promises, row: number, name: (typeof promiseStates)[number]): boolean =>
  promiseStates[state[row] ?? 0] === name;

const inTime = ({ settled, due }: Promises, row: number): boolean =>
  (settled[row] ?? 0) <= (due[row] ?? 0);

/** Promises by what became of them (P28), each counted when it was due; one taken back is none. */
export const promiseFigures = {
  due: promises('promises-due', (sheet, row) =>
    isIn(sheet, row, 'withdrawn') ? undefined : sheet.due[row],
  ),
  /** Its date has come, or it was settled before: what can be judged. */
  judged: promises('promises-judged', (sheet, row, { now }) => {
    if (isIn(sheet, row, 'withdrawn')) return undefined;
    return isIn(sheet, row, 'open') && (sheet.due[row] ?? 0) >= now ? undefined : sheet.due[row];
  }),
  kept: promises('promises-kept', (sheet, row) =>
    isIn(sheet, row, 'kept') && inTime(sheet, row) ? sheet.due[row] : undefined,
  ),
  keptLate: promises('promises-kept-late', (sheet, row) =>
    isIn(sheet, row, 'kept') && !inTime(sheet, row) ? sheet.due[row] : undefined,
  ),
  broken: promises('promises-broken', (sheet, row) =>
    isIn(sheet, row, 'broken') ? sheet.due[row] : undefined,
  ),
  /** Its date has passed, and nobody said what became of it. */
  overdue: promises('promises-overdue', (sheet, row, { now }) =>
    isIn(sheet, row, 'open') && (sheet.due[row] ?? 0) < now ? sheet.due[row] : undefined,
  ),
  /** A later date was given: counted when the first one was due. */
  delayed: promises('promises-delayed', (sheet, row) =>
    sheet.told[row] === 0 || isIn(sheet, row, 'withdrawn') ? undefined : sheet.firstDue[row],
  ),
  /** The customer was told of the later date before the first one had passed. */
  toldInTime: promises('promises-told-in-time', (sheet, row) => {
    const told = sheet.told[row] ?? 0;
    if (told === 0 || isIn(sheet, row, 'withdrawn')) return undefined;
    return told <= (sheet.firstDue[row] ?? 0) ? sheet.firstDue[row] : undefined;
  }),
} as const satisfies Readonly<Record<string, Figure>>;

const followUps = (
  name: string,
  at: (sheet: FollowUps, row: number) => number | undefined,
): Figure => ({
  name,
  counts: 'followUps',
  moments(chunk) {
    const sheet = chunk.sheet('followUps');
    return numbersOf(sheet.at.length, (row) => at(sheet, row));
  },
});

const answered = ({ satisfied, score }: FollowUps, row: number): boolean =>
  satisfied[row] !== 0 || score[row] !== 0;

/** Whether it was really solved, as customers say when they are asked (P33, P38). */
export const followUpFigures = {
  due: followUps('followups-due', ({ due }, row) => due[row]),
  reached: followUps('followups-reached', (sheet, row) =>
    contactOutcomes[(sheet.outcome[row] ?? 0) - 1] === 'reached' ? sheet.done[row] : undefined,
  ),
  /** They said how content they are. */
  answered: followUps('followups-answered', (sheet, row) =>
    answered(sheet, row) ? sheet.done[row] || sheet.due[row] : undefined,
  ),
  /** They said whether they are content. */
  said: followUps('followups-said', (sheet, row) =>
    sheet.satisfied[row] === 0 ? undefined : sheet.done[row] || sheet.due[row],
  ),
  satisfied: followUps('followups-satisfied', (sheet, row) =>
    sheet.satisfied[row] === 2 ? sheet.done[row] || sheet.due[row] : undefined,
  ),
  /** They gave a score. */
  scored: followUps('followups-scored', (sheet, row) =>
    sheet.score[row] === 0 ? undefined : sheet.done[row] || sheet.due[row],
  ),
} as const satisfies Readonly<Record<string, Figure>>;

/** From 1 to 10. */
export const score: Measure = {
  ...followUpFigures.scored,
  name: 'score',
  values: (chunk) => chunk.sheet('followUps').score,
  counted: followUpFigures.scored,
};

/** How many contacts it took (P36, P40). */
export const contactsTaken: Measure = {
  name: 'contacts',
  counts: 'complaint',
  moments(chunk) {
    const { contacts, closed } = chunk.sheet('complaint');
    return numbersOf(contacts.length, (row) => (contacts[row] === 0 ? undefined : closed[row]));
  },
  values(chunk) {
    const { contacts } = chunk.sheet('complaint');
    return numbersOf(contacts.length, (row) => Math.max(0, (contacts[row] ?? 0) - 1));
  },
};

const happenings = (type: (typeof happeningTypes)[number]): Figure => ({
  name: type,
  counts: 'happenings',
  moments(chunk) {
    const { when, type: types } = chunk.sheet('happenings');
    return numbersOf(when.length, (row) =>
      happeningTypes[types[row] ?? 0] === type ? when[row] : undefined,
    );
  },
});

/** It was opened again; a complaint that was opened twice counts twice. */
export const reopened = happenings('reopened');
export const escalated = happenings('escalated');
/** The customer was told who outside of us can decide. */
export const referred = happenings('referred');

/** Remedies by what was wished, put before the customer, and chosen (P18, P19). */
export const remedyFigures = {
  wished: {
    name: 'wished',
    counts: 'complaint',
    moments(chunk) {
      const { wish } = chunk.sheet('about');
      const { received } = chunk.sheet('complaint');
      return numbersOf(wish.length, (row) => (wish[row] === 0 ? undefined : received[row]));
    },
  },
  offered: {
    name: 'offered',
    counts: 'offers',
    moments(chunk) {
      const { at } = chunk.sheet('offers');
      const complaint = chunk.sheet('complaint');
      return numbersOf(at.length, (row) => settledAt(complaint, at[row] ?? 0));
    },
  },
  chosen: {
    name: 'chosen',
    counts: 'complaint',
    moments(chunk) {
      const { remedy } = chunk.sheet('chosen');
      const complaint = chunk.sheet('complaint');
      return numbersOf(remedy.length, (row) =>
        remedy[row] === 0 ? undefined : settledAt(complaint, row),
      );
    },
  },
} as const satisfies Readonly<Record<string, Figure>>;
