import { readWhen } from '../language/when.ts';
import type { Targets } from '../rules/playbook.ts';
import { type Millis, millis } from '../rules/values.ts';

/** The time of day at which somebody is likely to pick up and not to mind. */
const MORNING = '10:00';
const HALF_DAY = 12 * 3_600_000;
const DAY = 24 * 3_600_000;

/**
 * When to get in touch again unless the customer names a time: the morning nearest to the playbook's
 * hours ahead. With 36 hours that is always 24 to 48 hours ahead (P33, P34), and never at night.
 * @param zone where the desk is, an IANA time zone
 * @param now the moment of the thank-you
 */
export function proposedFollowUp(targets: Targets, zone: string, now: Millis): Millis {
  const earliest = now + targets.followUpHours * 3_600_000 - HALF_DAY;
  // A bare time of day is the first one that lies ahead.
  const read = readWhen(MORNING, { now: earliest - 1, zone });
  return millis('at' in read ? read.at : earliest + DAY);
}
