import { isFilterName, typedValue } from '../desk/list-page/filter-words.ts';

/**
 * Says what stands behind `amends` to list complaints as the filter of a list is typed.
 * @param list as a report has it: `['list', '--cause', 'delivery', '--late']`
 * @returns `cause:delivery late:yes`; undefined where a list on a screen cannot do the same
 */
export function listFilter(list: readonly string[]): string | undefined {
  const [command, ...words] = list;
  if (command !== 'list') return undefined;
  const typed: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const name = /^--([a-z-]+)$/.exec(words[at] ?? '')?.[1];
    if (name === undefined) return undefined;
    const value = words[at + 1];
    if (name === 'late' || name === 'key') {
      typed.push(`${name}:yes`);
      continue;
    }
    if (value === undefined) return undefined;
    if (name === 'text') typed.push(typedValue(value));
    else if (isFilterName(name)) typed.push(`${name}:${typedValue(value)}`);
    else return undefined;
    at += 1;
  }
  return typed.join(' ');
}
