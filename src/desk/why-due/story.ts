import type { Clock, ClockKind } from '../../rules/clock.ts';
import { targetsFor } from '../../rules/clocks.ts';
import type { ComplaintEvent, EventType } from '../../rules/events.ts';
import { apply, begin, withClocks } from '../../rules/fold.ts';
import type { Targets } from '../../rules/playbook.ts';
import type { ComplaintState } from '../../rules/state.ts';
import type { Millis } from '../../rules/values.ts';
import type { StartReason, StoryLine } from './lines.ts';
import { type Hours, stretchLines } from './stretch.ts';

/** What a clock's story is told with. */
export interface StoryFacts extends Hours {
  readonly targets: Targets;
  /** Whether the customer is a key customer now. */
  readonly keyCustomer: boolean;
}

/** One look at a complaint: what happened, and how things stood then. */
interface Look {
  readonly event: ComplaintEvent;
  readonly state: ComplaintState;
}

/**
 * Tells how a clock came to stand where it stands, from the events that count.
 * @param events of one complaint by `n`, `undone` ones left out; the first of them `opened`
 * @param now up to when a clock that runs is told
 * @returns the lines since it started, or since it last started anew
 */
export function storyOf(
  kind: ClockKind,
  events: readonly ComplaintEvent[],
  now: Millis,
  facts: StoryFacts,
): readonly StoryLine[] {
  const story = new Story(facts);
  let state: ComplaintState | undefined;
  for (const event of events) {
    state = state === undefined ? withClocks(begin(event), event) : apply(state, event);
    const clock = state.clocks.find((one) => one.kind === kind);
    if (clock !== undefined) story.went(clock, { event, state });
  }
  story.countUntil(now);
  return story.lines;
}

/** Follows one clock from event to event. */
class Story {
  lines: StoryLine[] = [];
  readonly #facts: StoryFacts;
  #clock: Clock | undefined;
  /** Up to here it is told already. */
  #told: Millis | undefined;
  #soFar = 0;
  #stoppedBy: EventType = 'opened';

  constructor(facts: StoryFacts) {
    this.#facts = facts;
  }

  went(clock: Clock, look: Look): void {
    const { at } = look.event;
    const was = this.#clock;
    if (clock === was) return;
    if (was === undefined || was.started !== clock.started || was.stoppedAt !== undefined) {
      this.#begin(clock, look);
    } else {
      this.countUntil(at);
      this.#retarget(was, clock, look);
    }
    const before = this.#clock ?? clock;
    this.#clock = clock;
    if (before.calendar !== clock.calendar) {
      this.lines.push({ kind: 'recounted', at, calendar: clock.calendar });
    }
    if (clock.stoppedAt !== undefined) {
      this.#resume(at);
      if (was?.stoppedAt !== clock.stoppedAt) this.#stoppedBy = look.event.type;
      this.lines.push({ kind: 'stopped', at: clock.stoppedAt, because: this.#stoppedBy });
    } else if (clock.since === undefined) {
      if (before.since !== undefined) this.#pause(look);
    } else {
      this.#resume(at);
    }
  }

  /** Tells what the clock counts up to a moment, unless it stands still. */
  countUntil(at: Millis): void {
    const clock = this.#clock;
    if (clock?.since === undefined) return;
    const from = this.#told === undefined || this.#told < clock.since ? clock.since : this.#told;
    const lines = stretchLines(this.#facts, clock.calendar, from, at, this.#soFar);
    this.lines.push(...lines);
    for (const line of lines) if ('soFar' in line) this.#soFar = line.soFar;
    if (at > from) this.#told = at;
  }

  #begin(clock: Clock, { event, state }: Look): void {
    const { target: span, aimTarget: aim, started } = clock;
    const because = sourceOf(clock, state, this.#facts);
    this.#soFar = 0;
    this.#told = undefined;
    this.lines = [
      { kind: 'target', span, aim, ...(because && { because }) },
      { kind: 'started', at: started, because: startReason(clock, event, state) },
    ];
    const { since: _, stoppedAt: __, ...rest } = clock;
    if (clock.stoppedAt === undefined && clock.counted > 0) {
      // It came late, and took over what others had counted.
      this.#soFar = clock.counted;
      const until = clock.since ?? event.at;
      this.lines.push({ kind: 'before', until, counted: clock.counted, soFar: clock.counted });
      this.#told = until;
      this.#clock = { ...rest, since: until };
    } else {
      this.#clock = { ...rest, counted: 0, since: started };
      this.countUntil(clock.stoppedAt ?? event.at);
    }
  }

  #retarget(was: Clock, clock: Clock, { event, state }: Look): void {
    if (was.target === clock.target) return;
    const because = sourceOf(clock, state, this.#facts);
    const { at } = event;
    const spans = { before: was.target, span: clock.target };
    this.lines.push({ kind: 'retargeted', at, ...spans, ...(because && { because }) });
  }

  #pause({ event }: Look): void {
    const reason = event.type === 'waiting' ? event.body.reason : '';
    this.lines.push({ kind: 'paused', from: event.at, reason });
  }

  #resume(at: Millis): void {
    const last = this.lines.findLastIndex(({ kind }) => kind === 'paused');
    const line = this.lines[last];
    if (line?.kind === 'paused' && line.to === undefined) this.lines[last] = { ...line, to: at };
  }
}

/** What the playbook gives as the reason for a target; none, where it gives no such target any more. */
function sourceOf(
  { kind, target }: Clock,
  { answers: { severity, channel } }: ComplaintState,
  { targets, keyCustomer }: StoryFacts,
) {
  if (kind === 'followup') return undefined;
  // Whether they were a key customer then, the target tells.
  return [keyCustomer, !keyCustomer]
    .map((key) => targetsFor(targets, { severity, channel, keyCustomer: key })[kind])
    .find((found) => found?.span === target)?.because;
}

function startReason(
  { kind, started }: Clock,
  { type }: ComplaintEvent,
  { receivedAt, openedAt }: ComplaintState,
): StartReason {
  if (kind === 'followup') return 'finished';
  if (type === 'reopened') return 'reopened';
  return receivedAt !== undefined && started === receivedAt && started < openedAt
    ? 'received'
    : 'opened';
}
