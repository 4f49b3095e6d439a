import { type ClockKind, clockKinds } from '../../rules/clock.ts';
import { type ComplaintId, complaintId, type Millis } from '../../rules/values.ts';
import type { TodayRow } from '../../store/today-rows.ts';
import { pressureOf, reasonOf, type TodayReason } from './reason.ts';

/** One line of today's page: a complaint with its most pressing reason. */
export interface TodayEntry extends TodayReason {
  readonly id: ComplaintId;
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
    const [lead, ...rest] = withoutTwins(of, now).sort(
      (one, other) => pressureOf(one, now) - pressureOf(other, now) || one.at - other.at,
    );
    if (lead === undefined) return [];
    const also = rest.map((row) => reasonOf(row, now));
    return [entryOf(lead, possible(reasonOf(lead, now), also), also)];
  });
}

/** Nothing is resolved while something is promised: that is what is to be done first (P26, P28). */
function possible(reason: TodayReason, also: readonly TodayReason[]): TodayReason {
  const promise = also.find(({ kind }) => kind === 'promise');
  return reason.next === 'resolve' && promise !== undefined
    ? { ...reason, next: promise.next }
    : reason;
}

/** @returns one line about a complaint: why it is there, and why else. */
export const entryOf = (
  { id, customer, language, owner }: TodayRow,
  reason: TodayReason,
  also: readonly TodayReason[],
): TodayEntry => ({
  ...reason,
  id: complaintId(id),
  customer: customer ?? undefined,
  language: language ?? undefined,
  owner,
  also,
});

/**
 * Takes out what says the same again. The clock of a follow-up and its date are one thing, and the date
 * knows more. The deadlines of a complaint are steps of one way: of those that passed only the furthest
 * counts, else the next one.
 */
function withoutTwins(rows: readonly TodayRow[], now: Millis): TodayRow[] {
  const dated = rows.some(({ kind, aim }) => kind === 'followup' && aim === null);
  const deadlines = rows
    .filter(isDeadline)
    .sort((one, other) => clockKinds.indexOf(one.kind) - clockKinds.indexOf(other.kind));
  const counts =
    deadlines.findLast(({ at }) => at < now) ??
    deadlines.toSorted((one, other) => one.at - other.at)[0];
  return rows.filter((row) => {
    if (isDeadline(row)) return row === counts;
    return !(dated && row.kind === 'followup' && row.aim !== null);
  });
}

/** Whether it is a deadline of the conversation itself. */
const isDeadline = (row: TodayRow): row is TodayRow & { readonly kind: ClockKind } =>
  row.kind !== 'followup' && clockKinds.some((kind) => kind === row.kind);
