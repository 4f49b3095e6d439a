import { setHours } from '../../desk/counting/opening-hours.ts';
import type { Desk } from '../../desk/desk.ts';
import { PlaybookUnusable } from '../../desk/open-desk.ts';
import type { SetUpBefore } from '../../desk/open-for-set-up.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import { withHolidays } from '../../desk/set-up/holiday-text.ts';
import { setUpDesk } from '../../desk/set-up.ts';
import type { HoursFrom } from '../../rules/desk-events.ts';
import type { Hours, Playbook } from '../../rules/playbook.ts';
import { millis } from '../../rules/values.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { type OwnFolder, planFolder } from './own-folder.ts';
import type { GivenHours } from './read-given.ts';
import type { WantedSetUp } from './wanted.ts';

/** What became of a set-up, to be told. */
export interface SetUpDone {
  readonly folder: OwnFolder | undefined;
  /** Other opening hours hold now, or another zone. */
  readonly hoursChanged: boolean;
}

/**
 * Sets the desk up: the record first, then the files of the owner's playbook, which have been made
 * sure of before.
 * @throws PlaybookUnusable, PeopleRefused, StoreError; Fault `usage` for a folder that cannot be written
 */
export async function carryOutSetUp(
  context: Context,
  store: Desk['store'],
  {
    before,
    playbook,
  }: { readonly before: SetUpBefore; readonly playbook: Pick<Playbook, 'hours'> },
  wanted: WantedSetUp,
): Promise<SetUpDone> {
  const folder = await planFolder(context, wanted);
  const { setUp, zone } = wanted;
  await setUpDesk(store, setUp, zone, Date.now());
  const next = nextHours(before, playbook, wanted);
  if (next !== undefined) {
    const desk = { store, zone, now: () => millis(Date.now()), agent: { name: setUp.agent } };
    const set = await setHours(desk, next.hours, zone, next.from);
    if (!set.ok) throw await badHours(context, set.refusals[0]);
  }
  await folder?.write();
  return { folder, hoursChanged: next !== undefined };
}

/** The hours that are to hold, where they are other ones or belong to another zone. */
function nextHours(
  { hours: held, zone: before }: SetUpBefore,
  playbook: Pick<Playbook, 'hours'>,
  { hours: given, zone }: WantedSetUp,
): { readonly hours: Hours; readonly from: HoursFrom } | undefined {
  if (given === undefined) {
    return held === undefined || (zone === before && zone === held.zone)
      ? undefined
      : { hours: plain(held), from: held.from };
  }
  if (given.week === 'playbook') {
    return isDaysOff(given)
      ? { hours: withDaysOff(playbook.hours, given), from: 'desk' }
      : { hours: playbook.hours, from: 'playbook' };
  }
  const base = held ?? playbook.hours;
  const times = given.week === undefined ? base.week : given.week.times;
  const { holidays } = withDaysOff(base, given);
  return { hours: plain({ ...(times && { week: times }), holidays }), from: 'desk' };
}

const isDaysOff = ({ holidays, moreHolidays }: GivenHours): boolean =>
  holidays !== undefined || moreHolidays !== undefined;

const withDaysOff = (base: Hours, { holidays, moreHolidays = [] }: GivenHours): Hours => ({
  ...base,
  holidays: withHolidays(holidays ?? base.holidays, moreHolidays),
});

const plain = ({ week, holidays }: Hours): Hours => ({ ...(week && { week }), holidays });

async function badHours(
  context: Context,
  refusal: Parameters<typeof refusalText>[1] | undefined,
): Promise<Error> {
  if (refusal === undefined) return new PlaybookUnusable([]);
  const why = refusalText(await context.words(), refusal);
  return new Fault('usage', 'bad-hours', { option: '--hours', why });
}
