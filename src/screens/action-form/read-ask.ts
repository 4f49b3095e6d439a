import type { GivenValue } from '../../desk/actions/action.ts';
import { readShare, readSum } from '../../desk/offer-size.ts';
import { whenNotRead } from '../../desk/read-dates.ts';
import { moneyText } from '../../language/money-text.ts';
import { readWhen } from '../../language/when.ts';
import { type Refusal, readRef, refuse } from '../../rules/values.ts';
import { textOf } from '../kit/text-buffer.ts';
import { type AskContext, type AskField, fittingOptions, type PickAsk } from './ask-field.ts';

/** What a field holds: a value (undefined when it is empty), or why it cannot be read. */
export type AskRead = { readonly value: GivenValue | undefined } | { readonly refusal: Refusal };

/** @returns what is in the field now, as the action takes it. */
export function readAsk(field: AskField, context: AskContext): AskRead {
  if (field.kind === 'pick') return readPick(field);
  const { ask, opened } = field;
  const whole = textOf(field.buffer);
  const text = whole.trim();
  if (text === '') return { value: undefined };
  if (whole === opened.text && opened.value !== undefined) return { value: opened.value };
  const { name } = ask;
  switch (ask.kind) {
    case 'moment': {
      const { now } = context.scene.occasion;
      const read = readWhen(text, { now, zone: context.zone });
      return 'at' in read ? { value: read.at } : { refusal: whenNotRead(read.reason, text, name) };
    }
    case 'number':
      return /^\d{1,9}$/.test(text)
        ? { value: Number(text) }
        : { refusal: refuse('not_a_number', {}, name) };
    case 'percent':
      return orRefusal(readShare(text), 'not_a_share', text, name);
    case 'money': {
      const sum = readSum(text, context.scene.conversation.playbook.currency);
      const money = sum && { minor: sum.amount, currency: sum.currency };
      return orRefusal(money, 'not_money', text, name);
    }
    case 'complaint':
      return orRefusal(readRef(text), 'not_a_reference', text, name);
    default:
      return { value: text };
  }
}

function readPick(field: PickAsk): AskRead {
  const { ask, index, buffer } = field;
  const typed = textOf(buffer).trim();
  const picked = fittingOptions(field)[index];
  if (picked !== undefined) {
    return { value: ask.kind === 'yes' ? picked.id === 'yes' : picked.id };
  }
  return typed === ''
    ? { value: undefined }
    : { refusal: refuse('nothing_fits', { typed }, ask.name) };
}

const orRefusal = (
  value: GivenValue | undefined,
  code: string,
  typed: string,
  name: string,
): AskRead => (value === undefined ? { refusal: refuse(code, { typed }, name) } : { value });

/** @returns in full what was understood of a moment or a sum, before it counts; else undefined. */
export function understood(field: AskField, context: AskContext): string | undefined {
  const { kind } = field.ask;
  if (kind !== 'moment' && kind !== 'money') return undefined;
  const read = readAsk(field, context);
  if ('refusal' in read) return undefined;
  const { words, spoken } = context.voice;
  if (typeof read.value === 'number') return spoken.fullMoment(read.value);
  if (typeof read.value !== 'object') return undefined;
  return moneyText(read.value.minor, read.value.currency, words.language);
}
