import type { Ask, GivenValue } from '../desk/actions/action.ts';
import { refusesGiven } from '../desk/actions/run-action.ts';
import type { Millis } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { ActionTalk } from './action-talk.ts';
import { askDate, type DateTyped } from './ask-date.ts';
import { askLabel } from './ask-label.ts';
import { askOptions } from './ask-options.ts';
import { capitalised } from './capitalised.ts';
import type { MovingCommand } from './commands.ts';
import { givenText } from './given-text.ts';
import { entries } from './numbered.ts';
import { pickFromList } from './pick-from-list.ts';
import { readTyped } from './read-typed.ts';

/** What asking one thing of an action comes to. */
export type AskReply =
  /** Undefined where it is left out. */
  | { readonly kind: 'given'; readonly value: GivenValue | undefined }
  /** Elsewhere; `draft` is what was typed and not ended. */
  | { readonly kind: 'moving'; readonly command: MovingCommand; readonly draft?: string };

/** A value in brackets is short; a longer one has a line of its own. In UTF-16 units. */
const SHORT = 40;

/**
 * Asks one thing of an action until there is an answer that can be taken: the one place where a kind of
 * thing becomes lines of text.
 * @param current what Enter takes: what was given before, or what is usual
 */
export async function askAction(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): Promise<AskReply> {
  switch (ask.kind) {
    case 'choice':
    case 'person':
    case 'yes':
      return askListed(talk, ask, current);
    case 'passage':
      return askPassage(talk, ask, current);
    case 'moment':
      return askMoment(talk, ask, current);
    case 'pin':
      return askPin(talk, ask);
    default:
      return askTyped(talk, ask, current);
  }
}

async function askListed(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): Promise<AskReply> {
  talk.tellHeading(labelOf(talk, ask));
  const picked = await pickFromList(talk, {
    name: ask.name,
    options: askOptions(talk, ask),
    open: ask.open === true,
    enter: enterEntry(talk, ask, current),
    none: canBeEmptied(ask, current),
  });
  switch (picked.kind) {
    case 'moving':
      return picked;
    case 'none':
      return nothing;
    case 'enter':
      return { kind: 'given', value: current };
    case 'one': {
      const { id, label } = picked.one;
      const value = ask.kind === 'yes' ? id === 'yes' : id;
      if (!taken(talk, ask, value)) return askListed(talk, ask, current);
      talk.tellAnswer(labelOf(talk, ask), label);
      return { kind: 'given', value };
    }
  }
}

/** A line, a number, a sum, a share, a reference. */
async function askTyped(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): Promise<AskReply> {
  const prompt = promptOf(talk, ask, current);
  const isText = ask.kind === 'line';
  const own = canBeEmptied(ask, current) ? (['none'] as const) : [];
  for (;;) {
    const entry = await talk.ask(prompt, isText ? 'write' : 'choose', own);
    if (entry.kind === 'moving') return entry;
    if (entry.kind === 'own') return nothing;
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    if (typed === '') {
      if (taken(talk, ask, current)) return { kind: 'given', value: current };
      continue;
    }
    const read = await readTyped(ask, typed, talk);
    if ('refusal' in read) talk.tellRefusal(read.refusal);
    else if (taken(talk, ask, read.value)) return { kind: 'given', value: read.value };
  }
}

/** A moment counts once it was said back in full and confirmed (P27). */
async function askMoment(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): Promise<AskReply> {
  const prompt = promptOf(talk, ask, current, talk.say('when.ahead'));
  const read = async (text: string): Promise<DateTyped<Millis>> => {
    const typed = await readTyped(ask, text, talk);
    if ('refusal' in typed) return typed;
    const refusal = refusesGiven(ask, talk.scene, talk.voice, typed.value);
    if (refusal !== undefined) return { refusal };
    return { date: Number(typed.value) as Millis, full: givenText(talk, ask, typed.value) };
  };
  for (;;) {
    const own = canBeEmptied(ask, current) ? (['none'] as const) : [];
    const given = await askDate<Millis>(talk, prompt, read, own);
    if (given.kind === 'moving') return given;
    if (given.kind === 'none') return nothing;
    const value = given.kind === 'date' ? given.date : current;
    if (taken(talk, ask, value)) return { kind: 'given', value };
  }
}

async function askPassage(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): Promise<AskReply> {
  const before = typeof current === 'string' ? current : '';
  if (before !== '') {
    talk.tell('plain.draft-lines');
    talk.tellBlock(before);
  }
  talk.tell('plain.passage', { label: labelOf(talk, ask) });
  if (before !== '') talk.tell('plain.passage.keep');
  else if (!ask.required) talk.tell('plain.passage.pass');
  let lines: readonly string[] = [];
  for (;;) {
    const entry = await talk.ask('' as SafeText, 'passage', ['again', 'none']);
    switch (entry.kind) {
      case 'moving':
        return { ...entry, ...(lines.length === 0 ? {} : { draft: lines.join('\n') }) };
      case 'own':
        if (entry.command === 'none' && !ask.required) return nothing;
        talk.tell('plain.passage.again');
        lines = [];
        break;
      case 'text':
        lines = [...lines, entry.text];
        break;
      case 'end': {
        const text = lines.join('\n').trim() || before;
        if (taken(talk, ask, text)) {
          return { kind: 'given', value: text === '' ? undefined : text };
        }
        if (lines.length > 0) talk.tell('plain.passage.go-on');
        break;
      }
    }
  }
}

/** Nothing that is typed here is a command: it may be anybody's PIN. Enter alone goes back. */
async function askPin(talk: ActionTalk, ask: Ask): Promise<AskReply> {
  const prompt = talk.say('plain.when', {
    label: labelOf(talk, ask),
    entries: talk.say('plain.entry.unseen'),
  });
  const typed = await talk.lines.askUnseen(prompt);
  return typed === '' ? { kind: 'moving', command: 'back' } : { kind: 'given', value: typed };
}

const nothing: AskReply = { kind: 'given', value: undefined };

/** Whether a value can be taken; why not is told. */
function taken(talk: ActionTalk, ask: Ask, value: GivenValue | undefined): boolean {
  const refusal = refusesGiven(ask, talk.scene, talk.voice, value);
  if (refusal !== undefined) talk.tellRefusal(refusal);
  return refusal === undefined;
}

const canBeEmptied = ({ required }: Ask, current: GivenValue | undefined): boolean =>
  !required && current !== undefined;

function promptOf(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
  such?: SafeText,
): SafeText {
  return talk.say('plain.when', {
    label: labelOf(talk, ask),
    entries: entries(
      such,
      enterEntry(talk, ask, current),
      canBeEmptied(ask, current)
        ? talk.say(ask.kind === 'line' ? 'plain.entry.write-none' : 'plain.entry.none')
        : undefined,
      talk.say(ask.kind === 'line' ? 'plain.entry.write' : 'plain.entry.choose'),
    ),
  });
}

/** What Enter does; a long value is told before. */
function enterEntry(
  talk: ActionTalk,
  ask: Ask,
  current: GivenValue | undefined,
): SafeText | undefined {
  if (current === undefined) return ask.required ? undefined : talk.say('entry.pass');
  const text = givenText(talk, ask, current);
  if (text.length <= SHORT) return talk.say('plain.entry.usual', { choice: text });
  talk.tell('plain.usual', { text });
  return talk.say('plain.entry.draft');
}

function labelOf({ voice: { words }, action }: ActionTalk, ask: Ask): string {
  return capitalised(askLabel(words, action.name, ask), words);
}
