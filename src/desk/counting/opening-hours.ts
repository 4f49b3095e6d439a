import { refusesHours } from '../../rules/business-time.ts';
import type { HoursFrom } from '../../rules/desk-events.ts';
import type { Hours } from '../../rules/playbook.ts';
import { type ComplaintId, complaintId, type Refusal, refuse } from '../../rules/values.ts';
import { act, openConversation } from '../act.ts';
import { businessTimeOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import { appendDeskEvent } from '../desk-events.ts';
import { unhurried } from '../unhurried.ts';

/** What came of setting opening hours: their version, or why they cannot be set. */
export type HoursSet =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** As much of a desk as its opening hours are set with; whoever works there is named in the log. */
export type HoursDesk = Pick<Desk, 'store' | 'zone' | 'now'> & {
  readonly agent: { readonly name: string };
};

/**
 * Sets the opening hours that hold from now on, with what the log says of that. The older ones are kept, since what was counted by
 * them stays explained; the same hours once more are no newer ones. Clocks that run count by the new
 * ones at the next event of their complaint, or at once by `recountClocks`.
 * @param zone the IANA time zone whose clock the hours mean; the desk's own unless said otherwise
 * @param from whose word they are: those of the desk go before those of the playbook
 * @throws StoreError when they cannot be written; the ones before hold then
 */
export async function setHours(
  desk: HoursDesk,
  { week, holidays }: Hours,
  zone: string = desk.zone,
  from: HoursFrom = 'desk',
): Promise<HoursSet> {
  const refusal = refusesHours({ ...(week && { week }), holidays }) ?? (await refusesZone(zone));
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  return desk.store.transact(async (tx) => {
    if ((await tx.setting('hours_from')) !== from) await tx.putSetting('hours_from', from);
    const rows = await tx.calendars();
    const newest = rows.at(-1);
    const version = newest?.version ?? 0;
    const next = {
      zone,
      hours: JSON.stringify(week ?? null),
      holidays: JSON.stringify(holidays),
    };
    // A desk that never had any hours counts around the clock as it is.
    const { hours, holidays: off } = newest ?? { hours: 'null', holidays: '[]' };
    const elsewhere = newest !== undefined && newest.zone !== zone;
    if (hours === next.hours && off === next.holidays && !elsewhere) return { ok: true, version };
    const at = desk.now();
    await tx.putCalendar({ version: version + 1, ...next, set_at: at });
    const set = { version: version + 1, from, zone, week: week ?? null, holidays };
    await appendDeskEvent(tx, desk.agent.name, at, 'hours_set', set);
    return { ok: true, version: version + 1 };
  });
}

async function refusesZone(zone: string): Promise<Refusal | undefined> {
  try {
    await businessTimeOf({ version: 0, zone, week: [], holidays: [] });
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return refuse('unknown_zone', { zone }, 'zone');
    throw error;
  }
}

/** So many complaints are looked through before the next ones are asked for. */
const page = 200;

/**
 * Lets every clock that still counts by older hours count on by those that hold now: an event for
 * each complaint, a transaction for each event. It can be stopped in between, and goes on where it is
 * called again, since it looks for what is not done yet.
 * @returns each complaint that was recounted, when it is
 */
export async function* recountClocks(desk: Desk): AsyncGenerator<ComplaintId, void> {
  const outdated = unhurried(outdatedComplaints(desk), async (id) => ({
    id,
    recounted: await recount(desk, id),
  }));
  for await (const { id, recounted } of outdated) if (recounted) yield id;
}

/** In any other stage every clock has stopped, but for a follow-up's, which counts elapsed time. */
async function* outdatedComplaints(desk: Desk): AsyncGenerator<ComplaintId, void> {
  for (let last: number | undefined; ; ) {
    const ids = await desk.store.read.findComplaints({
      filter: { stage: ['open', 'waiting', 'escalated'] },
      sort: { by: 'opened_at', direction: 'asc' },
      limit: page,
      ...(last === undefined ? {} : { after: last }),
    });
    for (const id of ids) if (await isOutdated(desk, complaintId(id))) yield complaintId(id);
    last = ids.at(-1);
    if (ids.length < page) return;
  }
}

async function isOutdated(desk: Desk, id: ComplaintId): Promise<boolean> {
  const { version } = await desk.counting(desk.store.read);
  const clocks = await desk.store.read.clocksOf(id);
  return clocks.some(
    ({ kind, stopped_at, calendar }) =>
      kind !== 'followup' && stopped_at === null && calendar !== version,
  );
}

/** @returns false when somebody was quicker: their event has recounted the clocks with it. */
async function recount(desk: Desk, id: ComplaintId): Promise<boolean> {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) return false;
  const acted = await act(
    desk,
    conversation,
    () => ({ happenings: [{ type: 'reclocked', body: { because: 'calendar' } }] }),
    { place: 'kept' },
  );
  return acted.ok;
}
