import { type Millis, millis } from '../../rules/values.ts';
import type { TodayRow } from '../../store/today-rows.ts';
import type { ActionName } from '../actions/names.ts';

/** Why a complaint is on today's page. */
export type TodayKind = TodayRow['kind'];

/** What to do next: an action of the desk, or going on with the conversation. */
export type NextStep = ActionName | 'resume';

/** The parts of today's page, by the names that machines read, from top to bottom. */
export const todaySections = [
  'late',
  'due_next',
  'to_decide',
  'asked',
  'waiting',
  'not_finished',
] as const;
export type TodaySection = (typeof todaySections)[number];

/** One reason why a complaint wants something done. */
export interface TodayReason {
  readonly section: TodaySection;
  readonly kind: TodayKind;
  /** What was promised, why they are called or waited for, or the remedy asked for; empty for a deadline. */
  readonly what: string;
  /** When it is due; when a decision was asked for; when an unfinished conversation was left. */
  readonly at: Millis;
  /** Where an unfinished conversation stands: a question's name. */
  readonly question?: string;
  /** The new date of a promise's delay that the customer has not been told yet (P28). */
  readonly movedTo?: Millis;
  /** Who asked for the decision (P21). */
  readonly askedBy?: string;
  /** The size of the remedy that is asked for. */
  readonly size?: {
    readonly amount?: number;
    readonly currency?: string;
    readonly percent?: number;
  };
  readonly next: NextStep;
}

const DAY = 86_400_000;

/**
 * @param section where it belongs, for a decision
 * @returns a row as the reason it is
 */
export function reasonOf(
  row: TodayRow,
  now: Millis,
  section: TodaySection = sectionOf(row, now),
): TodayReason {
  const { kind, what, at, question, moved_to, asked_by, amount, currency, percent } = row;
  return {
    section,
    kind,
    what: what ?? '',
    at: millis(at),
    ...(kind === 'unfinished' && question !== null ? { question } : {}),
    ...(moved_to === null ? {} : { movedTo: millis(moved_to) }),
    ...(asked_by === null ? {} : { askedBy: asked_by }),
    ...(kind === 'approval'
      ? {
          size: {
            ...(amount === null ? {} : { amount }),
            ...(currency === null ? {} : { currency }),
            ...(percent === null ? {} : { percent }),
          },
        }
      : {}),
    next: nextOf(row, now),
  };
}

/** What to do next about a reason, one key away. */
function nextOf({ kind, at, moved_to, question, finished }: TodayRow, now: Millis): NextStep {
  switch (kind) {
    case 'promise':
      // A delay is told before the date passes; a date that has passed is explained at once (P28).
      if (moved_to !== null) return 'promise-told';
      return at < now ? 'promise-delay' : 'promise-keep';
    case 'callback':
      return 'called';
    case 'followup':
      return 'followup';
    case 'wait':
      return at <= now ? 'wait' : 'heard';
    case 'approval':
      return 'approve';
    case 'unfinished':
      return 'resume';
    default:
      // What was left half way is gone on with: its end stops these clocks.
      return question !== null || finished === 0 ? 'resume' : 'resolve';
  }
}

/**
 * How pressing a reason is, the most pressing first: a promise or a call whose time has passed, since
 * the customer knows of it, and we move first (P28, P29); what else is late; a reminder whose day has
 * come; what is due within a day, or whose inner target has passed (P25: ten hours, aim for eight); a
 * conversation that was left; all that has time.
 */
export function pressureOf({ kind, at, aim }: TodayRow, now: Millis): number {
  if (kind === 'unfinished') return 4;
  if (at < now) return kind === 'wait' ? 2 : isKnown(kind) ? 0 : 1;
  if (aim !== null) return aim <= now ? 3 : 5;
  return kind === 'wait' || at - now < DAY ? 3 : 5;
}

/** Whether the customer was told of the time: our own targets they do not know. */
const isKnown = (kind: TodayKind): boolean => kind === 'promise' || kind === 'callback';

function sectionOf({ kind, at }: TodayRow, now: Millis): TodaySection {
  if (kind === 'wait') return 'waiting';
  if (kind === 'unfinished') return 'not_finished';
  return at < now ? 'late' : 'due_next';
}
