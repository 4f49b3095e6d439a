/**
 * What figures are counted from: one column a fact, one number a complaint, in sheets of some
 * thousands. A million complaints are gone through in milliseconds that way, where their rows would
 * take seconds. The sheets follow from the tables as the tables follow from the log: they can be
 * thrown away at any time, and are made again.
 *
 * Moments are whole seconds since 1970, 0 where there is none. Texts are numbers of words, 0 for none.
 */

/** How a number is kept. */
export type Kept = 'u8' | 'u16' | 'u32' | 'f64';

/** The columns of a sheet. */
export type SheetLayout = Readonly<Record<string, Kept>>;

interface Arrays {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly f64: Float64Array;
}

/** The columns of a sheet with their numbers, all of one length. */
export type Sheet<Layout extends SheetLayout> = {
  readonly [Name in keyof Layout]: Arrays[Layout[Name]];
};

/** Complaints a chunk. */
export const CHUNK = 2048;

/** Every complaint once, by its number; `here` is 0 for a number that was never given. */
const complaint = {
  here: 'u8',
  /** When it reached us. */
  received: 'u32',
  finished: 'u32',
  resolved: 'u32',
  closed: 'u32',
  customer: 'u32',
  /** The place in `stages`, and likewise; 0 is the first. */
  stage: 'u8',
  /** The place in `outcomes` and one more; 0 for none, and likewise. */
  outcome: 'u8',
  verdict: 'u8',
  fault: 'u8',
  /** A sum of `marks`. */
  marks: 'u8',
  /** How many contacts it took, and one more; 0 where nobody said. */
  contacts: 'u16',
} as const satisfies SheetLayout;

/** What else is known of a complaint that is so or not. */
export const marks = {
  /** Something was changed because of it (P37). */
  changed: 1,
  /** It turned out to be the same as another one. */
  merged: 2,
  /** Its severity was put right after it had been given one. */
  reprioritised: 4,
} as const;

/** The words of a complaint. */
const about = {
  channel: 'u32',
  product: 'u32',
  cause: 'u32',
  rootCause: 'u32',
  severity: 'u32',
  owner: 'u32',
  resolvedBy: 'u32',
  wish: 'u32',
} as const satisfies SheetLayout;

/** What a complaint's customer chose. */
const chosen = {
  remedy: 'u32',
  currency: 'u32',
  /** In the smallest unit of the currency; -1 where no sum was named. */
  amount: 'f64',
} as const satisfies SheetLayout;

/** One clock of every complaint; `started` is 0 where it has none. */
const clock = {
  started: 'u32',
  due: 'u32',
  stopped: 'u32',
  /** Seconds of business time it ran. */
  counted: 'u32',
} as const satisfies SheetLayout;

/** Complaints that were resolved. */
const resolutions = { at: 'u16', when: 'u32' } as const satisfies SheetLayout;

/** How many seconds after they had reached us, of the same complaints in the same order. */
const resolutionTimes = { took: 'u32' } as const satisfies SheetLayout;

/**
 * What the questions of `tallied.ts` come to in the whole chunk, so that a chunk which lies within one
 * span of time need not be gone through.
 */
const tallies = {
  /** The place of the question. */
  question: 'u8',
  group: 'u32',
  /** How many, or how much. */
  sum: 'f64',
  /** The first and the last moment at which one counts. */
  first: 'u32',
  last: 'u32',
} as const satisfies SheetLayout;

/** Remedies that were put before customers. `at` is the complaint's place in the chunk, and likewise. */
const offers = { at: 'u16', remedy: 'u32', chosen: 'u8' } as const satisfies SheetLayout;

const promises = {
  at: 'u16',
  who: 'u32',
  made: 'u32',
  /** The date that holds now, and the one that was given first. */
  due: 'u32',
  firstDue: 'u32',
  told: 'u32',
  settled: 'u32',
  /** The place in `promiseStates`. */
  state: 'u8',
} as const satisfies SheetLayout;

export const promiseStates = ['open', 'withdrawn', 'kept', 'broken'] as const;

/** Follow-ups, and whatever else says how content somebody is. */
const followUps = {
  at: 'u16',
  due: 'u32',
  done: 'u32',
  /** The place in `contactOutcomes` and one more. */
  outcome: 'u8',
  /** 1 no, 2 yes. */
  satisfied: 'u8',
  /** 1 to 10. */
  score: 'u8',
} as const satisfies SheetLayout;

/** What happened to a complaint that its state does not tell. */
const happenings = {
  at: 'u16',
  when: 'u32',
  /** The place in `happeningTypes`. */
  type: 'u8',
} as const satisfies SheetLayout;

/** Events that are counted one by one. */
export const happeningTypes = ['reopened', 'escalated', 'referred'] as const;

export const clockSheets = {
  pickup: 'pickup-clock',
  acknowledge: 'acknowledge-clock',
  answer: 'answer-clock',
  resolve: 'resolve-clock',
} as const;

/** Every sheet; a report reads those it needs. New ones are added at the end: the place is the key. */
export const sheetLayouts = {
  complaint,
  about,
  chosen,
  'pickup-clock': clock,
  'acknowledge-clock': clock,
  'answer-clock': clock,
  'resolve-clock': clock,
  offers,
  promises,
  followUps,
  happenings,
  resolutions,
  resolutionTimes,
  tallies,
} as const satisfies Readonly<Record<string, SheetLayout>>;

export type SheetName = keyof typeof sheetLayouts;
export const sheetNames = Object.keys(sheetLayouts) as SheetName[];

/** Raised whenever a sheet's columns or their meaning change: those that were kept are made anew. */
export const SHEETS_VERSION = 3;

export type SheetNamed<Name extends SheetName> = Sheet<(typeof sheetLayouts)[Name]>;
export type ClockSheet = Sheet<typeof clock>;

/** The sheets of `CHUNK` complaints, the first of which has the number `first`; each is read when it is asked for. */
export interface Chunk {
  readonly first: number;
  sheet<Name extends SheetName>(name: Name): SheetNamed<Name>;
}
