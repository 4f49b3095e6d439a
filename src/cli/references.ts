import type { ReadRecord } from '../desk/read-record.ts';
import { type ComplaintId, readRef, refOf } from '../rules/values.ts';
import { Fault } from './fault.ts';

/**
 * Reads a reference as people type it: `C-1042`, `c-1042`, `1042` or `#1042`.
 * @throws Fault `usage` when it is none
 */
export function readReference(given: string): ComplaintId {
  const id = readRef(given);
  if (id === undefined) throw new Fault('usage', 'not-a-reference', { given });
  return id;
}

/**
 * Makes sure that there are such complaints, before anything is printed.
 * @throws Fault `notFound` that names the first there is not
 */
export async function requireComplaints<Opened extends ReadRecord>(
  record: Opened | undefined,
  ids: readonly ComplaintId[],
): Promise<Opened> {
  for (const id of ids) {
    if ((await record?.read.revisionOf(id)) === undefined) throw noSuchComplaint(id);
  }
  if (record === undefined) throw new Fault('notFound', 'nothing-there');
  return record;
}

/** @returns the fault of a reference that nothing has. */
export const noSuchComplaint = (id: ComplaintId): Fault =>
  new Fault('notFound', 'no-such-complaint', { reference: refOf(id) });
