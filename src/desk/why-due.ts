import type { Clock } from '../rules/clock.ts';
import { countedBy, type Warning, warningOf } from '../rules/clocks.ts';
import { fold } from '../rules/fold.ts';
import type { Playbook } from '../rules/playbook.ts';
import { activeEvents, isBeginning } from '../rules/undo.ts';
import type { ComplaintId, Millis } from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import { calendarOf, countingOf } from './counting.ts';
import { eventOf } from './rows.ts';
import type { StoryLine } from './why-due/lines.ts';
import { type StoryFacts, storyOf } from './why-due/story.ts';

export type { StoryLine } from './why-due/lines.ts';

/** Why a clock stands where it stands; spans are milliseconds of business time. */
export interface WhyDue {
  readonly clock: Clock;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly counted: number;
  /** Of its target; less than nothing once that is used up. */
  readonly left: number;
  /** How pressing it is; nothing presses while it is paused, or once it has stopped. */
  readonly warning?: Warning;
  /** The arithmetic, from the log. */
  readonly lines: readonly StoryLine[];
}

/**
 * Explains every clock of a complaint, line by line (P25, P28, P40): where its target comes from, what
 * was counted when, what was not, and what is left.
 * @param now up to when clocks that run are counted
 * @returns the clocks in the order of their kinds; none where the words of its beginning were erased
 */
export async function whyDue(
  read: Reader,
  id: ComplaintId,
  playbook: Pick<Playbook, 'targets'>,
  now: Millis,
): Promise<readonly WhyDue[]> {
  const events = activeEvents((await read.eventsOf(id)).flatMap((row) => eventOf(row) ?? []));
  if (events[0] === undefined || !isBeginning(events[0])) return [];
  const state = fold(events);
  if (state === undefined) return [];
  const customer = state.customer === undefined ? undefined : await read.customer(state.customer);
  const counting = await countingOf(read);
  const calendars = (await read.calendars()).map(calendarOf);
  const facts: StoryFacts = {
    counting,
    calendars: new Map(calendars.map((calendar) => [calendar.version, calendar])),
    targets: playbook.targets,
    keyCustomer: customer?.key === 1,
  };
  return state.clocks.map((clock) => {
    const counted = countedBy(clock, now, counting);
    const warning = warningOf(clock, now, counting);
    return {
      clock,
      state:
        clock.stoppedAt !== undefined
          ? 'stopped'
          : clock.since === undefined
            ? 'paused'
            : 'running',
      counted,
      left: clock.target - counted,
      ...(warning === undefined ? {} : { warning }),
      lines: storyOf(clock.kind, events, now, facts),
    };
  });
}
