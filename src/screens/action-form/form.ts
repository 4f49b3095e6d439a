import type { Action, ActionScene, Ask, Given } from '../../desk/actions/action.ts';
import type { AskName } from '../../desk/actions/names.ts';
import { asksOf, faultsIn, refusesGiven } from '../../desk/actions/run-action.ts';
import type { Desk } from '../../desk/desk.ts';
import { linesForAction, type Speaker, type Voice } from '../../desk/saying.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { bufferFault } from '../kit/buffer-fault.ts';
import { clamp } from '../kit/clamp.ts';
import type { Key } from '../kit/keys.ts';
import { textOf } from '../kit/text-buffer.ts';
import { type AskContext, type AskField, type FieldSize, openAsk, typeAsk } from './ask-field.ts';
import { readAsk } from './read-ask.ts';

/** What is being filled in to do an action; the screen beneath stays as it is until it is done. */
export interface ActionForm {
  readonly kind: 'action';
  readonly action: Action;
  /** As things stood when it was opened; whoever went on since is told of before it counts. */
  readonly scene: ActionScene;
  readonly voice: Voice;
  readonly desk: FormDesk;
  /** What is known from where it was opened, such as the promise in hand. */
  readonly preset: Given;
  /** What can be said now, the best first, and which of it is shown. */
  readonly lines: readonly string[];
  readonly line: number;
  /** What is asked as things stand, in order. */
  readonly fields: readonly AskField[];
  /** Which of them is in hand. */
  readonly index: number;
  /** What was typed or picked by hand, also where it is not asked just now. */
  readonly touched: Readonly<Partial<Record<AskName, AskField>>>;
  readonly fault: Refusal | undefined;
  /** What another window did meanwhile, in words. */
  readonly meanwhile: string | undefined;
}

/** Who speaks, and where they are. */
export type FormDesk = Speaker & Pick<Desk, 'zone'>;

/** What a form is opened with. */
export interface FormOpening {
  readonly action: Action;
  readonly scene: ActionScene;
  readonly voice: Voice;
  readonly desk: FormDesk;
  readonly preset?: Given;
}

/** @returns the form with all that is usual in it, and the first open part in hand. */
export function openForm({ preset = {}, ...opening }: FormOpening): ActionForm {
  const form: ActionForm = {
    kind: 'action',
    ...opening,
    preset,
    lines: [],
    line: 0,
    fields: [],
    index: 0,
    touched: {},
    fault: undefined,
    meanwhile: undefined,
  };
  const whole = held(form);
  const firstOpen = whole.fields.findIndex(({ ask }) => preset[ask.name] === undefined);
  return { ...whole, index: Math.max(0, firstOpen) };
}

/** @returns the same form over what the record holds now, with everything that was typed. */
export function rebased(form: ActionForm, scene: ActionScene): ActionForm {
  return held({ ...form, scene });
}

/** @returns the form after a key, or undefined when the key is none of its own. */
export function typeInForm(form: ActionForm, key: Key, size: FieldSize): ActionForm | undefined {
  const field = form.fields[form.index];
  const typed = field && typeAsk(field, key, size);
  if (typed === undefined) return undefined;
  const { name } = typed.ask;
  return {
    ...held({ ...form, touched: { ...form.touched, [name]: typed } }),
    fault: bufferFault(typed.buffer, name),
  };
}

/** @returns the form one part back, or undefined at its first part. */
export const partBack = (form: ActionForm): ActionForm | undefined =>
  form.index === 0 ? undefined : { ...form, index: form.index - 1, fault: undefined };

/** @returns the form with another line to say. */
export const anotherLine = (form: ActionForm): ActionForm =>
  form.lines.length === 0 ? form : { ...form, line: (form.line + 1) % form.lines.length };

/** @returns what is wrong with the part in hand, as far as something is typed there. */
export function faultInHand(form: ActionForm): Refusal | undefined {
  const field = form.fields[form.index];
  if (field === undefined || (field.kind === 'text' && textOf(field.buffer).trim() === '')) {
    return undefined;
  }
  return field.kind === 'pick' && field.index === -1 ? undefined : refusesField(form, field);
}

/** What Enter comes to: the form a part further or with its fault, or everything that was given. */
export type FormSubmitted = { readonly form: ActionForm } | { readonly given: Given };

/** Takes the part in hand: the next one is in hand then, or all of it is given. */
export function submitPart(form: ActionForm): FormSubmitted {
  const field = form.fields[form.index];
  const fault = field && refusesField(form, field);
  if (fault !== undefined) return { form: { ...form, fault } };
  if (form.index + 1 < form.fields.length) {
    return { form: { ...form, index: form.index + 1, fault: undefined } };
  }
  const given = givenIn(form);
  const [first] = unreadable(form).concat(faultsIn(form.action, form.scene, form.voice, given));
  return first === undefined ? { given } : { form: atFault(form, first) };
}

/** @returns the form with the part in hand that a refusal is about. */
export function atFault(form: ActionForm, fault: Refusal): ActionForm {
  const at = form.fields.findIndex(({ ask }) => ask.name === fault.field);
  return { ...form, index: at === -1 ? form.index : at, fault };
}

/** @returns everything that is in the form and can be read. */
export function givenIn(form: ActionForm): Given {
  const given = form.fields.flatMap((field) => {
    const read = readAsk(field, contextOf(form));
    return 'refusal' in read || read.value === undefined ? [] : [[field.ask.name, read.value]];
  });
  return Object.fromEntries(given) as Given;
}

/** The parts as they follow from what is in them: one may depend on what was given before it. */
function held(form: ActionForm): ActionForm {
  const fields = fieldsOf(form);
  const whole = { ...form, fields, index: clamp(form.index, 0, fields.length - 1) };
  const lines = linesIn(whole);
  return { ...whole, lines, line: clamp(form.line, 0, lines.length - 1) };
}

/** What is said follows what is typed: a new date is told before it is on record (P28). */
const linesIn = (form: ActionForm): readonly string[] => {
  const { action, desk, scene, voice } = form;
  return action.moment === undefined
    ? []
    : linesForAction(desk, scene.conversation, action.moment, voice, givenIn(form));
};

function fieldsOf(form: ActionForm): readonly AskField[] {
  let given: Given = {};
  const fields: AskField[] = [];
  for (const ask of form.action.asks) {
    if (!asksOf(form.action, form.scene, given).includes(ask)) continue;
    const field = fieldOf(form, ask, given);
    const read = readAsk(field, contextOf(form));
    if ('value' in read && read.value !== undefined) given = { ...given, [ask.name]: read.value };
    fields.push(field);
  }
  return fields;
}

function fieldOf(form: ActionForm, ask: Ask, given: Given): AskField {
  const touched = form.touched[ask.name];
  if (touched?.kind === 'text') return touched;
  const usual = form.preset[ask.name] ?? ask.usual?.(form.scene, given);
  const fresh = openAsk(ask, usual, contextOf(form));
  if (touched?.kind !== 'pick' || fresh.kind !== 'pick') return fresh;
  return { ...touched, options: fresh.options };
}

const unreadable = (form: ActionForm): readonly Refusal[] =>
  form.fields.flatMap((field) => {
    const read = readAsk(field, contextOf(form));
    return 'refusal' in read ? [read.refusal] : [];
  });

function refusesField(form: ActionForm, field: AskField): Refusal | undefined {
  const read = readAsk(field, contextOf(form));
  if ('refusal' in read) return read.refusal;
  const { name, required } = field.ask;
  if (field.kind === 'pick' && required && read.value === undefined) {
    return refuse('choose_one', {}, name);
  }
  return refusesGiven(field.ask, form.scene, form.voice, read.value);
}

/** @returns what the fields of a form are opened and read with. */
export const contextOf = ({ scene, voice, desk: { zone } }: ActionForm): AskContext => ({
  scene,
  voice,
  zone,
});
