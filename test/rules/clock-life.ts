import { countingBy, type ExplainedCounting } from '../../src/rules/business-time/counting.ts';
import { type BusinessTime, businessTime } from '../../src/rules/business-time.ts';
import type { Clock, ClockKind, Counting } from '../../src/rules/clock.ts';
import { type ClockFacts, clocksAfter } from '../../src/rules/clocks.ts';
import type { ComplaintEvent, Happening } from '../../src/rules/events.ts';
import { applyWithoutClocks, begin, withClocks } from '../../src/rules/fold.ts';
import type { Hours, Targets } from '../../src/rules/playbook.ts';
import type { ComplaintState } from '../../src/rules/state.ts';
import { agentName, complaintId, day, type Millis, millis } from '../../src/rules/values.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday 23 November 2026, 09:00 in a place whose clock is UTC. */
export const MONDAY = millis(Date.UTC(2026, 10, 23, 9));

/** @returns a moment so many hours after Monday nine o'clock. */
export const hoursOn = (hours: number): Millis => millis(MONDAY + Math.round(hours * HOUR));

export const targets: Targets = {
  pickUpHours: 1,
  acknowledgeHours: 4,
  answerHours: 10,
  aimHours: 8,
  resolveHours: 40,
  followUpHours: 36,
  answerHoursBySeverity: { urgent: 2 },
  rules: [],
};

/** The arithmetic of opening hours where the clock is UTC. */
export const inUtc = (hours: Hours): BusinessTime =>
  businessTime(
    { version: 1, zone: 'UTC', ...hours },
    {
      dayOf: (at) => day(new Date(at).toISOString().slice(0, 10)),
      momentOf: (date, minute) => millis(Date.parse(date) + minute * MINUTE),
    },
  );

const weekdays = (from: number, to: number): Hours => ({
  week: [0, 1, 2, 3, 4, 5, 6].map((at) => (at < 5 ? [[from * 60, to * 60]] : [])),
  holidays: [],
});

/** Nine to five, Monday to Friday. */
export const nineToFive = weekdays(9, 17);
/** Noon to eight, Monday to Friday: other hours, as many. */
export const noonToEight = weekdays(12, 20);

/** @returns counting by these hours, the last of which hold now. */
export const countingOver = (...hours: readonly Hours[]): ExplainedCounting =>
  countingBy(new Map(hours.map((one, index) => [index + 1, inUtc(one)])));

/** A complaint whose clocks can be watched. */
export interface Watched {
  readonly state: ComplaintState;
  clock(kind: ClockKind): Clock;
  has(kind: ClockKind): boolean;
  /** What happens so many hours after Monday nine o'clock. */
  next(
    hours: number,
    happening: Happening,
    change?: Partial<ClockFacts & { counting: Counting }>,
  ): Watched;
}

/** Opens a complaint on Monday at nine, or hours after, as the desk does. */
export function watch(
  counting: Counting,
  facts: Partial<ClockFacts> = {},
  { received, opened = 0 }: { readonly received?: Millis; readonly opened?: number } = {},
): Watched {
  const at = hoursOn(opened);
  const happening: Happening = {
    type: 'opened',
    body: { aim: at, due: at, ...(received === undefined ? {} : { received }) },
  };
  const event = eventOf(happening, at, 1);
  const known = { targets, keyCustomer: false, ...facts };
  const bare = begin(event);
  return watched(clockedBy(undefined, bare, event, known, counting), known, counting);
}

function watched(state: ComplaintState, facts: ClockFacts, counting: Counting): Watched {
  const has = (kind: ClockKind) => state.clocks.some((clock) => clock.kind === kind);
  return {
    state,
    has,
    clock(kind) {
      const found = state.clocks.find((clock) => clock.kind === kind);
      if (found === undefined) throw new Error(`there is no ${kind} clock`);
      return found;
    },
    next(hours, happening, change = {}) {
      const { counting: by = counting, ...changed } = change;
      const known = { ...facts, ...changed };
      const event = eventOf(happening, hoursOn(hours), state.revision + 1);
      const after = applyWithoutClocks(state, event);
      return watched(clockedBy(state, after, event, known, by), known, by);
    },
  };
}

function clockedBy(
  before: ComplaintState | undefined,
  after: ComplaintState,
  event: ComplaintEvent,
  facts: ClockFacts,
  counting: Counting,
): ComplaintState {
  const clocks = clocksAfter(before, after, event.at, facts, counting);
  return withClocks(after, { ...event, body: { ...event.body, clocks } } as ComplaintEvent);
}

const eventOf = (happening: Happening, at: Millis, n: number): ComplaintEvent => ({
  ...happening,
  complaint: complaintId(1042),
  n,
  at,
  agent: agentName('Sam'),
});
