import { type ActionName, actionNames } from '../../desk/actions/names.ts';
import type { Messages } from '../../language/messages.ts';
import { refOf } from '../../rules/values.ts';
import { labelled } from '../kit/labelled.ts';
import type { Palette, PaletteEntry } from '../kit/palette.ts';
import { type TodayAction, todayBindings } from './bindings.ts';
import { entryInHand, labelsOf, type TodayView } from './view.ts';

/** What a line of the palette does: an action of the page, or one of the desk on the entry in hand. */
export type TodayDoes = { readonly action: TodayAction } | { readonly act: ActionName };

/**
 * @param whyNot why an action of the page cannot be done now, in words
 * @returns everything that can be done here by its name (P11); among the keys only what has one
 */
export function todayEntries(
  kind: Palette['kind'],
  view: TodayView,
  words: Messages,
  whyNot: (action: TodayAction) => string | undefined,
): readonly PaletteEntry<TodayDoes>[] {
  const keyed = todayBindings(labelsOf(view))
    .filter(({ action }) => action !== 'find' && action !== 'keys')
    .map(({ action, keys, label }) => ({
      label: labelled(words, label),
      keys,
      does: { action },
      not: whyNot(action),
    }));
  const entry = entryInHand(view);
  if (kind === 'keys' || entry === undefined) return keyed;
  const acts = actionNames.map((act) => ({
    label: `${refOf(entry.id)}: ${labelled(words, `do.${act}`)}`,
    keys: [],
    does: { act },
    not: undefined,
  }));
  return [...keyed, ...acts];
}
