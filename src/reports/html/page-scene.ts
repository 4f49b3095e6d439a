import type { Messages } from '../../language/messages.ts';
import type { ValueText } from '../value-text.ts';

/** What a page is written in. */
export interface PageScene {
  readonly words: Messages;
  readonly values: ValueText;
  /** So many rows of a table are written; the CSV has all. */
  readonly mostRows: number;
}
