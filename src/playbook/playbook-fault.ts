import type { Playbook } from '../rules/playbook.ts';
import type { Facts } from '../rules/values.ts';

/** What can be wrong with a playbook; the text is `playbook.fault.<code>` of data/languages. */
export type PlaybookFaultCode =
  | 'missing_pack'
  | 'missing_folder'
  | 'missing_file'
  | 'unknown_file'
  | 'not_a_file'
  | 'not_a_folder'
  | 'unreadable'
  | 'too_large'
  | 'not_utf8'
  | 'not_compiled'
  | 'broken_yaml'
  | 'too_deep'
  | 'alias'
  | 'empty_file'
  | 'unknown_field'
  | 'missing_field'
  | 'empty'
  | 'not_text'
  | 'not_one_line'
  | 'too_long'
  | 'not_a_list'
  | 'not_fields'
  | 'not_yes_or_no'
  | 'speed_alone'
  | 'not_one_of'
  | 'not_money'
  | 'not_hours'
  | 'not_days'
  | 'not_an_interval'
  | 'not_day_hours'
  | 'not_week'
  | 'not_a_date'
  | 'not_percent'
  | 'not_currency'
  | 'bad_id'
  | 'bad_match'
  | 'duplicate_id'
  | 'reserved_id'
  | 'unknown_id'
  | 'two_usual'
  | 'target_too_late'
  | 'rule_without_target'
  | 'not_in_order'
  | 'never_open'
  | 'needs_beside'
  | 'other_currency'
  | 'other_measure'
  | 'unknown_variable'
  | 'stray_brace';

/** One thing that is wrong with a playbook, where it stands, and what is known about it. */
export interface PlaybookFault {
  /** The file's name within its folder, or the folder when it is about that. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number;
  /** The path into the file: `remedies[2].measure`; lists count from 0, as in the program's JSON. */
  readonly field?: string;
  readonly code: PlaybookFaultCode;
  readonly facts: Facts;
}

/** A playbook that holds, or everything that is wrong with it. */
export type PlaybookLoad =
  | { readonly ok: true; readonly playbook: Playbook }
  | { readonly ok: false; readonly faults: readonly PlaybookFault[] };

/** The way to a value within a file. */
export type FieldPath = readonly (string | number)[];

/** @returns the path as people read it: `remedies[2].measure`. */
export const fieldText = (path: FieldPath): string =>
  path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
