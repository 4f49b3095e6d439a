import type { FigureRecord } from '../desk/read-record.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';
import { faultWords } from './fault-words.ts';
import { playbookChoices } from './playbook-choices.ts';
import { similarTo } from './similar.ts';

const facets = ['channel', 'product', 'cause', 'severity'] as const;

/** What complaints are chosen by that the playbook has a list of. */
type Chosen = { readonly [Facet in (typeof facets)[number]]: string | undefined };

/** So many values of the record are compared with what was typed. */
const COMPARED = 1000;
/** So many of them are named beside those of the playbook. */
const NAMED = 20;

/**
 * A slip of the finger would find nothing in silence. What the record has is fine though the playbook
 * lacks it, and what the playbook has is fine though nobody complained of it yet; no value at all (`''`)
 * stands for what nobody said. The playbook is loaded only where the record does not know a value.
 * @throws Fault `usage` for a value that neither has
 */
export async function requireKnown(
  context: Context,
  { read }: FigureRecord,
  chosen: Chosen,
): Promise<void> {
  for (const facet of facets) {
    const given = chosen[facet];
    if (given === undefined || given === '' || (await read.isRecorded(facet, given))) continue;
    // Scripts that are typed well wait for no playbook.
    const { playbookFor } = await import('./people.ts');
    const playbook = await playbookFor(context);
    // One that cannot be used says nothing of what there is.
    if (playbook.name === '') return;
    const listed = playbookChoices[facet](playbook).map(({ id }) => id);
    if (listed.includes(given)) continue;
    const recorded = await read.recordedValues(facet, COMPARED);
    const others = recorded.filter((value) => !listed.includes(value));
    throw unknownChoice(`--${facet}`, given, listed, others);
  }
}

/**
 * @param listed values that are all named
 * @param others of which some are named, and all are compared with what was typed
 */
export function unknownChoice(
  option: string,
  given: string,
  listed: readonly string[],
  others: readonly string[] = [],
): Fault {
  const named = [...listed, ...others.slice(0, NAMED), ...(others.length > NAMED ? ['…'] : [])];
  const known = named.join(', ') || '-';
  return new Fault(
    'usage',
    'unknown-choice',
    { given, option, known },
    meant(given, [...listed, ...others]),
  );
}

/** People come and go, and a script that asks for one may come first: an empty answer, and a word why. */
export async function noteUnknownOwner(
  context: Context,
  { read }: FigureRecord,
  given: string,
): Promise<void> {
  if (context.settings.quiet || (await read.isRecorded('owner', given))) return;
  const people = (await read.people()).map(({ name }) => name);
  if (people.includes(given)) return;
  const others = await read.recordedValues('owner', NAMED);
  const all = [...new Set([...people, ...others])];
  const words = await context.words();
  const values = { given, known: all.join(', ') || '-' };
  const unknown = { fault: 'no-such-agent', values, similar: meant(given, all) } as const;
  for (const line of faultWords(words, unknown)) await context.note(safeLine(line));
}

/** In other letters it is the same word, however many of them. */
function meant(given: string, known: readonly string[]): string | undefined {
  const folded = given.toLowerCase();
  return known.find((one) => one.toLowerCase() === folded) ?? similarTo(given, known);
}
