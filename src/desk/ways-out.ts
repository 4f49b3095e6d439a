import type { Conversation } from '../rules/conversation.ts';
import { summarise } from '../rules/summary.ts';
import type { Millis } from '../rules/values.ts';
import type { Acted, Desk } from './desk.ts';
import { callBack, escalate, handOver, waitForCustomer } from './leave.ts';
import type { Voice } from './saying.ts';
import { summaryText } from './summary-text.ts';

/** A way out of a conversation that is not at its end (P7, P8, P9, P21). */
export type WayOut = 'handover' | 'callback' | 'wait' | 'supervisor';

/** What a way out can ask: to whom, when to call or how long to wait, where they are reached, why. */
export type WayOutPart = 'to' | 'at' | 'until' | 'reach' | 'reason';

/** Each way out, described once: what it asks (never more than three things), and its script lines. */
export const waysOut: Readonly<
  Record<WayOut, { readonly asks: readonly WayOutPart[]; readonly moment: string }>
> = {
  handover: { asks: ['to', 'reason'], moment: 'handover' },
  callback: { asks: ['at', 'reach', 'reason'], moment: 'callback' },
  wait: { asks: ['until', 'reason'], moment: 'waiting' },
  supervisor: { asks: ['reason'], moment: 'escalated' },
};

/** What was agreed, ready for the desk. */
export type Leaving =
  | { readonly way: 'handover'; readonly to: string; readonly reason: string }
  | {
      readonly way: 'callback';
      readonly at: Millis;
      /** Empty when nothing was said about it. */
      readonly reach: string;
      readonly reason: string;
    }
  | { readonly way: 'wait'; readonly until: Millis; readonly reason: string }
  | { readonly way: 'supervisor'; readonly reason: string };

/**
 * Leaves by the way agreed, with a summary for whoever goes on, so that the customer need not say it
 * again (P8).
 * @param voice what the summary is written in
 */
export function leaveBy(
  desk: Desk,
  voice: Voice,
  before: Conversation,
  leaving: Leaving,
): Promise<Acted> {
  const summary = summaryText(voice, summarise(before), before.playbook);
  const { reason } = leaving;
  switch (leaving.way) {
    case 'handover':
      return handOver(desk, before, { to: leaving.to, reason, summary });
    case 'supervisor':
      return escalate(desk, before, { reason, summary });
    case 'wait':
      return waitForCustomer(desk, before, { until: leaving.until, reason, summary });
    case 'callback': {
      const { at, reach } = leaving;
      return callBack(desk, before, { at, reach, reason, summary });
    }
  }
}
