import { type Question, type QuestionName, questions } from '../../rules/questions.ts';

/**
 * What a record file may hold, said once: the reader checks a file against it, and the JSON Schema is
 * made from it. It is itself made from the questions, so that a new question is a new field.
 */
export type Shape =
  | { readonly kind: 'text'; readonly question?: QuestionName }
  | { readonly kind: 'yes' }
  /** A number, or text with its unit: `29.90 EUR`, `15 %`. */
  | { readonly kind: 'size' }
  /** The number of somebody on record. */
  | { readonly kind: 'number' }
  | {
      readonly kind: 'fields';
      readonly fields: Readonly<Record<string, Shape>>;
      /** Fields without which the rules would refuse it. */
      readonly needed: readonly string[];
    }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Text, or fields. */
  | { readonly kind: 'either'; readonly text: Shape; readonly fields: Shape };

/** The word that stands for a customer who gave no name. */
export const ANONYMOUS = 'anonymous';

/** The word that stands for "we do not get in touch again". */
export const NO_FOLLOWUP = 'none';

const text: Shape = { kind: 'text' };

/** Questions that stand within the field of another one. */
const within: readonly QuestionName[] = ['reach', 'account', 'language', 'fault'];

/** Fields that the file may leave out, because the usual answer is a true one. */
const usual: readonly QuestionName[] = ['severity', 'takes', 'improves'];

/** Required questions that only some answers lead to. */
const sometimes: readonly QuestionName[] = [
  'unconfirmed_reason',
  'wish_detail',
  'only_reason',
  'instead',
  'unsatisfied_reason',
];

/** @returns what a record file as a whole may hold. */
export function recordShape(): Shape & { readonly kind: 'fields' } {
  const asked = questions.filter(({ name }) => !within.includes(name));
  return {
    kind: 'fields',
    fields: {
      // No question of the conversation: whoever asks one is there when it reaches us.
      received: text,
      ...Object.fromEntries(asked.map((question) => [question.name, shapeOf(question)])),
    },
    needed: asked.filter(isNeeded).map(({ name }) => name),
  };
}

/** Needed in every file; the customer's yes may stand beside the main points or with them. */
const isNeeded = ({ name, required }: Question): boolean =>
  required && name !== 'confirmed' && !usual.includes(name) && !sometimes.includes(name);

function shapeOf({ name, kind }: Question): Shape {
  switch (kind) {
    case 'customer':
      return { kind: 'either', text, fields: customer };
    case 'offers':
      return { kind: 'list', of: offer };
    case 'promises':
      return { kind: 'list', of: promise };
    case 'yes':
      return { kind: 'yes' };
    default:
      if (name === 'restated')
        return { kind: 'either', text: questionText(name), fields: restated };
      return name === 'apology' ? apology : questionText(name);
  }
}

const questionText = (question: QuestionName): Shape => ({ kind: 'text', question });

const customer: Shape = {
  kind: 'fields',
  fields: {
    id: { kind: 'number' },
    name: questionText('customer'),
    phone: text,
    email: text,
    account: text,
    address: text,
    language: questionText('language'),
  },
  needed: [],
};

const restated: Shape = {
  kind: 'fields',
  fields: {
    text: questionText('restated'),
    confirmed: { kind: 'yes' },
    reason: questionText('unconfirmed_reason'),
  },
  needed: ['text'],
};

const apology: Shape = {
  kind: 'fields',
  fields: { fault: questionText('fault'), text: questionText('apology') },
  needed: ['fault', 'text'],
};

const offer: Shape = {
  kind: 'fields',
  fields: { remedy: text, amount: { kind: 'size' }, percent: { kind: 'size' } },
  needed: ['remedy'],
};

const promise: Shape = {
  kind: 'fields',
  fields: { what: text, who: text, by: text },
  needed: ['what', 'by'],
};
