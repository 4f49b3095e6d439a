import { foldForSearch } from '../../language/fold.ts';
import type { Messages } from '../../language/messages.ts';
import { outcomes, stages, verdicts } from '../../rules/steps.ts';
import type { Desk } from '../desk.ts';
import type { FilterName } from './filter-words.ts';

/** Something that can stand behind a name: what is typed, and what people call it. */
export interface FilterValue {
  readonly value: string;
  readonly label: string;
}

/** Days that are asked for by name. */
const days = ['today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** Whoever works at the desk, by a word that stays true when somebody else sits down. */
export const ME = 'me';

/** What stands behind a name that asks for no more: `late:yes`. */
export const YES = 'yes';

/**
 * @returns what can stand behind a name; nothing where anything can. Everything but people comes from
 *   the playbook.
 */
export async function filterValues(
  desk: Desk,
  words: Messages,
  name: FilterName,
): Promise<readonly FilterValue[]> {
  const { playbook } = desk;
  switch (name) {
    case 'stage':
      return stages.map((value) => ({ value, label: words.say(`stage.${value}`) }));
    case 'owner':
      return [{ value: ME, label: desk.agent.name }, ...(await peopleOf(desk))];
    case 'product':
      return playbook.products.map(listed);
    case 'channel':
      return playbook.channels.map(listed);
    case 'cause':
      return playbook.causes.flatMap((group) => [
        listed(group),
        ...group.causes.map(({ id, label }) => ({ value: `${group.id}/${id}`, label })),
      ]);
    case 'severity':
      return playbook.severities.map(listed);
    case 'outcome':
      return outcomes.map((value) => ({ value, label: words.say(`choice.outcome.${value}`) }));
    case 'verdict':
      return verdicts.map((value) => ({ value, label: words.say(`choice.verdict.${value}`) }));
    case 'late':
    case 'key':
      return [{ value: YES, label: YES }];
    case 'since':
    case 'until':
      return days.map((value) => ({ value, label: value }));
    case 'figure': {
      const { figureNames } = await import('../figures/figure-parts.ts');
      return figureNames().map((value) => ({ value, label: value }));
    }
    case 'customer':
      return [];
  }
}

/**
 * @returns those that a value may be the beginning of: by what is typed, or else by a word of what
 *   people call it
 */
export function fittingValues(
  values: readonly FilterValue[],
  typed: string,
): readonly FilterValue[] {
  const begun = foldForSearch(typed).trim();
  const byValue = values.filter(({ value }) => foldForSearch(value).startsWith(begun));
  return byValue.length > 0
    ? byValue
    : values.filter(({ label }) => ` ${foldForSearch(label)}`.includes(` ${begun}`));
}

/** @returns the one that is called exactly that. */
export function valueCalled(
  values: readonly FilterValue[],
  typed: string,
): FilterValue | undefined {
  const folded = foldForSearch(typed).trim();
  const same = (text: string): boolean => foldForSearch(text) === folded;
  return values.find(({ value }) => same(value)) ?? values.find(({ label }) => same(label));
}

async function peopleOf(desk: Desk): Promise<readonly FilterValue[]> {
  const known = (await desk.store.read.agents()).map(({ name }) => name);
  return [...new Set<string>([...known, desk.agent.name])].map((name) => ({
    value: name,
    label: name,
  }));
}

const listed = ({ id, label }: { readonly id: string; readonly label: string }): FilterValue => ({
  value: id,
  label,
});
