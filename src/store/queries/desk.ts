import { prepared } from '../prepared.ts';
import type { AgentRow, NewAgent } from '../tables/agent.ts';
import type { SettingTable } from '../tables/setting.ts';

export const allAgents = prepared<Record<string, never>, AgentRow>((db) =>
  db.selectFrom('agent').selectAll().orderBy('name'),
);

export const agentByName = prepared<{ name: string }, AgentRow>((db, value) =>
  db.selectFrom('agent').selectAll().where('name', '=', value('name')),
);

type Given = Required<NewAgent> & Record<string, unknown>;

const put = prepared<Given, unknown>((db, value) =>
  db
    .insertInto('agent')
    .values({
      name: value('name'),
      team: value('team'),
      role: value('role'),
      language: value('language'),
      created_at: value('created_at'),
      retired_at: value('retired_at'),
      languages: value('languages'),
      authority: value('authority'),
      pin: value('pin'),
      pin_misses: value('pin_misses'),
      pin_wait_until: value('pin_wait_until'),
    })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({
        team: row.ref('excluded.team'),
        role: row.ref('excluded.role'),
        language: row.ref('excluded.language'),
        retired_at: row.ref('excluded.retired_at'),
        languages: row.ref('excluded.languages'),
        authority: row.ref('excluded.authority'),
        pin: row.ref('excluded.pin'),
        pin_misses: row.ref('excluded.pin_misses'),
        pin_wait_until: row.ref('excluded.pin_wait_until'),
      })),
    ),
);

/** Writes somebody down as a whole; what is left out is as for somebody new. */
export const putAgent = (tx: Parameters<typeof put>[0], agent: NewAgent) =>
  put(tx, {
    languages: '[]',
    authority: null,
    pin: null,
    pin_misses: 0,
    pin_wait_until: null,
    ...agent,
    retired_at: agent.retired_at ?? null,
  });

/** A remedy that a customer chose, with its complaint. */
export interface GivenRow {
  readonly complaint_id: number;
  readonly remedy: string;
  readonly amount: number | null;
  readonly currency: string | null;
  /** When the conversation ended in which it was chosen, or began, while it goes on. */
  readonly at: number;
}

/**
 * What a customer was given since some moment, the oldest first, but in one complaint. A customer's
 * complaints are few, so that they lead to the offers, by the cross join.
 */
export const givenSince = prepared<{ customer: number; since: number; except: number }, GivenRow>(
  (db, value) =>
    db
      .selectFrom('complaint')
      .crossJoin('offer')
      .whereRef('offer.complaint_id', '=', 'complaint.id')
      .where('complaint.customer_id', '=', value('customer'))
      .where('complaint.id', '!=', value('except'))
      .where('offer.state', '=', 'chosen')
      .select((is) => [
        'offer.complaint_id',
        'offer.remedy',
        'offer.amount',
        'offer.currency',
        is.fn.coalesce('complaint.finished_at', 'complaint.opened_at').as('at'),
      ])
      .where(
        (is) => is.fn.coalesce('complaint.finished_at', 'complaint.opened_at'),
        '>',
        value('since'),
      )
      .orderBy('at')
      .orderBy('complaint.id'),
);

export const putSetting = prepared<SettingTable & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('setting')
    .values({ key: value('key'), value: value('value') })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
    ),
);
