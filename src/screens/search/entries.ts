import { type ActionName, actionNames } from '../../desk/actions/names.ts';
import type { Messages } from '../../language/messages.ts';
import { refOf } from '../../rules/values.ts';
import { labelled } from '../kit/labelled.ts';
import type { Palette, PaletteEntry } from '../kit/palette.ts';
import { type SearchAction, searchBindings } from './bindings.ts';
import type { Found } from './view.ts';

/** What is found by its name on the search: its own actions, and what is done to a complaint. */
export type SearchDoes = { readonly action: SearchAction } | { readonly act: ActionName };

/** @returns everything that can be done on the search; for the page of keys, what has a key */
export function searchEntries(
  words: Messages,
  kind: Palette['kind'],
  inHand: Found | undefined,
): readonly PaletteEntry<SearchDoes>[] {
  const id = inHand?.kind === 'complaint' ? inHand.hit.id : undefined;
  const nothing = words.say('list.no-row');
  const keyed = searchBindings
    .filter(({ action }) => action !== 'find' && action !== 'keys')
    .map(({ action, keys, label }) => ({
      label: labelled(words, label),
      keys,
      does: { action },
      not: action === 'open' && inHand === undefined ? nothing : undefined,
    }));
  if (kind === 'keys') return keyed;
  const acts = actionNames.map((act) => ({
    label: `${id === undefined ? '' : `${refOf(id)}: `}${labelled(words, `do.${act}`)}`,
    keys: [],
    does: { act },
    not: id === undefined ? nothing : undefined,
  }));
  return [...keyed, ...acts];
}
