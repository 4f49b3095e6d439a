import { type ComplaintId, complaintId, type Millis } from '../../rules/values.ts';
import type { TodayRow } from '../../store/today-rows.ts';
import { pressureOf, reasonOf, type TodayReason } from './reason.ts';

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

/** One line of today's page: a complaint with its most pressing reason. */
export interface TodayEntry extends TodayReason {
  readonly id: ComplaintId;
  readonly section: TodaySection;
  /** Undefined while no name was given. */
  readonly customer: string | undefined;
  /** The customer's language tag (P12). */
  readonly language: string | undefined;
  readonly owner: string;
  /** What else the complaint wants, the more pressing first. */
  readonly also: readonly TodayReason[];
}

/**
 * Makes one line a complaint of everything that wants doing about it, so that nobody looks at the
 * same complaint three times.
 * @returns the lines, in no order
 */
export function entriesOf(rows: readonly TodayRow[], now: Millis): readonly TodayEntry[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((of) => {
    const [lead, ...rest] = withoutTwins(of).sort(
      (one, other) => pressureOf(one, now) - pressureOf(other, now) || one.at - other.at,
    );
    if (lead === undefined) return [];
    const also = rest.map((row) => reasonOf(row, now));
    return [entryOf(lead, sectionOf(lead, now), also, now)];
  });
}

/** @returns one line of a section about one reason. */
export function entryOf(
  row: TodayRow,
  section: TodaySection,
  also: readonly TodayReason[],
  now: Millis,
): TodayEntry {
  return {
    ...reasonOf(row, now),
    id: complaintId(row.id),
    section,
    customer: row.customer ?? undefined,
    language: row.language ?? undefined,
    owner: row.owner,
    also,
  };
}

/** The clock of a follow-up and its date are the same thing; the date knows more. */
function withoutTwins(rows: readonly TodayRow[]): TodayRow[] {
  const dates = rows.filter(({ kind, aim }) => kind === 'followup' && aim === null);
  return dates.length === 0
    ? [...rows]
    : rows.filter(({ kind, aim }) => kind !== 'followup' || aim === null);
}

function sectionOf({ kind, at }: TodayRow, now: Millis): TodaySection {
  if (kind === 'wait') return 'waiting';
  if (kind === 'unfinished') return 'not_finished';
  return at < now ? 'late' : 'due_next';
}
