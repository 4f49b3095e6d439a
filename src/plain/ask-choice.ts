import { answerPicked, choiceOnRecord, choicesFor } from '../desk/choices.ts';
import { answer } from '../desk/converse.ts';
import { changeCustomer, passCustomerQuestion } from '../desk/customer.ts';
import type { Answered } from '../rules/events.ts';
import type { Choice } from '../rules/playbook.ts';
import type { Question } from '../rules/questions.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { Listed } from './numbered.ts';
import { pickFromList } from './pick-from-list.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** Asks for one of a list, by its number or by a part of its words. */
export async function askChoice(talk: Talk, question: Question): Promise<Reply> {
  const options = choicesFor(talk.voice.words, talk.conversation, question);
  const recorded = choiceOnRecord(talk.conversation, question);
  const usual = options.find((option) => option.usual === true);
  talk.tellHeading(talk.say(`question.${question.name}`));
  tellRecorded(talk, options, recorded);
  const picked = await pickFromList(talk, {
    name: question.name,
    options,
    open: question.open === true,
    enter: enterEntry(talk, question, recorded, usual),
  });
  switch (picked.kind) {
    case 'moving':
      return moving(picked.command);
    case 'one':
      return picked.one.id === recorded ? same : take(talk, question, picked.one);
    default:
      if (recorded !== undefined) return same;
      return usual === undefined ? passOver(question) : take(talk, question, usual);
  }
}

function enterEntry(
  talk: Talk,
  { required }: Question,
  recorded: string | undefined,
  usual: Choice | undefined,
): SafeText | undefined {
  if (recorded !== undefined) return talk.say('plain.entry.keep');
  if (usual !== undefined) return talk.say('plain.entry.usual', { choice: usual.label });
  return required ? undefined : talk.say('entry.pass');
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
