import type { ActionScene, Ask, GivenValue } from '../../desk/actions/action.ts';
import type { Voice } from '../../desk/saying.ts';
import { foldForSearch } from '../../language/fold.ts';
import type { Choice } from '../../rules/playbook.ts';
import { clamp } from '../kit/clamp.ts';
import type { Key } from '../kit/keys.ts';
import { bufferOf, emptyBuffer, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { optionsOf } from './options.ts';
import { textOfGiven } from './text-of-given.ts';

/** What one part of a form holds: something typed, or one of a list. */
export type AskField = TextAsk | PickAsk;

/** A text, a moment, a number, a sum, a reference or a PIN, as it is typed. */
export interface TextAsk {
  readonly kind: 'text';
  readonly ask: Ask;
  readonly buffer: TextBuffer;
  /** What it was opened with, and the text that stands for it; unchanged, Enter takes it. */
  readonly opened: { readonly value: GivenValue | undefined; readonly text: string };
}

/** One of a list, found by typing a part of it or with the arrow keys. */
export interface PickAsk {
  readonly kind: 'pick';
  readonly ask: Ask;
  readonly buffer: TextBuffer;
  readonly options: readonly Choice[];
  /** Which of the fitting options is in hand; -1 while nothing is decided. */
  readonly index: number;
  /** Which one is in hand while nothing is typed; -1 for none. */
  readonly untyped: number;
}

/** What a field is opened and read with. */
export interface AskContext {
  readonly scene: ActionScene;
  readonly voice: Voice;
  /** IANA time zone of the desk. */
  readonly zone: string;
}

/** The size a field is drawn in, which moving up and down depends on. */
export interface FieldSize {
  readonly columns: number;
  readonly rows: number;
}

const LINE = 500;
const PASSAGE = 4000;

/** @param usual what is taken unless somebody says otherwise */
export function openAsk(ask: Ask, usual: GivenValue | undefined, context: AskContext): AskField {
  if (isPicked(ask)) {
    const options = optionsOf(ask, context);
    const untyped = usualIndex(ask, options, usual, context);
    return {
      kind: 'pick',
      ask,
      buffer: emptyBuffer({ multiLine: false, maxLength: 200 }),
      options,
      index: untyped,
      untyped,
    };
  }
  const text = usual === undefined ? '' : textOfGiven(ask, usual, context);
  const multiLine = ask.kind === 'passage';
  const maxLength = ask.longest ?? (multiLine ? PASSAGE : LINE);
  return {
    kind: 'text',
    ask,
    buffer: bufferOf(text, { multiLine, maxLength }),
    opened: { value: usual, text },
  };
}

const isPicked = ({ kind }: Ask): boolean =>
  kind === 'choice' || kind === 'person' || kind === 'yes';

/**
 * A hurried Enter decides nothing: only what is usual, or the only one there is, is in hand. Whoever
 * acts is no choice for what somebody else is to do.
 */
function usualIndex(
  ask: Ask,
  options: readonly Choice[],
  usual: GivenValue | undefined,
  { scene }: AskContext,
): number {
  const wanted = typeof usual === 'boolean' ? (usual ? 'yes' : 'no') : String(usual);
  const at = options.findIndex(({ id }) => id === wanted);
  if (usual !== undefined && at !== -1) return at;
  if (!ask.required || ask.open === true) return -1;
  const { name } = scene.occasion.agent;
  const others = ask.kind === 'person' ? options.filter(({ id }) => id !== name) : options;
  const [only, second] = others;
  return only !== undefined && second === undefined ? options.indexOf(only) : -1;
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeAsk(field: AskField, key: Key, size: FieldSize): AskField | undefined {
  if (field.kind === 'text') {
    const buffer = applyTextKey(field.buffer, key, size.columns, size.rows);
    return buffer && { ...field, buffer };
  }
  const moved = movedIn(field, key, size.rows);
  if (moved !== undefined) return moved;
  const buffer = applyTextKey(field.buffer, key, size.columns, 1);
  if (buffer === undefined) return undefined;
  const typed = textOf(buffer).trim();
  if (typed === textOf(field.buffer).trim()) return { ...field, buffer };
  return { ...field, buffer, index: typed === '' ? field.untyped : 0 };
}

function movedIn(field: PickAsk, key: Key, rows: number): PickAsk | undefined {
  if (key.kind !== 'key' || key.ctrl || key.alt || key.shift) return undefined;
  const last = fittingOptions(field).length - 1;
  const moves: Partial<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -rows,
    pagedown: rows,
    home: -Infinity,
    end: Infinity,
  };
  const move = moves[key.name];
  return move === undefined ? undefined : { ...field, index: clamp(field.index + move, 0, last) };
}

/** @returns the options that fit what is typed, and last what was typed where that may be taken. */
export function fittingOptions({ ask, buffer, options }: PickAsk): readonly Choice[] {
  const typed = textOf(buffer).trim();
  if (typed === '') return options;
  const tokens = foldForSearch(typed).split(' ').filter(Boolean);
  const starts = ({ label }: Choice): number =>
    Number(!foldForSearch(label).startsWith(tokens[0] ?? ''));
  const fits = options
    .filter(({ id, label, hint }) => {
      const text = foldForSearch(`${label} ${id} ${hint ?? ''}`);
      return tokens.every((token) => text.includes(token));
    })
    .toSorted((a, b) => starts(a) - starts(b));
  return ask.open === true && !fits.some(({ label }) => label === typed)
    ? [...fits, { id: typed, label: typed }]
    : fits;
}
