import type { Hours } from '../../src/rules/playbook.ts';
import { type Day, day, type Millis, millis } from '../../src/rules/values.ts';

const MINUTE = 60_000;

/**
 * Business time the slow way: somebody looks at the clock on the wall every minute, and at the list of
 * opening hours beside it. The hand they go by never turns back: when the clock does, they wait until
 * it has caught up, and go on.
 */
export interface ByMinute {
  /** The first and the last moment that was looked at. */
  readonly from: Millis;
  readonly to: Millis;
  /** The business time between two whole minutes, in milliseconds. */
  between(from: Millis, to: Millis): number;
  /** When a span has been counted, or undefined when that is not within what was looked at. */
  after(from: Millis, span: number): Millis | undefined;
  /** The business time of each day. */
  days(from: Millis, to: Millis): ReadonlyMap<Day, number>;
}

/** What the clock shows at every minute of some days: made once, for any hours. */
export interface Shown {
  readonly from: Millis;
  readonly minutes: readonly {
    readonly day: Day;
    readonly weekday: number;
    readonly minute: number;
  }[];
}

/** Looks at the clock on the wall of a zone for so many days. */
export function lookAtTheClock(zone: string, from: number, days: number): Shown {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  let farthest = '';
  const minutes = Array.from({ length: days * 1440 }, (_, index) => {
    const part = Object.fromEntries(
      format.formatToParts(from + index * MINUTE).map(({ type, value }) => [type, value]),
    );
    const { year, month, day: date, hour, minute } = part;
    const shown = `${year}-${month}-${date} ${hour}:${minute}`;
    if (shown > farthest) farthest = shown;
    const [showsDay = '', time = ''] = farthest.split(' ');
    const [hours = 0, rest = 0] = time.split(':').map(Number);
    const weekday = (new Date(`${showsDay}T12:00:00Z`).getUTCDay() + 6) % 7;
    return { day: day(showsDay), weekday, minute: hours * 60 + rest };
  });
  return { from: millis(from), minutes };
}

/** Counts business time from what the clock showed. */
export function byMinute({ from: start, minutes }: Shown, hours: Hours): ByMinute {
  const open = minutes.map(({ day, weekday, minute }) => {
    const holiday = hours.holidays.find((one) => one.day === day);
    const intervals = holiday ? (holiday.open ?? []) : (hours.week?.[weekday] ?? [[0, 1440]]);
    return intervals.some(([from, to]) => from <= minute && minute < to);
  });
  const at = (moment: Millis): number => (moment - start) / MINUTE;
  return {
    from: start,
    to: millis(start + minutes.length * MINUTE),
    between(from, to) {
      let sum = 0;
      for (let index = at(from); index < at(to); index++) if (open[index]) sum += MINUTE;
      return sum;
    },
    after(from, span) {
      if (span === 0) return from;
      let sum = 0;
      for (let index = at(from); index < open.length; index++) {
        if (open[index]) sum += MINUTE;
        if (sum >= span) return millis(start + (index + 1) * MINUTE);
      }
      return undefined;
    },
    days(from, to) {
      const sums = new Map<Day, number>();
      for (let index = at(from); index < at(to); index++) {
        const shown = minutes[index];
        if (shown && open[index]) sums.set(shown.day, (sums.get(shown.day) ?? 0) + MINUTE);
      }
      return sums;
    },
  };
}
