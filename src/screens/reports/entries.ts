import type { Messages } from '../../language/messages.ts';
import type { ReportName } from '../../reports/report.ts';
import { reportNames } from '../../reports/report.ts';
import { labelled } from '../kit/labelled.ts';
import type { Palette, PaletteEntry } from '../kit/palette.ts';
import { type ReportsAction, reportsBindings } from './bindings.ts';

/** What a line of the palette does: an action of the screen, or a report by its name. */
export type ReportsDoes = { readonly action: ReportsAction } | { readonly report: ReportName };

/**
 * @param whyNot why an action cannot be done now, in words
 * @returns everything that can be done here by its name (P11); among the keys only what has one
 */
export function reportsEntries(
  kind: Palette['kind'],
  words: Messages,
  whyNot: (action: ReportsAction) => string | undefined,
): readonly PaletteEntry<ReportsDoes>[] {
  const keyed = reportsBindings
    .filter(({ action }) => action !== 'find' && action !== 'keys')
    .map(
      ({ action, keys, label }): PaletteEntry<ReportsDoes> => ({
        label: labelled(words, label),
        keys,
        does: { action },
        not: whyNot(action),
      }),
    );
  if (kind === 'keys') return keyed;
  const reports = reportNames.map(
    (report): PaletteEntry<ReportsDoes> => ({
      label: words.say('reports.show', { report: words.say(`report.title.${report}`) }),
      keys: [],
      does: { report },
      not: undefined,
    }),
  );
  return [...keyed, ...reports];
}
