import type { ComplaintFilter } from '../../store/find-complaints.ts';
import type { Desk } from '../desk.ts';
import { complaintsBehind, complaintsOpen } from '../figures/complaints-behind.ts';
import { figureNamed } from '../figures/figure-parts.ts';
import { openRecord } from '../read-record.ts';

/**
 * Finds the complaints behind a figure of a report, as `list --figure` does.
 * @param name `received`, or `offered:refund` for a part of one
 * @param filter what the report was narrowed by, with its dates
 * @returns a filter of those alone; undefined when there is no such figure
 * @throws StoreError when the record cannot be read
 */
export async function behindFigure(
  { store, zone, now }: Desk,
  name: string,
  { since, until, ...facets }: ComplaintFilter,
): Promise<ComplaintFilter | undefined> {
  const named = name === 'open' ? undefined : figureNamed(name);
  if (named === undefined && name !== 'open') return undefined;
  const record = await openRecord({ path: store.path, named: true });
  if (record === undefined) return undefined;
  try {
    const place = { now: now(), zone };
    const among =
      named === undefined
        ? await complaintsOpen(record, until ?? now(), facets)
        : await complaintsBehind(record, place, named, { since, until, facets });
    return { among };
  } finally {
    await record.close();
  }
}
