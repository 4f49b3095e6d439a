import type { CustomerHit } from '../../../desk/find-customers.ts';
import { readReach } from '../../../rules/customer-facts.ts';
import type { Question } from '../../../rules/questions.ts';
import { refuse } from '../../../rules/values.ts';
import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** Find-as-you-type over name, phone, email and account number; somebody new is one key away. */
export interface CustomerField {
  readonly kind: 'customer';
  readonly question: Question;
  readonly buffer: TextBuffer;
  /** Who fits what is typed; the search runs beside the typing. */
  readonly hits: readonly CustomerHit[];
  /** The text the hits belong to; undefined before the first search. */
  readonly searched: string | undefined;
  /** Among the hits, then "somebody new", then "no name given". */
  readonly index: number;
  /** The arrow keys were used: the choice no longer follows the typing. */
  readonly chosenByHand: boolean;
}

/** What Enter would take. */
export type CustomerPick =
  | { readonly kind: 'known'; readonly hit: CustomerHit }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'nobody' };

/** @returns the field with the name typed so far, or the name that is recorded. */
export function openCustomer(
  question: Question,
  { conversation }: FieldContext,
  draft: string | undefined,
): CustomerField {
  const buffer = bufferOf(draft ?? conversation.customer?.name ?? '', {
    multiLine: false,
    maxLength: question.longest ?? 200,
  });
  return {
    kind: 'customer',
    question,
    buffer,
    hits: [],
    searched: undefined,
    index: 0,
    chosenByHand: false,
  };
}

/** @returns the list under the field: who fits, somebody new, and nobody. */
export function customerPicks(field: CustomerField): readonly CustomerPick[] {
  const name = textOf(field.buffer).trim();
  const known = field.hits.map((hit): CustomerPick => ({ kind: 'known', hit }));
  return name === '' ? [...known, { kind: 'nobody' }] : [...known, { kind: 'new', name }];
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeCustomer(
  field: CustomerField,
  key: Key,
  context: FieldContext,
): CustomerField | undefined {
  if (key.kind === 'key' && !key.ctrl && !key.alt && (key.name === 'up' || key.name === 'down')) {
    const last = customerPicks(field).length - 1;
    const index = clamp(field.index + (key.name === 'up' ? -1 : 1), 0, last);
    return { ...field, index, chosenByHand: true };
  }
  const buffer = applyTextKey(field.buffer, key, context.columns, 1);
  return buffer && { ...field, buffer, chosenByHand: false };
}

/** @returns whether the hits are still those of what was typed before. */
export const awaitsHits = ({ buffer, searched }: CustomerField): boolean =>
  textOf(buffer) !== searched;

/**
 * Takes what the search found; what it found for a text that is no longer there is left aside. Somebody whose name or number is typed in full is in hand;
 * with nothing typed, "no name given" is never in hand by itself.
 */
export function withHits(
  field: CustomerField,
  searched: string,
  hits: readonly CustomerHit[],
): CustomerField {
  if (textOf(field.buffer) !== searched) return field;
  const next = { ...field, searched, hits };
  const last = customerPicks(next).length - 1;
  return { ...next, index: field.chosenByHand ? clamp(field.index, 0, last) : 0 };
}

/** @returns what Enter comes to. */
export function submitCustomer(field: CustomerField, { conversation }: FieldContext): Submission {
  const recorded = conversation.customer;
  if (
    recorded !== undefined &&
    !field.chosenByHand &&
    textOf(field.buffer).trim() === recorded.name
  ) {
    return { same: true };
  }
  if (textOf(field.buffer).trim() === '' && !field.chosenByHand) {
    return { refusal: refuse('customer_missing', {}, 'customer') };
  }
  const pick = customerPicks(field)[field.index];
  switch (pick?.kind) {
    case 'known':
      return { commit: { kind: 'identify', customer: pick.hit.id } };
    case 'new':
      return submitNew(pick.name, recorded?.isNew === true);
    case 'nobody':
      return { commit: { kind: 'pass', question: 'customer' } };
    default:
      return { refusal: refuse('customer_missing', {}, 'customer') };
  }
}

/**
 * A number is no name. Another name for somebody who was written down in this conversation puts the
 * name right; for somebody the desk knew before, it is somebody else.
 */
function submitNew(name: string, misspelled: boolean): Submission {
  if (readReach(name) !== undefined) return { refusal: refuse('name_is_a_number', {}, 'customer') };
  return misspelled
    ? { commit: { kind: 'fact', fact: 'name', value: name } }
    : { commit: { kind: 'add-customer', facts: { name } } };
}
