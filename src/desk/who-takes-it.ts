import { type AgentName, agentName, type Refusal, refuse } from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import { lookOf, namedAs, tidyName } from './agents/agent-name.ts';

/**
 * Who is meant by a name as somebody types it with a customer on the line: the whole name, or the
 * beginning of one that no other name begins with. What is handed over to nobody who works here is on
 * nobody's page, so it is refused (P8, P29).
 * @param others who else works here now; where nobody is known any name is taken
 * @returns the name, or why nobody is meant by it
 */
export function whoTakesIt(others: readonly string[], typed: string): AgentName | Refusal {
  const name = tidyName(typed);
  if (name === '') return refuse('required', {}, 'to');
  if (others.length === 0) return agentName(name);
  const known = others.map((other) => ({ name: other }));
  const meant = namedAs(known, name) ?? onlyOne(known, lookOf(name));
  if (meant !== undefined) return agentName(meant.name);
  return refuse('unknown_person', { given: name, known: others.join(', ') }, 'to');
}

function onlyOne<Known extends { readonly name: string }>(
  known: readonly Known[],
  look: string,
): Known | undefined {
  const [only, second] = known.filter((one) => lookOf(one.name).startsWith(look));
  return second === undefined ? only : undefined;
}

/** @returns who works here now beside one, by name. */
export async function othersHere(
  read: Pick<Reader, 'agents'>,
  me: string,
): Promise<readonly string[]> {
  const here = (await read.agents()).filter(({ retired_at }) => retired_at === null);
  return here.map(({ name }) => name).filter((name) => name !== me);
}
