import type { FactChange } from '../../desk/customer.ts';
import { knownZoneOf } from '../../desk/customers/their-zone.ts';
import { whenNotRead } from '../../desk/read-dates.ts';
import { fullMomentForBoth } from '../../desk/their-time.ts';
import { type Leaving, type WayOut, type WayOutPart, waysOut } from '../../desk/ways-out.ts';
import { whoTakesIt } from '../../desk/who-takes-it.ts';
import { readWhen } from '../../language/when.ts';
import { refusesFact } from '../../rules/customer-facts.ts';
import { type Millis, millis, type Refusal, refuse } from '../../rules/values.ts';
import { bufferFault } from '../kit/buffer-fault.ts';
import type { Key } from '../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import type { FieldContext } from './fields/field.ts';

/** What can be filled in beside the conversation: a way out of it, or what is known of the customer. */
export type SideFormKind = WayOut | 'details';

const customerParts = ['name', 'phone', 'email', 'account', 'address'] as const;
type CustomerPart = (typeof customerParts)[number];

/** One thing that a form asks. */
export type FormPart = WayOutPart | CustomerPart;

/** What each form has, in order. */
export const formParts: Readonly<Record<SideFormKind, readonly FormPart[]>> = {
  handover: waysOut.handover.asks,
  callback: waysOut.callback.asks,
  wait: waysOut.wait.asks,
  supervisor: waysOut.supervisor.asks,
  details: customerParts,
};

/** A small form over the conversation, which stays as it is until the form is done. */
export interface SideForm {
  readonly kind: 'form';
  readonly form: SideFormKind;
  readonly index: number;
  readonly texts: readonly TextBuffer[];
  /** Who else works here: one of them takes what is handed over. */
  readonly others: readonly string[];
  readonly fault: Refusal | undefined;
}

/** What was put right about the customer: only the facts that changed. */
export type DetailsChanged = readonly FactChange[];

/**
 * @param others who else works here
 * @returns the form with what is known already in it (P2)
 */
export function openSideForm(
  form: SideFormKind,
  { conversation }: FieldContext,
  others: readonly string[] = [],
): SideForm {
  const { customer } = conversation;
  const known: Partial<Record<FormPart, string | undefined>> = {
    ...customer,
    reach: customer?.phone ?? customer?.email,
  };
  const texts = formParts[form].map((part) =>
    bufferOf(known[part] ?? '', { multiLine: false, maxLength: 500 }),
  );
  return { kind: 'form', form, index: 0, texts, others, fault: undefined };
}

/** @returns the form after a key that types or moves; undefined when the key is none of its own. */
export function typeSideForm(form: SideForm, key: Key, columns: number): SideForm | undefined {
  const buffer = form.texts[form.index];
  const part = formParts[form.form][form.index];
  if (buffer === undefined || part === undefined) return undefined;
  const typed = applyTextKey(buffer, key, columns, 1);
  return (
    typed && {
      ...form,
      texts: form.texts.with(form.index, typed),
      fault: bufferFault(typed, part),
    }
  );
}

/** @returns the form one part back, or undefined at its first part. */
export const formPartBefore = (form: SideForm): SideForm | undefined =>
  form.index === 0 ? undefined : { ...form, index: form.index - 1, fault: undefined };

/** @returns whether a date is asked for in the form. */
export const hasMoment = ({ form }: SideForm): boolean => formParts[form].some(isMoment);

/** @returns what was understood of the date in the form, in full; undefined where there is none. */
export function formEcho(form: SideForm, context: FieldContext): string | undefined {
  const buffer = form.texts[formParts[form.form].findIndex(isMoment)];
  const read = buffer && readMoment(textOf(buffer), context);
  return read !== undefined && 'at' in read
    ? fullMomentForBoth(context, read.at, theirZoneIn(context))
    : undefined;
}

/** What Enter on a form comes to. */
export type FormSubmission =
  | { readonly form: SideForm }
  | { readonly leaving: Leaving }
  | { readonly details: DetailsChanged };

/** @returns the form a part further or with its fault, or what it says once all parts are there. */
export function submitSideForm(form: SideForm, context: FieldContext): FormSubmission {
  const parts = formParts[form.form];
  const part = parts[form.index];
  if (part === 'to') return { form: withWhoTakesIt(form) };
  const fault = part === undefined ? undefined : refusesPart(part, textAt(form, part), context);
  if (fault !== undefined) return { form: { ...form, fault } };
  if (form.index + 1 < parts.length) {
    return { form: { ...form, index: form.index + 1, fault: undefined } };
  }
  return form.form === 'details'
    ? { details: changedDetails(form, context) }
    : { leaving: leavingOf(form, form.form, context) };
}

/** The beginning of a name becomes the name, before it counts. */
function withWhoTakesIt(form: SideForm): SideForm {
  const meant = whoTakesIt(form.others, textAt(form, 'to'));
  if (typeof meant !== 'string') return { ...form, fault: meant };
  const texts = form.texts.with(form.index, bufferOf(meant, { multiLine: false, maxLength: 500 }));
  return { ...form, texts, index: form.index + 1, fault: undefined };
}

/** @returns the form with the part in hand that a refusal by the desk is about. */
export function refusedForm(form: SideForm, fault: Refusal | undefined): SideForm {
  const parts: readonly string[] = formParts[form.form];
  const at = parts.indexOf(fault?.field ?? '');
  return { ...form, index: at === -1 ? form.index : at, fault };
}

function changedDetails(form: SideForm, { conversation }: FieldContext): DetailsChanged {
  return customerParts.flatMap((fact) => {
    const value = textAt(form, fact);
    return value === (conversation.customer?.[fact] ?? '') ? [] : [{ fact, value }];
  });
}

function refusesPart(part: FormPart, text: string, context: FieldContext): Refusal | undefined {
  if (isCustomerPart(part)) return refusesFact(part, text);
  if (part === 'reach') return undefined;
  if (text === '') return refuse('required', {}, part);
  if (!isMoment(part)) return undefined;
  const read = readMoment(text, context);
  if ('reason' in read) {
    return whenNotRead(read.reason, text, part);
  }
  return read.at <= context.occasion.now ? refuse('already_past', {}, part) : undefined;
}

function leavingOf(form: SideForm, way: WayOut, context: FieldContext): Leaving {
  const reason = textAt(form, 'reason');
  switch (way) {
    case 'handover':
      return { way, to: textAt(form, 'to'), reason };
    case 'supervisor':
      return { way, reason };
    case 'wait':
      return { way, until: momentAt(form, 'until', context), reason };
    case 'callback':
      return {
        way,
        at: momentAt(form, 'at', context),
        reach: textAt(form, 'reach'),
        reason,
      };
  }
}

const isMoment = (part: FormPart): boolean => part === 'at' || part === 'until';

const isCustomerPart = (part: FormPart): part is CustomerPart =>
  customerParts.some((name) => name === part);

const textAt = (form: SideForm, part: FormPart): string => {
  const buffer = form.texts[formParts[form.form].indexOf(part)];
  return buffer === undefined ? '' : textOf(buffer).trim();
};

function momentAt(form: SideForm, part: FormPart, context: FieldContext): Millis {
  const read = readMoment(textAt(form, part), context);
  if ('reason' in read) throw new RangeError(`${part} was read before`);
  return millis(read.at);
}

const readMoment = (text: string, context: FieldContext) => {
  const { occasion, zone } = context;
  return readWhen(text.trim(), { now: occasion.now, zone, theirZone: theirZoneIn(context) });
};

const theirZoneIn = ({ conversation }: FieldContext): string | undefined =>
  knownZoneOf(conversation.customer?.phone);
