import type { ActionName } from '../../desk/actions/names.ts';
import type { FoundCustomer } from '../../desk/list-page.ts';
import type { SearchHit } from '../../desk/search.ts';
import type { ComplaintId, Millis } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Palette } from '../kit/palette.ts';
import type { TextBuffer } from '../kit/text-buffer.ts';

/** How the search is opened. */
export interface SearchStart {
  readonly text?: string;
}

/** Where the agent goes from here. */
export type SearchChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'act'; readonly id: ComplaintId; readonly action: ActionName }
  /** A list with this filter. */
  | { readonly kind: 'list'; readonly filter: string }
  | { readonly kind: 'back' | 'quit' | 'interrupt' };

/** One line that can be in hand. */
export type Found =
  | { readonly kind: 'customer'; readonly customer: FoundCustomer }
  | { readonly kind: 'complaint'; readonly hit: SearchHit };

/** What the Search screen shows. */
export interface SearchView {
  readonly buffer: TextBuffer;
  /** What was found: customers first, then complaints, the newest first. */
  readonly found: readonly Found[];
  /** What it was found for; another text than is typed while that is looked for. */
  readonly foundFor: string;
  readonly index: number;
  /** Whether there may be more complaints than are shown. */
  readonly more: boolean;
  readonly fault: SafeText | undefined;
  readonly overlay: Palette | undefined;
  readonly now: Millis;
}
