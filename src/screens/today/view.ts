import type { ActionName } from '../../desk/actions/names.ts';
import { entriesOfPage, type Today, type TodayEntry, type TodayScope } from '../../desk/today.ts';
import type { ComplaintId, Millis } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Palette } from '../kit/palette.ts';
import type { TodayLabels } from './bindings.ts';

/** What the Today screen shows. */
export interface TodayView {
  readonly today: Today;
  /** Whose work it shows. */
  readonly scope: TodayScope;
  /** The entry in hand, counted over all parts. */
  readonly index: number;
  readonly now: Millis;
  readonly fault: SafeText | undefined;
  /** What was just said about it. */
  readonly notice: SafeText | undefined;
  /** What lies over it. */
  readonly overlay: Palette | undefined;
}

/** Where the agent goes from here. */
export type TodayChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'resume'; readonly id: ComplaintId }
  | { readonly kind: 'act'; readonly id: ComplaintId; readonly action: ActionName }
  | { readonly kind: 'new' | 'search' | 'list' | 'reports' | 'quit' | 'interrupt' };

/** Where the agent was on the page, to come back to. */
export interface TodayPlace {
  readonly scope: TodayScope;
  readonly inHand?: Pick<TodayEntry, 'id' | 'section'>;
  readonly index: number;
}

/** @returns the entry in hand; undefined on an empty page. */
export const entryInHand = ({ today, index }: TodayView): TodayEntry | undefined =>
  entriesOfPage(today)[index];

/** @returns what the keys are called now. */
export function labelsOf(view: TodayView): TodayLabels {
  const entry = entryInHand(view);
  const all = view.scope.mine === true || view.scope.owner !== undefined;
  return {
    act: entry && `today.next.${entry.next}`,
    scope: all ? 'action.everybodys' : 'action.mine',
  };
}

/**
 * Finds the place again on a page that has changed meanwhile.
 * @returns the same line, else the same complaint, else the line that has moved up into its place
 */
export function indexAt(today: Today, { inHand, index }: Omit<TodayPlace, 'scope'>): number {
  const entries = entriesOfPage(today);
  const same = entries.findIndex(
    ({ id, section }) => id === inHand?.id && section === inHand.section,
  );
  if (same !== -1) return same;
  const moved = entries.findIndex(({ id }) => id === inHand?.id);
  return moved !== -1 ? moved : Math.max(0, Math.min(index, entries.length - 1));
}

/** An unfinished conversation is in hand first, unless something is late: Enter goes on with it at exactly its field. */
export function firstInHand(today: Today): number {
  const entries = entriesOfPage(today);
  const [unfinished] = today.notFinished;
  return today.late.length > 0 || unfinished === undefined ? 0 : entries.indexOf(unfinished);
}
