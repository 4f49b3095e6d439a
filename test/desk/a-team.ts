import {
  type AgentDraft,
  type AgentEdit,
  adding,
  changePeople,
  editing,
  type PeopleChanged,
  type PeoplePlan,
  permitFor,
  retiring,
} from '../../src/desk/agents.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { hashPin } from '../../src/desk/pin.ts';
import type { Role } from '../../src/rules/playbook.ts';
import { agentName } from '../../src/rules/values.ts';
import { openSampleDesk } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Hashing takes a hundred milliseconds on a busy machine: once is enough for every test. */
const hashes = new Map<string, string>();
export function hashed(pin: string): string {
  const hash = hashes.get(pin) ?? hashPin(pin);
  hashes.set(pin, hash);
  return hash;
}

/** Somebody new: an agent of the repairs desk, unless it is said otherwise. */
export const draft = (name: string, differences: Partial<AgentDraft> = {}): AgentDraft => ({
  name,
  team: 'repairs desk',
  role: 'agent',
  languages: ['en'],
  ...differences,
});

/** The same desk with somebody else at the keys. */
export const workedBy = (desk: Desk, name: string, role: Role = 'agent'): Desk => ({
  ...desk,
  agent: { ...desk.agent, name: agentName(name), role },
});

/** Makes a change with leave, whatever PIN that takes. */
async function change(
  desk: Desk,
  name: string,
  plan: PeoplePlan,
  pin: string,
  role?: Role,
): Promise<PeopleChanged> {
  const answer = await permitFor(desk, { name, role }, async () => pin);
  if (!answer.ok) return { ok: false, refusals: [answer.refusal] };
  return changePeople(desk, answer.permit, plan);
}

export const add = (desk: Desk, given: AgentDraft, pin = ''): Promise<PeopleChanged> =>
  change(desk, given.name, adding(given), pin, given.role);

export const edit = (
  desk: Desk,
  name: string,
  given: AgentEdit,
  pin = '',
): Promise<PeopleChanged> => change(desk, name, editing(name, given), pin, given.role);

export const retire = (desk: Desk, name: string, pin = ''): Promise<PeopleChanged> =>
  change(desk, name, retiring(name), pin);

/** @returns the codes of the refusals; none when it was done. */
export const codes = (changed: PeopleChanged): readonly string[] =>
  changed.ok ? [] : changed.refusals.map(({ code }) => code);

/** @returns a desk where Sam answers, Vesna decides and Ana owns; nobody has a PIN yet. */
export async function deskOfThree(): Promise<Desk> {
  const desk = await openSampleDesk(temporaryFolder());
  for (const person of [
    draft('Sam'),
    draft('Vesna', { role: 'supervisor' }),
    draft('Ana', { role: 'owner' }),
  ]) {
    await add(desk, person);
  }
  return desk;
}
