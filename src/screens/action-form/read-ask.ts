import { readSize, type TypedRead } from '../../desk/actions/read-size.ts';
import { whenNotRead } from '../../desk/read-dates.ts';
import { fullMomentForBoth } from '../../desk/their-time.ts';
import { moneyText } from '../../language/money-text.ts';
import { readWhen } from '../../language/when.ts';
import { refuse } from '../../rules/values.ts';
import { textOf } from '../kit/text-buffer.ts';
import { type AskContext, type AskField, fittingOptions, type PickAsk } from './ask-field.ts';

/** What a field holds: a value (undefined when it is empty), or why it cannot be read. */
export type AskRead = TypedRead | { readonly value: undefined };

/** @returns what is in the field now, as the action takes it. */
export function readAsk(field: AskField, context: AskContext): AskRead {
  if (field.kind === 'pick') return readPick(field);
  const { ask, opened } = field;
  const whole = textOf(field.buffer);
  const text = whole.trim();
  if (text === '') return { value: undefined };
  if (whole === opened.text && opened.value !== undefined) return { value: opened.value };
  const { name, kind } = ask;
  switch (kind) {
    case 'moment': {
      const { occasion, theirZone } = context.scene;
      const read = readWhen(text, { now: occasion.now, zone: context.zone, theirZone });
      return 'at' in read ? { value: read.at } : { refusal: whenNotRead(read.reason, text, name) };
    }
    case 'number':
    case 'money':
    case 'percent':
    case 'complaint':
      return readSize({ name, kind }, text, context.scene.conversation.playbook.currency);
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

/** @returns in full what was understood of a moment or a sum, before it counts; else undefined. */
export function understood(field: AskField, context: AskContext): string | undefined {
  const { kind } = field.ask;
  if (kind !== 'moment' && kind !== 'money') return undefined;
  const read = readAsk(field, context);
  if ('refusal' in read) return undefined;
  const { voice, scene } = context;
  const { words } = voice;
  if (typeof read.value === 'number') {
    return fullMomentForBoth(voice, read.value, scene.theirZone);
  }
  if (typeof read.value !== 'object') return undefined;
  return moneyText(read.value.minor, read.value.currency, words.language);
}
