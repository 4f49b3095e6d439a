import type { Desk } from '../../src/desk/desk.ts';
import { type ComplaintId, complaintId } from '../../src/rules/values.ts';
import type { NewClock } from '../../src/store/tables/clock.ts';
import type { NewComplaint } from '../../src/store/tables/complaint.ts';
import type { NewPromise } from '../../src/store/tables/promise.ts';
import type { Transactor } from '../../src/store/transactor.ts';
import { openComplaint } from '../store/temp-store.ts';

const HOUR = 3_600_000;

/** Saturday 21 November 2026 in Sofia, as the sketch of today's page has it: 09:12. */
export const nineTwelve = at(9, 12);

/** @returns a moment of that Saturday in Sofia; hours below zero lie on the day before. */
export function at(hours: number, minutes = 0): number {
  return Date.UTC(2026, 10, 21, hours - 2, minutes);
}

/** Writes a complaint of a customer. @returns its number. */
export async function complaintOf(
  tx: Transactor,
  name: string | undefined,
  language: string | null = null,
  differences: Partial<NewComplaint> = {},
): Promise<ComplaintId> {
  const times = { created_at: at(8), updated_at: at(8) };
  const customer =
    name === undefined
      ? {}
      : { customer_id: await tx.insertCustomer({ name, language, ...times }) };
  const whole = { opened_at: at(8), ...customer, ...differences };
  return complaintId(await openComplaint(tx, whole));
}

/** Writes a promise. */
export const promised = (
  tx: Transactor,
  complaint: number,
  due: number,
  differences: Partial<NewPromise> = {},
): Promise<void> =>
  tx.putPromise({
    complaint_id: complaint,
    n: 1,
    what: 'refund',
    who: 'Sam',
    due,
    made_at: at(-48),
    state: 'open',
    ...differences,
  });

/** Writes a clock that runs around the clock since yesterday morning. */
export const ticking = (
  tx: Transactor,
  complaint: number,
  due: number,
  differences: Partial<NewClock> = {},
): Promise<void> =>
  tx.putClock({
    complaint_id: complaint,
    kind: 'answer',
    started: at(-16),
    target: due - at(-16),
    aim_target: due - at(-16) - 2 * HOUR,
    calendar: 0,
    counted: 0,
    since: at(-16),
    aim: due - 2 * HOUR,
    due,
    stopped_at: null,
    ...differences,
  });

/** Writes a contact that is to come. */
export const dueContact = (
  tx: Transactor,
  complaint: number,
  kind: 'callback' | 'followup' | 'wait',
  when: number,
  reason: string,
): Promise<void> =>
  tx.putContact({ complaint_id: complaint, n: 1, kind, at: when, reason, state: 'due' });

/**
 * The morning of the sketch: something late, due, waited for, to decide and left half way. Sam is an
 * agent who speaks English and Bulgarian, Lejla another, Vera their supervisor.
 */
export async function aMorning(desk: Desk): Promise<void> {
  await desk.store.transact(async (tx) => {
    const person = { team: 'repairs desk', language: 'en', created_at: at(8) };
    await tx.putAgent({ ...person, name: 'Sam', role: 'agent', languages: '["bg"]' });
    await tx.putAgent({ ...person, name: 'Lejla', role: 'agent' });
    await tx.putAgent({ ...person, name: 'Vera', role: 'supervisor' });
    await promised(tx, await complaintOf(tx, 'Б. Болдбаатар', 'mn'), at(17 - 24));
    const call = await complaintOf(tx, 'Νίκος Αλεξίου', 'el', { owner: 'Lejla' });
    await dueContact(tx, call, 'callback', at(10, 30), 'about the repair');
    const answer = await complaintOf(tx, 'Maria Petrova', 'bg', { finished_at: at(9) });
    await ticking(tx, answer, at(16, 40));
    const wait = await complaintOf(tx, 'สมชาย ใจดี', 'th', { stage: 'waiting' });
    await dueContact(tx, wait, 'wait', at(12 - 24), 'photo of the label');
    const asked = await complaintOf(tx, 'Amra Hodžić', 'bs', { owner: 'Lejla' });
    await tx.replaceApprovals(asked, [
      {
        complaint_id: asked,
        n: 1,
        remedy: 'discount',
        percent: 30,
        reason: 'loyal for years',
        asked_by: 'Lejla',
        asked_at: at(8, 30),
        state: 'open',
      },
    ]);
    const left = await complaintOf(tx, undefined);
    await ticking(tx, left, at(18, 55));
    const place = { question: 'words', draft: null, agent: 'Sam', at: at(8, 55) };
    await tx.setPlace({ complaint_id: left, ...place });
  });
}
