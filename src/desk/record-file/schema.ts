import { createMessages, type Messages } from '../../language/messages.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { type QuestionName, questionNamed } from '../../rules/questions.ts';
import { ANONYMOUS, NO_FOLLOWUP, recordShape, type Shape } from './shape.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The schema of a record file, made from the questions and this playbook's lists.
 * @param words the language of its descriptions; English when none is given
 * @returns a JSON Schema, draft 2020-12. What depends on other answers (a reason for a single offer,
 *   authority) is left to the rules
 */
export function recordSchema(
  playbook: Playbook,
  words: Messages = createMessages('en'),
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: words.say('schema.title'),
    ...schemaOf(recordShape(), '', { playbook, words }),
  };
}

interface Making {
  readonly playbook: Playbook;
  readonly words: Messages;
}

/** @param path of the field without list numbers: `offers.amount`. */
function schemaOf(shape: Shape, path: string, making: Making): JsonSchema {
  return { ...described(shape, path, making), ...typed(shape, path, making) };
}

function typed(shape: Shape, path: string, making: Making): JsonSchema {
  switch (shape.kind) {
    case 'fields':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([name, field]) => [
            name,
            schemaOf(field, path === '' ? name : `${path}.${name}`, making),
          ]),
        ),
        ...(shape.needed.length === 0 ? {} : { required: shape.needed }),
        additionalProperties: false,
      };
    case 'list':
      return { type: 'array', items: typed(shape.of, path, making) };
    case 'either':
      return {
        anyOf: [typed(shape.text, path, making), typed(shape.fields, path, making)],
      };
    case 'yes':
      // Without thanks a conversation is not at its end (P31).
      return path === 'thanked' ? { const: true } : { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: 1 };
    case 'size':
      return { type: ['number', 'string'] };
    case 'text':
      return { type: 'string', ...textLimits(shape.question, path, making) };
  }
}

function textLimits(
  question: QuestionName | undefined,
  path: string,
  { playbook }: Making,
): JsonSchema {
  if (path === 'customer') return { const: ANONYMOUS };
  const remedies = playbook.remedies.map(({ id }) => id);
  if (path === 'offers.remedy') return { enum: remedies };
  if (path === 'chosen') return { enum: [...remedies, 'neither'] };
  if (question === undefined) return {};
  const { choices, open, longest } = questionNamed(question);
  const ids = choices?.(playbook).map(({ id }) => id);
  return {
    ...(ids === undefined || open === true ? { minLength: 1 } : { enum: ids }),
    ...(ids !== undefined && open === true ? { examples: ids } : {}),
    ...(path === 'followup' ? { examples: [NO_FOLLOWUP] } : {}),
    ...(longest === undefined ? {} : { maxLength: longest }),
  };
}

/** Its own words where a file differs from a conversation, else the question's. */
function described(shape: Shape, path: string, { words }: Making): JsonSchema {
  const own = `schema.${path}`;
  if (words.has(own)) return { description: words.say(own) };
  const question = 'question' in shape ? shape.question : path;
  const label = `question.${question}`;
  return words.has(label) ? { description: words.say(label) } : {};
}
