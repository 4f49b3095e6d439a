import { type ActionName, actionNames } from '../../desk/actions/names.ts';
import { type ComplaintSort, listColumns } from '../../desk/list-page.ts';
import type { Messages } from '../../language/messages.ts';
import { type ComplaintId, refOf } from '../../rules/values.ts';
import { labelled } from '../kit/labelled.ts';
import type { Palette, PaletteEntry } from '../kit/palette.ts';
import { type ListAction, listBindings } from './bindings.ts';

/** What is found by its name on the list: its own actions, orders, and what is done to a complaint. */
export type ListDoes =
  | { readonly kind: 'action'; readonly action: ListAction }
  | { readonly kind: 'sort'; readonly by: ComplaintSort['by'] }
  | { readonly kind: 'act'; readonly act: ActionName };

/**
 * @param inHand the complaint in hand; without one, what needs one says so
 * @returns everything that can be done on the list; for the page of keys, what has a key
 */
export function listEntries(
  words: Messages,
  kind: Palette['kind'],
  inHand: ComplaintId | undefined,
): readonly PaletteEntry<ListDoes>[] {
  const not = inHand === undefined ? words.say('list.no-row') : undefined;
  const keyed = listBindings
    .filter(({ action }) => action !== 'find' && action !== 'keys')
    .map(
      ({ action, keys, label }): PaletteEntry<ListDoes> => ({
        label: labelled(words, label),
        keys,
        does: { kind: 'action', action },
        not: action === 'open' ? not : undefined,
      }),
    );
  if (kind === 'keys') return together(keyed);
  const orders = listColumns.flatMap(({ name, sort: by }): PaletteEntry<ListDoes>[] => {
    if (by === undefined) return [];
    const label = words.say('list.sort-by', { column: words.say(`column.${name}`) });
    return [{ label, keys: [], does: { kind: 'sort', by }, not: undefined }];
  });
  const acts = actionNames.map(
    (act): PaletteEntry<ListDoes> => ({
      label: `${inHand === undefined ? '' : `${refOf(inHand)}: `}${labelled(words, `do.${act}`)}`,
      keys: [],
      does: { kind: 'act', act },
      not,
    }),
  );
  return [...together(keyed), ...orders, ...acts];
}

/** An action that has several bindings is one line, with all its keys. */
function together(entries: readonly PaletteEntry<ListDoes>[]): readonly PaletteEntry<ListDoes>[] {
  const byLabel = new Map<string, PaletteEntry<ListDoes>>();
  for (const entry of entries) {
    const known = byLabel.get(entry.label);
    const keys = [...(known?.keys ?? []), ...entry.keys];
    byLabel.set(entry.label, { ...(known ?? entry), keys });
  }
  return [...byLabel.values()];
}
