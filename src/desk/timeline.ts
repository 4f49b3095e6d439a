import { questionOfEvent } from '../rules/event-question.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import type { Playbook } from '../rules/playbook.ts';
import type { QuestionName } from '../rules/questions.ts';
import type { ComplaintState } from '../rules/state.ts';
import { activeEvents } from '../rules/undo.ts';
import { type AgentName, agentName, type Millis, millis } from '../rules/values.ts';
import type { StoredEvent } from '../store/event-log.ts';
import type { Desk } from './desk.ts';
import { eventWords } from './event-words.ts';
import { eventOf } from './rows.ts';
import type { Voice } from './saying.ts';

/** One line of what happened to a complaint. */
export interface TimelineEntry {
  /** Counts within the complaint from 1; undo names an event by it. */
  readonly n: number;
  readonly at: Millis;
  readonly agent: AgentName;
  /** What happened, as it was given: whoever prints it makes it safe. */
  readonly words: string;
  /** The question it answered; undefined for what belongs to none. */
  readonly question: QuestionName | undefined;
  /** It was taken back since, and does not count any more. */
  readonly takenBack: boolean;
}

/**
 * Tells everything that happened to a complaint in words.
 * @param log its events by `n`, as they are stored
 * @returns one entry each, in the order in which it happened
 */
export function timelineOf(
  log: readonly StoredEvent[],
  voice: Voice,
  playbook: Playbook,
): readonly TimelineEntry[] {
  const known = log.flatMap((row) => eventOf(row) ?? []);
  const counting = new Set(activeEvents(known).map(({ n }) => n));
  const before: ComplaintEvent[] = [];
  return log.map((row) => {
    const event = eventOf(row);
    const words = eventWords(event, { voice, playbook, before: [...before] });
    if (event !== undefined) before.push(event);
    return {
      n: row.n,
      at: millis(row.at),
      agent: agentName(row.agent),
      words,
      question: event && questionOfEvent(event),
      takenBack: event !== undefined && event.type !== 'undone' && !counting.has(row.n),
    };
  });
}

/**
 * What another window did since somebody looked, so that they see what changed and by whom.
 * @param before the complaint as they have it
 * @throws StoreError when the record cannot be read
 */
export async function changesSince(
  desk: Desk,
  voice: Voice,
  { id, revision }: Pick<ComplaintState, 'id' | 'revision'>,
): Promise<readonly TimelineEntry[]> {
  const log = await desk.store.read.eventsOf(id);
  return timelineOf(log, voice, desk.playbook).filter(({ n }) => n > revision);
}

/** More than this is read in the timeline. */
const TOLD = 3;

/**
 * How a change by another window concerns somebody: not more than that they know of it, beside what
 * they were about to do, or it is the same that they were about to do.
 */
export type Concern = 'known' | 'beside' | 'same';

/**
 * @param me who is told
 * @returns changes in one breath: "Lejla went on meanwhile: Cause: arrived damaged; promised ...", the
 *   newest last; undefined when there are none
 */
export function changesText(
  { words }: Voice,
  me: AgentName,
  changes: readonly TimelineEntry[],
  concern: Concern,
): string | undefined {
  if (changes.length === 0) return undefined;
  const names = [...new Set(changes.map(({ agent }) => agent))];
  const who = names.map((name) => (name === me ? words.say('meanwhile.own') : name)).join(', ');
  const told = changes.slice(-TOLD).map((change) => change.words.replace(/[\s.;]+$/, ''));
  const what = told.length < changes.length ? ['…', ...told] : told;
  return words.say(`meanwhile.${concern}`, { who, what: what.join('; ') });
}
