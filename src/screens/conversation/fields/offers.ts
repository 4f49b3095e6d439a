import { offerOfSize } from '../../../desk/offer-size.ts';
import { decimalText } from '../../../language/money-text.ts';
import { refusesOffers, type Standing, standing } from '../../../rules/authority.ts';
import type { Conversation, Occasion } from '../../../rules/conversation.ts';
import type { OfferPut } from '../../../rules/events.ts';
import { fittingRemedies, openOffers, sameOffers, usualOffer } from '../../../rules/offers.ts';
import type { Remedy } from '../../../rules/playbook.ts';
import type { Question } from '../../../rules/questions.ts';
import type { Refusal } from '../../../rules/values.ts';
import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, emptyBuffer, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** Remedies to put before the customer: those that fit come first, each with where the line runs. */
export interface OffersField {
  readonly kind: 'offers';
  readonly question: Question;
  readonly rows: readonly OfferRow[];
  readonly index: number;
  /** The size of the remedy in hand is being typed. */
  readonly buffer: TextBuffer;
  /** Why the last thing tried cannot be: told beside the row. */
  readonly fault: Refusal | undefined;
}

/** One remedy of the list. */
export interface OfferRow {
  readonly remedy: Remedy;
  readonly put: boolean;
  /** The sum or the share as typed; empty for a remedy without a size. */
  readonly size: string;
}

/** @returns the list as it was being ticked, else with what was put before, else with nothing put. */
export function openOffersField(
  question: Question,
  context: FieldContext,
  draft: string | undefined,
): OffersField {
  const { state, playbook } = context.conversation;
  const before = openOffers(state);
  const listed = fittingRemedies(playbook, state.answers.wish, state.answers.cause).map(
    (remedy) => {
      const offer = before.find((put) => put.remedy === remedy.id);
      return {
        remedy,
        put: offer !== undefined,
        size: sizeText(remedy, offer ?? usualOffer(remedy)),
      };
    },
  );
  const kept = readDraft(draft);
  const rows = kept === undefined ? listed : listed.map((row) => asKept(row, kept, context));
  return inHand(
    { kind: 'offers', question, rows, index: 0, buffer: emptyBuffer(), fault: undefined },
    0,
  );
}

/** @returns the remedies ticked with their sizes, as text to be kept; empty when none is ticked. */
export function offersDraft({ rows }: OffersField): string {
  const put = rows.filter((row) => row.put).map(({ remedy, size }) => [remedy.id, size]);
  return put.length === 0 ? '' : JSON.stringify(Object.fromEntries(put));
}

/** @returns the offers that are ticked and can be said, in the order of the list. */
export const offersPut = ({ rows }: OffersField, conversation: Conversation): readonly OfferPut[] =>
  rows.filter(({ put }) => put).flatMap((row) => offerOf(row, conversation) ?? []);

/** @returns whether the remedy of a row, in the size typed, is the agent's to give. */
export function standingOf(
  row: OfferRow,
  conversation: Conversation,
  occasion: Occasion,
): Standing {
  const offer = offerOf(row, conversation) ?? { remedy: row.remedy.id };
  return standing(conversation, offer, occasion);
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeOffers(
  field: OffersField,
  key: Key,
  context: FieldContext,
): OffersField | undefined {
  if (key.kind === 'key' && !key.ctrl && !key.alt) {
    if (key.name === 'up' && !key.shift) return inHand(field, field.index - 1);
    if (key.name === 'down') return inHand(field, field.index + 1);
    if (key.name === 'home') return inHand(field, 0);
    if (key.name === 'end') return inHand(field, field.rows.length - 1);
  }
  if (key.kind === 'text' && /^ +$/.test(key.text)) return toggled(field, context);
  const row = field.rows[field.index];
  if (row === undefined || row.remedy.measure === 'none') return undefined;
  return typeSize(field, row, key, context);
}

/** @returns what Enter comes to. */
export function submitOffers(field: OffersField, context: FieldContext): Submission {
  const { conversation, occasion } = context;
  const unread = field.rows.find((row) => row.put && offerOf(row, conversation) === undefined);
  if (unread !== undefined) return { refusal: sizeRefusal(unread) };
  const offers = offersPut(field, conversation);
  if (offers.length > 0 && sameOffers(offers, openOffers(conversation.state)))
    return { same: true };
  const [refusal] = refusesOffers(conversation, offers, occasion);
  return refusal === undefined ? { commit: { kind: 'offers', offers } } : { refusal };
}

function toggled(field: OffersField, context: FieldContext): OffersField {
  const row = field.rows[field.index];
  if (row === undefined) return field;
  const fault = row.put ? undefined : faultOf(row, context);
  return withRow({ ...field, fault }, { ...row, put: fault === undefined && !row.put });
}

/** The first digit begins a new size, as in a cell of a table; a ticked row whose size grows too large is unticked. */
function typeSize(
  field: OffersField,
  row: OfferRow,
  key: Key,
  context: FieldContext,
): OffersField | undefined {
  const fresh = key.kind === 'text' && textOf(field.buffer) === row.size && untouched(row, context);
  const buffer = applyTextKey(fresh ? sizeBuffer('') : field.buffer, key, context.columns, 1);
  if (buffer === undefined) return undefined;
  const typed = { ...row, size: textOf(buffer) };
  const fault = typed.size === '' ? undefined : faultOf(typed, context);
  const put = fault === undefined && (typed.put || typed.size !== '');
  return withRow({ ...field, buffer, fault }, { ...typed, put });
}

const untouched = (row: OfferRow, { conversation }: FieldContext): boolean => {
  const before = openOffers(conversation.state).find((offer) => offer.remedy === row.remedy.id);
  return row.size === sizeText(row.remedy, before ?? usualOffer(row.remedy));
};

function faultOf(row: OfferRow, { conversation, occasion }: FieldContext): Refusal | undefined {
  const offer = offerOf(row, conversation);
  if (offer === undefined) return sizeRefusal(row);
  return refusesOffers(conversation, [offer], occasion)[0];
}

function sizeRefusal({ remedy, size }: OfferRow): Refusal {
  const what = remedy.measure === 'percent' ? 'percent' : 'amount';
  const code = size.trim() === '' ? `${what}_missing` : `bad_${what}`;
  return { code, field: 'offers', facts: { remedy: remedy.label, typed: size } };
}

/** @returns the offer a row stands for, or undefined while its size cannot be read. */
const offerOf = ({ remedy, size }: OfferRow, { playbook }: Conversation): OfferPut | undefined =>
  offerOfSize(remedy, size, playbook.currency);

function sizeText(remedy: Remedy, offer: OfferPut): string {
  if (remedy.measure === 'percent') return offer.percent === undefined ? '' : String(offer.percent);
  if (offer.amount === undefined || offer.currency === undefined) return '';
  return decimalText(offer.amount, offer.currency);
}

function inHand(field: OffersField, index: number): OffersField {
  const at = clamp(index, 0, field.rows.length - 1);
  const buffer = sizeBuffer(field.rows[at]?.size ?? '');
  return { ...field, index: at, buffer, fault: undefined };
}

/** What was ticked stays so unless it is not the agent's to give any more (P20). */
function asKept(row: OfferRow, kept: KeptTicks, context: FieldContext): OfferRow {
  const size = kept.get(row.remedy.id);
  if (size === undefined) return { ...row, put: false };
  const ticked = { ...row, size };
  return { ...ticked, put: faultOf(ticked, context) === undefined };
}

/** The sizes of what was ticked, by remedy. */
type KeptTicks = ReadonlyMap<string, string>;

function readDraft(draft: string | undefined): KeptTicks | undefined {
  if (draft === undefined || draft === '') return undefined;
  try {
    const kept: unknown = JSON.parse(draft);
    return new Map(Object.entries(kept ?? {}).map(([id, size]) => [id, String(size)]));
  } catch {
    // A draft of an older version: what is lost is a few ticks.
    return undefined;
  }
}

const sizeBuffer = (size: string): TextBuffer =>
  bufferOf(size, { multiLine: false, maxLength: 30 });

const withRow = (field: OffersField, row: OfferRow): OffersField => ({
  ...field,
  rows: field.rows.with(field.index, row),
});
