import { answerPicked, choiceOnRecord, choicesFor } from '../desk/choices.ts';
import { answer } from '../desk/converse.ts';
import { changeCustomer, passCustomerQuestion } from '../desk/customer.ts';
import type { Answered } from '../rules/events.ts';
import type { Choice } from '../rules/playbook.ts';
import type { Question } from '../rules/questions.ts';
import { refuse } from '../rules/values.ts';
import { called, entries, fitting, type Listed, numbersOf, tellNumbered } from './numbered.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** A longer list is not read out unless somebody asks for it: a part of the words finds it sooner. */
const MOST_READ_OUT = 20;

/** Asks for one of a list, by its number or by a part of its words. */
export async function askChoice(talk: Talk, question: Question): Promise<Reply> {
  const options = choicesFor(talk.voice.words, talk.conversation, question);
  const recorded = choiceOnRecord(talk.conversation, question);
  const usual = options.find((option) => option.usual === true);
  const long = options.length > MOST_READ_OUT;
  let list: readonly Listed[] = long ? [] : options;
  talk.tellHeading(talk.say(`question.${question.name}`));
  tellRecorded(talk, options, recorded);
  tellNumbered(talk, list);
  for (;;) {
    const entry = await talk.ask(
      promptOf(talk, question, { list, options, recorded, usual }),
      question.open === true ? 'write' : 'choose',
      long ? ['all'] : [],
    );
    if (entry.kind === 'moving') return moving(entry.command);
    if (entry.kind === 'own') {
      list = options;
      tellNumbered(talk, list);
      continue;
    }
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    if (typed === '') {
      if (recorded !== undefined) return same;
      if (usual !== undefined) return take(talk, question, usual);
      if (!question.required) return passOver(question);
      talk.tellRefusal(refuse('required', {}, question.name));
      continue;
    }
    const found = look(question, typed, list, options);
    if ('one' in found) return found.one.id === recorded ? same : take(talk, question, found.one);
    list = found.many.length === 0 ? list : found.many;
    if (found.many.length === 0) talk.tell('plain.nothing-fits', { typed });
    else tellNumbered(talk, list);
  }
}

type Found = { readonly one: Listed } | { readonly many: readonly Listed[] };

/** What was typed: a number of the list last told, the name of one, or a part of several. */
function look(
  question: Question,
  typed: string,
  list: readonly Listed[],
  options: readonly Listed[],
): Found {
  const open = question.open === true;
  const literal = open ? /^\\(\d+)$/.exec(typed)?.[1] : undefined;
  const asTyped = (text: string): Listed => ({ id: text, label: text });
  if (literal !== undefined) return { one: asTyped(literal) };
  const numbered = /^\d+$/.test(typed) ? list[Number(typed) - 1] : undefined;
  if (numbered !== undefined) return { one: numbered };
  const exact = called(options, typed);
  if (exact !== undefined) return { one: exact };
  const fits = fitting(options, typed);
  if (open)
    return fits.length === 0 ? { one: asTyped(typed) } : { many: [...fits, asTyped(typed)] };
  const [only] = fits;
  return only !== undefined && fits.length === 1 ? { one: only } : { many: fits };
}

interface Standing {
  readonly list: readonly Listed[];
  readonly options: readonly Choice[];
  readonly recorded: string | undefined;
  readonly usual: Choice | undefined;
}

function promptOf(
  talk: Talk,
  { open, required }: Question,
  { list, options, recorded, usual }: Standing,
) {
  const enter =
    recorded !== undefined
      ? talk.say('plain.entry.keep')
      : usual !== undefined
        ? talk.say('plain.entry.usual', { choice: usual.label })
        : required
          ? undefined
          : talk.say('entry.pass');
  const long = options.length > MOST_READ_OUT;
  return talk.say('plain.which', {
    commands: entries(
      list.length === 0 ? undefined : numbersOf(talk, list),
      long ? talk.say('plain.entry.part') : undefined,
      long ? talk.say('plain.entry.all', { count: String(options.length) }) : undefined,
      open === true ? talk.say('plain.entry.other') : undefined,
      enter,
      talk.say(open === true ? 'plain.entry.write' : 'plain.entry.choose'),
    ),
  });
}

function tellRecorded(talk: Talk, options: readonly Choice[], recorded: string | undefined): void {
  if (recorded === undefined) return;
  const text = options.find(({ id }) => id === recorded)?.label ?? recorded;
  talk.tell('plain.recorded', { text });
}

function take(talk: Talk, question: Question, { id, label }: Listed): Reply {
  talk.tellAnswer(talk.say(`question.${question.name}`), label);
  if (question.about === 'customer') {
    return acting((desk, before) => changeCustomer(desk, before, 'language', id));
  }
  return acting((desk, before) => answer(desk, before, answerPicked(question, id)));
}

function passOver(question: Question): Reply {
  if (question.about === 'customer') {
    return acting((desk, before) => passCustomerQuestion(desk, before, question.name));
  }
  const passed = { question: question.name, value: null } as Answered;
  return acting((desk, before) => answer(desk, before, passed));
}
