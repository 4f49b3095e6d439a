/** Approvals and clocks as their rows, and back. */

import type { Clock } from '../../rules/clock.ts';
import type { Approval } from '../../rules/state.ts';
import { agentName, currency, millis, minor } from '../../rules/values.ts';
import type { ApprovalRow } from '../../store/tables/approval.ts';
import type { ClockRow } from '../../store/tables/clock.ts';

/** @returns an approval as its row. */
export const approvalRow = (id: number, approval: Approval): ApprovalRow => ({
  complaint_id: id,
  n: approval.n,
  remedy: approval.remedy,
  amount: approval.amount ?? null,
  currency: approval.currency ?? null,
  percent: approval.percent ?? null,
  reason: approval.reason,
  asked_by: approval.askedBy,
  asked_at: approval.askedAt,
  state: approval.state,
  decided_by: approval.decidedBy ?? null,
  decided_at: approval.decidedAt ?? null,
  decision: approval.decision ?? null,
});

/** @returns an approval's row as the approval. */
export const approvalOf = (row: ApprovalRow): Approval => ({
  n: row.n,
  remedy: row.remedy,
  ...(row.amount === null ? {} : { amount: minor(row.amount) }),
  ...(row.currency === null ? {} : { currency: currency(row.currency) }),
  ...(row.percent === null ? {} : { percent: row.percent }),
  reason: row.reason,
  askedBy: agentName(row.asked_by),
  askedAt: millis(row.asked_at),
  state: row.state,
  ...(row.decided_by === null ? {} : { decidedBy: agentName(row.decided_by) }),
  ...(row.decided_at === null ? {} : { decidedAt: millis(row.decided_at) }),
  ...(row.decision === null ? {} : { decision: row.decision }),
});

/** @returns a clock as its row. */
export const clockRow = (id: number, clock: Clock): ClockRow => ({
  complaint_id: id,
  kind: clock.kind,
  started: clock.started,
  target: clock.target,
  aim_target: clock.aimTarget,
  calendar: clock.calendar,
  counted: clock.counted,
  since: clock.since ?? null,
  aim: clock.aim,
  due: clock.due,
  stopped_at: clock.stoppedAt ?? null,
});

/** @returns a clock's row as the clock. */
export const clockOf = (row: ClockRow): Clock => ({
  kind: row.kind,
  started: millis(row.started),
  target: row.target,
  aimTarget: row.aim_target,
  calendar: row.calendar,
  counted: row.counted,
  ...(row.since === null ? {} : { since: millis(row.since) }),
  aim: millis(row.aim),
  due: millis(row.due),
  ...(row.stopped_at === null ? {} : { stoppedAt: millis(row.stopped_at) }),
});
