import type { ActionName } from '../../desk/actions/names.ts';
import type { ColumnName, ComplaintSort, Completion } from '../../desk/list-page.ts';
import type { ComplaintId, Millis, Refusal } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Palette } from '../kit/palette.ts';
import type { TextBuffer } from '../kit/text-buffer.ts';
import type { Total } from './counting.ts';
import type { Picker } from './picker.ts';
import type { RowWindow } from './window.ts';

/** What the List screen shows. */
export interface ListView {
  /** What is typed into the filter. */
  readonly filter: TextBuffer;
  /** Whether keys go into the filter; else they move over the rows. */
  readonly typing: boolean;
  /** How the word at the cursor may go on. */
  readonly completions: readonly Completion[];
  /** What of the filter was not understood. */
  readonly refusals: readonly Refusal[];
  /** Why the record could not be read. */
  readonly fault: SafeText | undefined;
  readonly window: RowWindow;
  readonly total: Total;
  /** Whether other rows are looked for than those that are shown. */
  readonly finding: boolean;
  readonly columns: readonly ColumnName[];
  readonly sort: ComplaintSort;
  readonly overlay: Palette | Picker | undefined;
  readonly now: Millis;
}

/** How the list is opened, or come back to. */
export interface ListStart {
  /** As it is typed: `stage:open owner:me kettle`. */
  readonly filter?: string;
  readonly sort?: ComplaintSort;
  /** The complaint that is in hand, if it is on the list. */
  readonly inHand?: ComplaintId;
}

/** Where the agent goes from here. */
export type ListChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'act'; readonly id: ComplaintId; readonly action: ActionName }
  | { readonly kind: 'search' | 'new' | 'back' | 'quit' | 'interrupt' };
