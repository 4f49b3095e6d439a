import { type WallClock, wallClock } from '../../language/zone-time.ts';
import { intervalsOf } from '../../rules/business-time/opening-hours.ts';
import type { Figure, Surroundings } from '../../rules/figures/figure.ts';
import { Repeats } from '../../rules/figures/repeats.ts';
import type { Hours } from '../../rules/playbook.ts';
import type { Millis } from '../../rules/values.ts';
import type { Figures } from '../../store/figure-sheets/read-figures.ts';
import type { RecordReader } from '../../store/record-reader.ts';
import { calendarOf } from '../counting.ts';

const DAY = 86_400;
const HOUR = 3600;

/** Where and when the figures are looked at. */
export interface FigurePlace {
  readonly now: Millis;
  /** IANA time zone. */
  readonly zone: string;
}

/**
 * @param wanted what will be counted: customers who complained before are only looked for if one of
 *   them asks
 * @returns what figures look at beside the complaints
 */
export async function surroundingsOf(
  read: Pick<RecordReader, 'newestCalendar'>,
  figures: Figures,
  { now, zone }: FigurePlace,
  wanted: readonly Figure[],
): Promise<Surroundings> {
  const calendar = await read.newestCalendar();
  const localDay = localDayIn(zone);
  return {
    now: Math.floor(now / 1000),
    repeats: wanted.some(({ repeats }) => repeats === true)
      ? await repeatsIn(figures)
      : new Uint8Array(),
    within: withinDays(calendar === undefined ? { holidays: [] } : calendarOf(calendar), localDay),
    hourOfWeek(moment) {
      const local = localDay(moment);
      // 1970-01-01 was a Thursday.
      return ((Math.floor(local) + 3) % 7) * 24 + Math.floor((local % 1) * 24 + 1e-9);
    },
  };
}

async function repeatsIn(figures: Figures): Promise<Uint8Array> {
  const repeats = new Repeats();
  for await (const chunk of figures.chunks()) repeats.add(chunk);
  return repeats.found();
}

/** @returns days since 1970 on the clock of a place, with the part of the day that has passed. */
function localDayIn(zone: string): (moment: number) => number {
  let clock: WallClock | undefined;
  let hour = -1;
  let offset = 0;
  return (moment) => {
    // No zone changes its clock but at a full quarter of an hour.
    const quarter = Math.floor(moment / (HOUR / 4));
    if (quarter !== hour) {
      hour = quarter;
      clock ??= wallClock(zone);
      offset = clock.offsetAt(moment * 1000) / 1000;
    }
    return (moment + offset) / DAY;
  };
}

/** Business days are those on which the desk opens; around the clock, all of them. */
function withinDays(hours: Hours, localDay: (moment: number) => number): Surroundings['within'] {
  const opens = intervalsOf(hours);
  const last = new Map<number, number>();
  return (days, received, ended) => {
    const from = Math.floor(localDay(received));
    const key = from * 16 + days;
    let end = last.get(key);
    if (end === undefined) {
      end = from;
      // A desk that hardly ever opens is given a year.
      for (let left = days; left > 0 && end < from + 366; ) {
        end += 1;
        if (opens(end).length > 0) left -= 1;
      }
      last.set(key, end);
    }
    return Math.floor(localDay(ended)) <= end;
  };
}
