import type { Conversation } from '../rules/conversation.ts';
import type { Happening } from '../rules/events.ts';
import { refusesFuture } from '../rules/promises.ts';
import { refusesStage, type StageAction } from '../rules/stages.ts';
import { type Millis, type Refusal, refuse } from '../rules/values.ts';
import { act, unless } from './act.ts';
import type { Acted, Desk } from './desk.ts';
import { othersHere, whoTakesIt } from './who-takes-it.ts';

/**
 * The ways out of a conversation that is not at its end. Each takes a reason and leaves a summary,
 * so that whoever goes on need not ask the customer again (P7, P8, P9).
 */

/**
 * Hands the customer over to somebody else, who becomes the owner (P7, P8).
 * @param to who works here, as it is typed: the beginning of a name will do
 */
export function handOver(
  desk: Desk,
  before: Conversation,
  {
    to,
    reason,
    summary,
  }: { readonly to: string; readonly reason: string; readonly summary: string },
): Promise<Acted> {
  const refusal = leaving(before, 'handover', reason);
  return act(desk, before, async (tx) => {
    const meant = whoTakesIt(await othersHere(tx, desk.agent.name), to);
    if (typeof meant !== 'string') return { refusals: [meant] };
    const { owner } = before.state;
    const body = { to: meant, reason: reason.trim(), summary };
    return unless(
      refusal ?? (meant === owner ? refuse('is_owner', { name: owner }, 'to') : undefined),
      {
        type: 'handed_over',
        body,
      },
    );
  });
}

/** Asks a supervisor; the customer is told who decides and by when (P7, P21). */
export function escalate(
  desk: Desk,
  before: Conversation,
  { reason, summary }: { readonly reason: string; readonly summary: string },
): Promise<Acted> {
  const body = { reason: reason.trim(), summary };
  return act(desk, before, () =>
    unless(leaving(before, 'escalate', reason), { type: 'escalated', body }),
  );
}

/** Agrees to call back at a set time, so that nobody waits on hold (P9). */
export function callBack(
  desk: Desk,
  before: Conversation,
  call: {
    readonly at: Millis;
    readonly reach?: string;
    readonly reason: string;
    readonly summary: string;
  },
): Promise<Acted> {
  const { at, reach = '', summary } = call;
  const where = reach.trim() === '' ? {} : { reach: reach.trim() };
  const body = { at, ...where, reason: call.reason.trim(), summary };
  return act(desk, before, (_tx, now) =>
    unless(leaving(before, 'callback', call.reason) ?? refusesFuture(call.at, now, 'at'), {
      type: 'callback_set',
      body,
    }),
  );
}

/** Waits for something from the customer until a day on which we remind them. */
export function waitForCustomer(
  desk: Desk,
  before: Conversation,
  wait: { readonly until: Millis; readonly reason: string; readonly summary: string },
): Promise<Acted> {
  const { until, summary } = wait;
  const body = { until, reason: wait.reason.trim(), summary };
  return act(desk, before, (_tx, now) =>
    unless(leaving(before, 'wait', wait.reason) ?? refusesFuture(wait.until, now, 'until'), {
      type: 'waiting',
      body,
    }),
  );
}

/** Goes on with a conversation that was left; nothing happens when it never was, or is at its end. */
export function takeUp(desk: Desk, before: Conversation): Promise<Acted> {
  const { stage, contacts, finishedAt } = before.state;
  const due =
    stage === 'waiting' ||
    contacts.some((contact) => contact.kind !== 'followup' && contact.state === 'due');
  const left = due && finishedAt === undefined;
  const happenings: readonly Happening[] = left ? [{ type: 'taken_up', body: {} }] : [];
  if (happenings.length === 0) return Promise.resolve({ ok: true, conversation: before });
  return act(desk, before, () => ({ happenings }));
}

function leaving(before: Conversation, action: StageAction, reason: string): Refusal | undefined {
  return refusesStage(before.state, action) ?? blank(reason, 'reason');
}

const blank = (text: string, field: string): Refusal | undefined =>
  text.trim() === '' ? refuse('required', {}, field) : undefined;
