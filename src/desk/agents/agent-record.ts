import { isoUtc } from '../../language/iso.ts';
import { decimalText } from '../../language/money-text.ts';
import { millis } from '../../rules/values.ts';
import type { PersonRow } from '../../store/people.ts';
import type { NewAgent } from '../../store/tables/agent.ts';
import { factsOf } from './agent-row.ts';

/** Somebody as the record has them, with how much there is on their desk. */
export type PersonOnRecord = PersonRow;

/** Every field of somebody who works here, in its order: the contract with scripts. */
export const agentFields = [
  { name: 'name', kind: 'text' },
  { name: 'team', kind: 'text' },
  { name: 'role', kind: 'text' },
  { name: 'languages', kind: 'json' },
  { name: 'has_pin', kind: 'boolean' },
  { name: 'open_complaints', kind: 'integer' },
  { name: 'own_limits', kind: 'boolean' },
  { name: 'limit_amount', kind: 'decimal' },
  { name: 'limit_percent', kind: 'number' },
  { name: 'limit_customer', kind: 'decimal' },
  { name: 'limit_days', kind: 'integer' },
  { name: 'limit_currency', kind: 'text' },
  { name: 'created_at', kind: 'time' },
  { name: 'retired_at', kind: 'time' },
] as const;

export type AgentRecord = Readonly<Record<(typeof agentFields)[number]['name'], unknown>>;

/** @returns somebody as machines read them; a limit that is not their own is null. */
export function agentRecord(row: PersonOnRecord): AgentRecord {
  const { team, role, languages, authority } = factsOf(row);
  const { amount, percent, perCustomer } = authority?.limit ?? {};
  return {
    name: row.name,
    team,
    role,
    languages,
    has_pin: row.has_pin === 1,
    open_complaints: row.open_complaints,
    own_limits: authority !== null,
    limit_amount: amount === undefined ? null : decimalText(amount.minor, amount.currency),
    limit_percent: percent ?? null,
    limit_customer:
      perCustomer === undefined
        ? null
        : decimalText(perCustomer.sum.minor, perCustomer.sum.currency),
    limit_days: perCustomer?.days ?? null,
    limit_currency: (amount ?? perCustomer?.sum)?.currency ?? null,
    created_at: isoUtc(millis(row.created_at)),
    retired_at: row.retired_at === null ? null : isoUtc(millis(row.retired_at)),
  };
}

/** @returns somebody as they were just written, as a list has them. */
export const personOf = (row: NewAgent, openComplaints: number): PersonOnRecord => ({
  name: row.name,
  team: row.team,
  role: row.role,
  language: row.language,
  languages: row.languages ?? '[]',
  authority: row.authority ?? null,
  has_pin: row.pin == null ? 0 : 1,
  created_at: row.created_at,
  retired_at: row.retired_at ?? null,
  open_complaints: openComplaints,
});
