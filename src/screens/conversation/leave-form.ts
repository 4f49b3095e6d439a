import { readWhen } from '../../language/when.ts';
import { type Millis, millis, type Refusal, refuse } from '../../rules/values.ts';
import type { Key } from '../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import type { FieldContext } from './fields/field.ts';

/** The ways out of a conversation that is not at its end (P7, P8, P9, P21). */
export type LeaveWay = 'handover' | 'callback' | 'wait' | 'supervisor';

export type LeavePart = 'to' | 'at' | 'until' | 'reach' | 'reason';

/** What each way asks, in order: never more than three things. */
export const leaveParts: Readonly<Record<LeaveWay, readonly LeavePart[]>> = {
  handover: ['to', 'reason'],
  callback: ['at', 'reach', 'reason'],
  wait: ['until', 'reason'],
  supervisor: ['reason'],
};

/** A small form over the conversation, which stays as it is until the form is done. */
export interface LeaveForm {
  readonly kind: 'leave';
  readonly way: LeaveWay;
  readonly index: number;
  readonly texts: readonly TextBuffer[];
  readonly fault: Refusal | undefined;
}

/** What was agreed, ready for the desk. */
export type Leaving =
  | { readonly way: 'handover'; readonly to: string; readonly reason: string }
  | {
      readonly way: 'callback';
      readonly at: Millis;
      readonly reach?: string;
      readonly reason: string;
    }
  | { readonly way: 'wait'; readonly until: Millis; readonly reason: string }
  | { readonly way: 'supervisor'; readonly reason: string };

/** @returns an empty form; where to reach them is filled in when it is known (P2). */
export function openLeaveForm(way: LeaveWay, { conversation }: FieldContext): LeaveForm {
  const reach = conversation.customer?.phone ?? conversation.customer?.email ?? '';
  const texts = leaveParts[way].map((part) =>
    bufferOf(part === 'reach' ? reach : '', { multiLine: false, maxLength: 500 }),
  );
  return { kind: 'leave', way, index: 0, texts, fault: undefined };
}

/** @returns the form after a key that types or moves; undefined when the key is none of its own. */
export function typeLeaveForm(form: LeaveForm, key: Key, columns: number): LeaveForm | undefined {
  const buffer = form.texts[form.index];
  if (buffer === undefined) return undefined;
  const typed = applyTextKey(buffer, key, columns, 1);
  return typed && { ...form, texts: form.texts.with(form.index, typed), fault: undefined };
}

/** @returns the form one part back, or undefined at its first part. */
export const leavePartBefore = (form: LeaveForm): LeaveForm | undefined =>
  form.index === 0 ? undefined : { ...form, index: form.index - 1, fault: undefined };

/** @returns what was understood of the date in the form, in full; undefined where there is none. */
export function leaveEcho(form: LeaveForm, context: FieldContext): string | undefined {
  const at = leaveParts[form.way].findIndex((part) => part === 'at' || part === 'until');
  const buffer = form.texts[at];
  const read = buffer && readMoment(textOf(buffer), context);
  return read !== undefined && 'at' in read ? context.spoken.fullMoment(read.at) : undefined;
}

/** @returns the form a part further or with its fault, or what was agreed once all parts are there. */
export function submitLeaveForm(
  form: LeaveForm,
  context: FieldContext,
): { readonly form: LeaveForm } | { readonly leaving: Leaving } {
  const part = leaveParts[form.way][form.index];
  const fault = part === undefined ? undefined : refusesPart(part, textAt(form, part), context);
  if (fault !== undefined) return { form: { ...form, fault } };
  if (form.index + 1 < leaveParts[form.way].length) {
    return { form: { ...form, index: form.index + 1, fault: undefined } };
  }
  return { leaving: leavingOf(form, context) };
}

function refusesPart(part: LeavePart, text: string, context: FieldContext): Refusal | undefined {
  if (part === 'reach') return undefined;
  if (text === '') return refuse('required', {}, part);
  if (part !== 'at' && part !== 'until') return undefined;
  const read = readMoment(text, context);
  if ('reason' in read) {
    return refuse(`when_${read.reason.replaceAll('-', '_')}`, { typed: text }, part);
  }
  return read.at <= context.occasion.now ? refuse('already_past', {}, part) : undefined;
}

function leavingOf(form: LeaveForm, context: FieldContext): Leaving {
  const reason = textAt(form, 'reason');
  switch (form.way) {
    case 'handover':
      return { way: 'handover', to: textAt(form, 'to'), reason };
    case 'supervisor':
      return { way: 'supervisor', reason };
    case 'wait':
      return { way: 'wait', until: momentAt(form, 'until', context), reason };
    case 'callback': {
      const reach = textAt(form, 'reach');
      const call = { way: 'callback', at: momentAt(form, 'at', context), reason } as const;
      return reach === '' ? call : { ...call, reach };
    }
  }
}

const textAt = (form: LeaveForm, part: LeavePart): string => {
  const buffer = form.texts[leaveParts[form.way].indexOf(part)];
  return buffer === undefined ? '' : textOf(buffer).trim();
};

function momentAt(form: LeaveForm, part: LeavePart, context: FieldContext): Millis {
  const read = readMoment(textAt(form, part), context);
  if ('reason' in read) throw new RangeError(`${part} was read before`);
  return millis(read.at);
}

const readMoment = (text: string, { occasion, zone }: FieldContext) =>
  readWhen(text.trim(), { now: occasion.now, zone });
