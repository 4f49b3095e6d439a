import { isDeepStrictEqual } from 'node:util';
import type { AgentFacts, DeskHappening } from '../rules/desk-events.ts';
import type { Reader } from '../store/reader.ts';
import { factsOf } from './agents/agent-row.ts';

/** What of somebody the log can be held against: their facts, and whether they work here. */
interface LoggedPerson extends AgentFacts {
  readonly retired: boolean;
  readonly hasPin: boolean;
}

/** What the log says of everybody, as far as it says anything: the last word on each fact. */
export type PeopleLog = Map<string, Partial<LoggedPerson>>;

/** Takes in one event, the older ones first. */
export function rememberPerson(log: PeopleLog, { type, body }: DeskHappening): void {
  const put = (agent: string, facts: Partial<LoggedPerson>) =>
    log.set(agent, { ...log.get(agent), ...facts });
  switch (type) {
    case 'agent_added': {
      const { agent, ...facts } = body;
      put(agent, { ...facts, retired: false });
      break;
    }
    case 'agent_changed':
      put(body.agent, { [body.what]: body.to });
      break;
    case 'agent_retired':
      put(body.agent, { retired: true });
      break;
    case 'agent_returned':
      put(body.agent, { retired: false });
      break;
    case 'pin_set':
      put(body.agent, { hasPin: true });
  }
}

/** A fault of somebody's row: it is not there, or a fact of theirs is not what the log says. */
export interface PersonFault {
  readonly code: 'agent-missing' | 'agent-differs';
  /** The name, with the fact. */
  readonly where: string;
}

/** Holds the people on record against the log. Who was there before the log spoke of people has no entry. */
export async function faultsOfPeople(read: Reader, log: PeopleLog): Promise<PersonFault[]> {
  const people = new Map((await read.agents()).map((row) => [row.name, row]));
  return [...log].flatMap(([name, said]): PersonFault[] => {
    const row = people.get(name);
    if (row === undefined) return [{ code: 'agent-missing', where: name }];
    const held: LoggedPerson = {
      ...factsOf(row),
      retired: row.retired_at !== null,
      hasPin: row.pin !== null,
    };
    return (Object.keys(said) as (keyof LoggedPerson)[])
      .filter((fact) => !isDeepStrictEqual(held[fact], said[fact]))
      .map((fact) => ({ code: 'agent-differs', where: `${name} ${fact}` }));
  });
}
