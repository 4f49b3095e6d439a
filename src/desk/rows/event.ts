import type { ComplaintEvent } from '../../rules/events.ts';
import { agentName, complaintId, millis } from '../../rules/values.ts';
import type { StoredEvent } from '../../store/event-log.ts';

/** @returns a line of the log as the event that rules fold; undefined once its body is erased. */
export function eventOf(row: StoredEvent): ComplaintEvent | undefined {
  if (row.complaint === null || row.body === undefined) return undefined;
  return {
    type: row.type,
    body: row.body,
    complaint: complaintId(row.complaint),
    n: row.n,
    at: millis(row.at),
    agent: agentName(row.agent),
  } as ComplaintEvent;
}
