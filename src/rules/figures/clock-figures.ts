import { resolved } from './complaint-figures.ts';
import { type Figure, type Measure, numbersOf } from './figure.ts';
import { type ClockSheet, clockSheets } from './sheets.ts';

export type TimedClock = keyof typeof clockSheets;
export const timedClocks = Object.keys(clockSheets) as readonly TimedClock[];

/** What is counted of a clock (P25, P40). */
export interface ClockFigures {
  /** It stopped no later than it was due: counted when it stopped. */
  readonly inTime: Figure;
  /** It ran past its time: counted when it was due. */
  readonly late: Figure;
  /** It stopped: in time or late. */
  readonly stopped: Figure;
  /** Seconds on the wall from its start to its stop. */
  readonly elapsed: Measure;
  /** Seconds of business time that it counted. */
  readonly business: Measure;
}

function figuresOf(kind: TimedClock): ClockFigures {
  const name = clockSheets[kind];
  const figure = (what: string, at: (sheet: ClockSheet, row: number, now: number) => number) => ({
    name: `${what}-${kind}`,
    counts: 'complaint' as const,
    moments: (chunk: Parameters<Figure['moments']>[0], around: { readonly now: number }) => {
      const sheet = chunk.sheet(name);
      return numbersOf(sheet.due.length, (row) => at(sheet, row, around.now));
    },
  });
  const stopped: Figure = {
    name: `stopped-${kind}`,
    counts: 'complaint',
    moments: (chunk) => chunk.sheet(name).stopped,
  };
  return {
    stopped,
    inTime: figure('in-time', ({ stopped: at, due }, row) => {
      const stop = at[row] ?? 0;
      return stop <= (due[row] ?? 0) ? stop : 0;
    }),
    late: figure('late', ({ stopped: at, due, started }, row, now) => {
      const by = due[row] ?? 0;
      return started[row] !== 0 && (at[row] || now) > by ? by : 0;
    }),
    elapsed: {
      ...stopped,
      name: `${kind}-elapsed`,
      values(chunk) {
        const { started, stopped: at } = chunk.sheet(name);
        return numbersOf(at.length, (row) => Math.max(0, (at[row] ?? 0) - (started[row] ?? 0)));
      },
    },
    business: {
      ...stopped,
      name: `${kind}-business`,
      values: (chunk) => chunk.sheet(name).counted,
    },
  };
}

/** What is counted of every clock. */
export const clockFigures: Readonly<Record<TimedClock, ClockFigures>> = {
  pickup: figuresOf('pickup'),
  acknowledge: figuresOf('acknowledge'),
  answer: figuresOf('answer'),
  resolve: figuresOf('resolve'),
};

/** From the moment it reached us to its resolution, whether or not a clock was set for that. */
export const resolutionTime: Measure = {
  name: 'resolution-time',
  counts: 'resolutions',
  moments: (chunk) => chunk.sheet('resolutions').when,
  values: (chunk) => chunk.sheet('resolutionTimes').took,
  whole: resolved,
};
