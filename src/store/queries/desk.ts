import { prepared } from '../prepared.ts';
import type { AgentRow, NewAgent } from '../tables/agent.ts';
import type { SettingTable } from '../tables/setting.ts';

export const allAgents = prepared<Record<string, never>, AgentRow>((db) =>
  db.selectFrom('agent').selectAll().orderBy('name'),
);

export const agentByName = prepared<{ name: string }, AgentRow>((db, value) =>
  db.selectFrom('agent').selectAll().where('name', '=', value('name')),
);

export const putAgent = prepared<NewAgent & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('agent')
    .values({
      name: value('name'),
      team: value('team'),
      role: value('role'),
      language: value('language'),
      created_at: value('created_at'),
      retired_at: value('retired_at'),
    })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({
        team: row.ref('excluded.team'),
        role: row.ref('excluded.role'),
        language: row.ref('excluded.language'),
        retired_at: row.ref('excluded.retired_at'),
      })),
    ),
);

export const putSetting = prepared<SettingTable & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('setting')
    .values({ key: value('key'), value: value('value') })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
    ),
);
