import { countingBy, type ExplainedCounting } from '../rules/business-time/counting.ts';
import {
  aroundTheClock,
  type BusinessTime,
  businessTime,
  isAroundTheClock,
  type WorkCalendar,
  type ZoneTime,
} from '../rules/business-time.ts';
import type { Hours } from '../rules/playbook.ts';
import { day, millis } from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import type { CalendarRow } from '../store/tables/calendar.ts';

export { CalendarUnknown, type ExplainedCounting } from '../rules/business-time/counting.ts';

/**
 * Reads how business time is counted at a desk, by every version of its opening hours. Without any
 * it is counted around the clock, and nothing about time zones is loaded.
 * @param known what was read before: it comes back as it is while no newer hours were set
 * @returns the counting; it throws CalendarUnknown for a version that was set since
 */
export async function countingOf(
  read: Pick<Reader, 'calendars'>,
  known?: ExplainedCounting,
): Promise<ExplainedCounting> {
  const rows = await read.calendars();
  const newest = rows.at(-1)?.version ?? 0;
  if (known?.version === newest) return known;
  const times = new Map<number, BusinessTime>();
  for (const row of rows) times.set(row.version, await businessTimeOf(calendarOf(row)));
  return countingBy(times);
}

/** @returns a row of opening hours as the rules take them. */
export function calendarOf({ version, zone, hours, holidays }: CalendarRow): WorkCalendar {
  const week = JSON.parse(hours) as Hours['week'] | null;
  return {
    version,
    zone,
    ...(week === null || week === undefined ? {} : { week }),
    holidays: JSON.parse(holidays) as Hours['holidays'],
  };
}

/** @throws RangeError for a time zone that is not known */
export async function businessTimeOf(calendar: WorkCalendar): Promise<BusinessTime> {
  if (isAroundTheClock(calendar)) return aroundTheClock;
  return businessTime(calendar, await zoneTimeOf(calendar.zone));
}

/** The changes of a zone's clock are looked up once, whatever the hours. */
const zones = new Map<string, ZoneTime>();

async function zoneTimeOf(zone: string): Promise<ZoneTime> {
  const found = zones.get(zone);
  if (found !== undefined) return found;
  const { wallClock } = await import('../language/zone-time.ts');
  const { dayOf, momentOf } = wallClock(zone);
  const made: ZoneTime = {
    dayOf: (at) => day(dayOf(at)),
    momentOf: (date, minute) => millis(momentOf(date, minute)),
  };
  zones.set(zone, made);
  return made;
}
