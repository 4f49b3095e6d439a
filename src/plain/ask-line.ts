import { answer } from '../desk/converse.ts';
import { changeCustomer, passCustomerQuestion } from '../desk/customer.ts';
import { readReach } from '../rules/customer-facts.ts';
import type { Answered } from '../rules/events.ts';
import { isTextAnswer, type Question } from '../rules/questions.ts';
import { refuse } from '../rules/values.ts';
import { entries } from './numbered.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** Asks for one line of text: about the complaint, or how to reach somebody. */
export async function askLine(talk: Talk, question: Question, draft: string): Promise<Reply> {
  const recorded = recordedLine(talk, question);
  const offered = draft !== '' ? draft : recorded === '' ? usualLine(talk, question) : recorded;
  tellOffered(talk, { draft, recorded, offered });
  const prompt = talk.say('plain.when', {
    label: talk.say(`question.${question.name}`),
    entries: entries(
      enterEntry(talk, question, { draft, recorded, offered }),
      talk.say('plain.entry.write'),
    ),
  });
  for (;;) {
    const entry = await talk.ask(prompt, 'write');
    if (entry.kind === 'moving') return moving(entry.command, draft);
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    const text = typed === '' ? offered : typed;
    if (text !== '' && text === recorded) return same;
    const reply =
      question.about === 'customer' ? fact(talk, question, text) : told(talk, question, text);
    if (reply !== undefined) return reply;
  }
}

interface Offered {
  readonly draft: string;
  readonly recorded: string;
  /** What Enter takes. */
  readonly offered: string;
}

function tellOffered(talk: Talk, { draft, recorded, offered }: Offered): void {
  if (recorded !== '') talk.tell('plain.recorded', { text: recorded });
  if (draft !== '') talk.tell('plain.draft', { text: draft });
  else if (recorded === '' && offered !== '') talk.tell('plain.usual', { text: offered });
}

function enterEntry(talk: Talk, { required }: Question, { draft, recorded, offered }: Offered) {
  if (offered !== '') {
    return talk.say(draft === '' && recorded !== '' ? 'plain.entry.keep' : 'plain.entry.draft');
  }
  return required ? undefined : talk.say('entry.pass');
}

/** @returns undefined when it cannot be taken, which is told. */
function told(talk: Talk, { name, required }: Question, text: string): Reply | undefined {
  if (!isTextAnswer(name)) throw new RangeError(`${name} is not told in text`);
  if (text === '' && required) {
    talk.tellRefusal(refuse('required', {}, name));
    return undefined;
  }
  const given = { question: name, value: text === '' ? null : text } as Answered;
  return acting((desk, before) => answer(desk, before, given), text);
}

function fact(talk: Talk, { name }: Question, text: string): Reply | undefined {
  if (text === '') return acting((desk, before) => passCustomerQuestion(desk, before, name));
  if (name !== 'reach') {
    return acting((desk, before) => changeCustomer(desk, before, 'account', text), text);
  }
  const reach = readReach(text);
  if (reach === undefined) {
    talk.tellRefusal(refuse('not_reachable', {}, 'reach'));
    return undefined;
  }
  return acting((desk, before) => changeCustomer(desk, before, reach.fact, reach.value), text);
}

function recordedLine({ conversation }: Talk, { name }: Question): string {
  const { state, customer } = conversation;
  if (name === 'reach') return customer?.phone ?? customer?.email ?? '';
  if (name === 'account') return customer?.account ?? '';
  return isTextAnswer(name) ? (state.answers[name] ?? '') : '';
}

/** What the complaint helps to improve is, to begin with, what went wrong (P31). */
function usualLine({ conversation }: Talk, { name }: Question): string {
  if (name !== 'improves') return '';
  const group = conversation.state.answers.cause?.split('/')[0];
  return conversation.playbook.causes.find(({ id }) => id === group)?.label ?? '';
}
