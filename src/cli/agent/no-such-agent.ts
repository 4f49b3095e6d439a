import { Fault } from '../fault.ts';
import { similarTo } from '../similar.ts';

/** @returns the fault of a name that nobody here has. */
export function noSuchAgent(given: string, people: readonly { readonly name: string }[]): Fault {
  const names = people.map(({ name }) => name);
  if (names.length === 0) return new Fault('notFound', 'nobody-here', { given });
  const values = { given, known: names.join(', ') };
  return new Fault('notFound', 'no-such-agent', values, similarTo(given, names));
}
