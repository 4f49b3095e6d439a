import {
  type AgentName,
  agentName,
  type Millis,
  type Refusal,
  refuse,
} from '../../rules/values.ts';
import type { Store } from '../../store/open-store.ts';
import type { Reader } from '../../store/reader.ts';
import type { AgentRow } from '../../store/tables/agent.ts';
import { namedAs } from '../agents/agent-name.ts';
import { isPin } from './hash-pin.ts';

declare const brand: unique symbol;

/** Whose PIN was just given rightly: only `checkPin` makes one. */
export type CheckedPin = AgentName & { readonly [brand]: 'CheckedPin' };

/** Whether it was their PIN, or why nothing may be done in their name. */
export type PinCheck =
  | { readonly ok: true; readonly agent: CheckedPin }
  | { readonly ok: false; readonly refusal: Refusal };

/** So many wrong ones in a row are a slip of the finger; then it waits. */
const free = 3;
const firstWait = 30_000;
const longestWait = 15 * 60_000;

/**
 * @returns whether acting as a supervisor or owner asks for a PIN here: as soon as one of them who
 *   works here has one. Until then anybody at the machine may act for anybody.
 */
export const needsPin = async (read: Pick<Reader, 'agents'>): Promise<boolean> =>
  (await read.agents()).some(holdsPin);

/** @returns whether somebody's PIN guards the desk. */
export const holdsPin = ({ pin, role, retired_at }: AgentRow): boolean =>
  pin !== null && role !== 'agent' && retired_at === null;

/**
 * Checks a PIN and counts the wrong ones, in one transaction: another window and a restart do not
 * give more tries. After three wrong ones in a row no PIN is looked at for thirty seconds, and twice
 * as long after each further one, up to a quarter of an hour; a right one starts anew.
 * @param name as it was typed
 * @returns a refusal `wrong_pin` with the tries left, `pin_wait` with `seconds` and `until` (epoch
 *   milliseconds), `no_pin`, `agent_retired` or `no_such_agent`
 * @throws PinsUnsupported where this Node has no argon2; StoreError when it cannot be written down
 */
export function checkPin(
  store: Store,
  name: string,
  typed: string,
  now: Millis,
): Promise<PinCheck> {
  return store.transact(async (tx) => {
    const row = namedAs(await tx.agents(), name);
    if (row === undefined) return refusing('no_such_agent', { agent: name });
    const facts = { agent: row.name };
    if (row.retired_at !== null) return refusing('agent_retired', facts);
    if (row.pin === null) return refusing('no_pin', facts);
    const until = row.pin_wait_until ?? 0;
    // Longer than ever set: the clock was wrong then, and nobody waits a year for that.
    if (until > now && until <= now + longestWait) return waiting(row.name, until, now);
    if (isPin(typed, row.pin)) {
      if (row.pin_misses > 0) await tx.putAgent({ ...row, pin_misses: 0, pin_wait_until: null });
      return { ok: true, agent: agentName(row.name) as CheckedPin };
    }
    const misses = row.pin_misses + 1;
    const wait = waitAfter(misses);
    const next = wait === 0 ? null : now + wait;
    await tx.putAgent({ ...row, pin_misses: misses, pin_wait_until: next });
    if (next !== null) return waiting(row.name, next, now);
    return refusing('wrong_pin', { ...facts, left: free - misses });
  });
}

/** @returns how long nothing is looked at after so many wrong PINs in a row, in milliseconds. */
function waitAfter(misses: number): number {
  if (misses < free) return 0;
  // Beyond the fifth doubling it is the longest anyway.
  return Math.min(longestWait, firstWait * 2 ** Math.min(misses - free, 10));
}

const waiting = (agent: string, until: number, now: number): PinCheck =>
  refusing('pin_wait', { agent, until, seconds: Math.ceil((until - now) / 1000) });

const refusing = (code: string, facts: Refusal['facts']): PinCheck => ({
  ok: false,
  refusal: refuse(code, facts, 'pin'),
});
