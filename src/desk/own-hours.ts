import type { HoursFrom } from '../rules/desk-events.ts';
import type { Hours, Playbook } from '../rules/playbook.ts';
import type { Reader } from '../store/reader.ts';
import { type HoursDesk, setHours } from './counting/opening-hours.ts';
import { calendarOf } from './counting.ts';

/** The opening hours that hold now, with whose word they are; undefined where there never were any. */
export interface HoursNow extends Hours {
  readonly from: HoursFrom;
  /** The IANA time zone whose clock they mean. */
  readonly zone: string;
}

/** @returns the opening hours that hold now. */
export async function hoursNow(
  read: Pick<Reader, 'calendars' | 'setting'>,
): Promise<HoursNow | undefined> {
  const from = await read.setting('hours_from');
  const newest = (await read.calendars()).at(-1);
  if (newest === undefined) return undefined;
  // Hours from before this was written down were the owner's own word.
  return { ...calendarOf(newest), from: from === 'playbook' ? 'playbook' : 'desk' };
}

/**
 * Makes the hours of the playbook those of the desk, where the owner has not given the desk others.
 * Called when a desk is opened for work: an owner who changes `hours.yaml` does nothing else. Clocks
 * that run count by them from the next event of their complaint on.
 * @throws StoreError when they cannot be written
 */
export async function followPlaybookHours(
  desk: HoursDesk & { readonly playbook: Pick<Playbook, 'hours'> },
): Promise<void> {
  const { hours } = desk.playbook;
  const { read } = desk.store;
  const from = await read.setting('hours_from');
  if (from === 'desk') return;
  const named = hours.week !== undefined || hours.holidays.length > 0;
  // What the playbook never said, it cannot take back.
  if (from === undefined && !named) return;
  const newest = (await read.calendars()).at(-1);
  if (from === undefined && newest !== undefined) return;
  if (newest !== undefined && isSame(calendarOf(newest), hours) && newest.zone === desk.zone)
    return;
  const set = await setHours(desk, hours, desk.zone, 'playbook');
  // The playbook was checked when it was read, and the zone when it was set.
  if (!set.ok) throw new RangeError(`the hours of the playbook: ${set.refusals[0]?.code}`);
}

const isSame = (one: Hours, other: Hours): boolean =>
  JSON.stringify([one.week ?? null, one.holidays]) ===
  JSON.stringify([other.week ?? null, other.holidays]);
