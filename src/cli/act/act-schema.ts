import type { ActionScene, Ask } from '../../desk/actions/action.ts';
import type { Voice } from '../../desk/saying.ts';
import { askLabel } from '../../plain/ask-label.ts';
import type { ActForm } from './act-form.ts';

/** A JSON Schema, or a part of one. */
type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * @param scene what choices are made from: a complaint, or a blank one where none is named
 * @returns the JSON Schema (draft 2020-12) of the files that a command takes. What depends on other
 *   answers, and on the complaint, is left to the rules
 */
export function actSchema(forms: readonly ActForm[], scene: ActionScene, voice: Voice): JsonSchema {
  const each = forms.map((form) => formSchema(form, scene, voice));
  const schema = 'https://json-schema.org/draft/2020-12/schema';
  const [only] = each;
  return each.length === 1 ? { $schema: schema, ...only } : { $schema: schema, anyOf: each };
}

function formSchema({ action }: ActForm, scene: ActionScene, voice: Voice): JsonSchema {
  const asks = action.asks.filter(({ kind }) => kind !== 'pin');
  const needed = asks.filter(
    ({ required, when, usual }) => required && when === undefined && usual === undefined,
  );
  return {
    title: voice.words.say(`do.${action.name}`),
    type: 'object',
    properties: Object.fromEntries(
      asks.map((ask) => [
        ask.name,
        { description: askLabel(voice.words, action.name, ask), ...typeSchema(ask, scene, voice) },
      ]),
    ),
    ...(needed.length === 0 ? {} : { required: needed.map(({ name }) => name) }),
    additionalProperties: false,
  };
}

function typeSchema(ask: Ask, scene: ActionScene, voice: Voice): JsonSchema {
  switch (ask.kind) {
    case 'line':
    case 'passage':
      return {
        type: 'string',
        ...(ask.required ? { minLength: 1 } : {}),
        ...(ask.longest === undefined ? {} : { maxLength: ask.longest }),
      };
    case 'choice': {
      const ids = ask.choices?.(scene, voice).map(({ id }) => id) ?? [];
      // Numbers of promises and the like are the complaint's own: there may be none to name here.
      if (ids.length === 0 || ids.every((id) => /^\d+$/.test(id))) {
        return { type: ['integer', 'string'] };
      }
      return ask.open === true ? { type: 'string', examples: ids } : { enum: ids };
    }
    case 'person':
      return scene.people.length === 0
        ? { type: 'string' }
        : { enum: scene.people.map(({ name }) => name) };
    case 'yes':
      return { type: 'boolean' };
    case 'number': {
      const [minimum, maximum] = ask.range ?? [0, Number.MAX_SAFE_INTEGER];
      return { type: 'integer', minimum, maximum };
    }
    case 'money':
    case 'percent':
      return { type: ['number', 'string'] };
    case 'complaint':
      return { type: ['integer', 'string'], examples: ['C-1042'] };
    default:
      return { type: 'string' };
  }
}
