import type { Conversation } from '../conversation.ts';
import type { Choice, Playbook } from '../playbook.ts';
import type { AnswerName } from '../state.ts';
import type { Step } from '../steps.ts';

/**
 * Each thing the conversation asks, described once. The field on the screen, the accessible
 * question, the schema of `--from-file` and the column of the export are made from this.
 */
export interface Question {
  readonly name: QuestionName;
  readonly step: Step;
  readonly kind: QuestionKind;
  /** Where the answer is kept: with the complaint, or with the person. */
  readonly about: 'complaint' | 'customer';
  /** The practices it serves. */
  readonly practices: readonly string[];
  /** Whether it is asked at all, as things stand. */
  readonly asked: (conversation: Conversation) => boolean;
  /** Whether the conversation can end without it. What is not required can be passed over. */
  readonly required: boolean;
  /** The longest text taken, in UTF-16 units. */
  readonly longest?: number;
  /** What can be picked. */
  readonly choices?: (playbook: Playbook) => readonly Choice[];
  /** Something that is not on the list may be typed. */
  readonly open?: boolean;
  /** Nothing is picked beforehand: a hurried Enter must not decide it. */
  readonly deliberate?: boolean;
}

/**
 * - customer: a person found on the desk or written down
 * - line, passage: one line of text, several pages of text
 * - choice, yes: one of a list, yes or no
 * - day, moment: a date, a date with a time
 * - offers, promises: lists with a life of their own
 */
export type QuestionKind =
  | 'customer'
  | 'line'
  | 'passage'
  | 'choice'
  | 'yes'
  | 'day'
  | 'moment'
  | 'offers'
  | 'promises';

/** Questions about the person: `reach` is a phone number or an email address, whichever they give. */
export type CustomerQuestion = 'customer' | 'reach' | 'account' | 'language';

export type QuestionName = AnswerName | CustomerQuestion | 'offers' | 'promises';

/** The longest answer of one line, in UTF-16 units. */
export const LINE = 500;

/** Whatever was said before, it is asked. */
export const always = (): boolean => true;

/** @returns a list that is the same in every playbook; its labels are messages. */
export const named = (ids: readonly string[]): readonly Choice[] =>
  ids.map((id) => ({ id, label: id }));
