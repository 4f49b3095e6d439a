import { finish } from '../desk/converse.ts';
import type { Acted } from '../desk/desk.ts';
import type { Place } from '../desk/place.ts';
import { recordAnswers } from '../desk/record-answers.ts';
import { sayingFor } from '../desk/saying.ts';
import { redo, type Undone, undo } from '../desk/undo.ts';
import { questionOfEvent } from '../rules/event-question.ts';
import {
  missingBefore,
  nextQuestion,
  questionAfter,
  questionBefore,
  questionsAsked,
} from '../rules/flow.ts';
import {
  isQuestionName,
  LAST_QUESTION,
  type Question,
  type QuestionName,
  questionNamed,
} from '../rules/questions.ts';
import { type Step, steps } from '../rules/steps.ts';
import { refOf } from '../rules/values.ts';
import { askQuestion } from './ask-question.ts';
import type { MovingCommand } from './commands.ts';
import { tellHistory, tellKnown } from './known.ts';
import { askWayOut } from './leaving.ts';
import { goOnWithEarlier, tellRepeats } from './repeats.ts';
import type { Reply } from './reply.ts';
import type { Talk } from './talk.ts';

/** Where the conversation goes on, or how it ended. */
type Next =
  | { readonly at: QuestionName | undefined; readonly draft: string }
  | { readonly end: 'left' };

/**
 * Asks one question after the other until the conversation is at its end or is left.
 * @param place where to begin
 * @throws Ended when nobody is there any more; everything confirmed, and every line of a passage, is
 *   stored by then
 */
export async function converse(talk: Talk, place: Place): Promise<'finished' | 'left'> {
  let at = place.question;
  let draft = place.draft;
  let step: Step | undefined;
  // Text that was typed and not confirmed comes back with its question.
  const drafts = new Map<QuestionName, string>();
  while (talk.conversation.state.finishedAt === undefined) {
    const question = questionAt(talk, at);
    announce(talk, question, question.step !== step);
    step = question.step;
    const kept = draft === '' ? (drafts.get(question.name) ?? '') : draft;
    const reply = await askQuestion(talk, question, kept);
    drafts.set(question.name, reply.kind === 'moving' ? reply.draft : '');
    const next = await follow(talk, question, reply);
    if ('end' in next) return next.end;
    ({ at, draft } = next);
    if (at !== undefined && at !== nextQuestion(talk.conversation)?.name)
      await talk.keep(at, draft);
  }
  tellRecord(talk);
  return 'finished';
}

/** A question that is no longer asked, since another answer has changed, gives way to the next one. */
function questionAt({ conversation }: Talk, at: QuestionName | undefined): Question {
  return (
    questionsAsked(conversation).find(({ name }) => name === at) ??
    nextQuestion(conversation) ??
    questionNamed(LAST_QUESTION)
  );
}

function announce(talk: Talk, question: Question, isNewStep: boolean): void {
  talk.question = question.name;
  if (isNewStep) {
    talk.tell('plain.step', {
      n: String(steps.indexOf(question.step) + 1),
      of: String(steps.length),
      step: talk.say(`step.${question.step}`),
    });
  }
  talk.suggestAt(question.name);
}

async function follow(talk: Talk, question: Question, reply: Reply): Promise<Next> {
  switch (reply.kind) {
    case 'moving':
      return move(talk, question, reply.command, reply.draft);
    case 'same':
      return { at: afterSame(talk, question.name), draft: '' };
    case 'act': {
      const acted = await talk.attempt(() => reply.act(talk.desk, talk.conversation));
      if (acted === undefined) return { at: question.name, draft: reply.draft };
      if (!acted.ok) return refused(talk, acted, question.name, reply.draft);
      const knownBefore = talk.conversation.customer?.id;
      talk.conversation = acted.conversation;
      const { customer } = acted.conversation;
      if (customer !== undefined && customer.id !== knownBefore) await tellHistory(talk);
      await tellRepeats(talk, question.name);
      if (reply.stays) return { at: question.name, draft: '' };
      return finishIfOver(talk);
    }
  }
}

/** With the last answer the conversation is over, unless an earlier one is no longer true. */
async function finishIfOver(talk: Talk): Promise<Next> {
  const open = nextQuestion(talk.conversation);
  if (open !== undefined) return { at: open.name, draft: '' };
  const ended = await talk.attempt(() => finish(talk.desk, talk.conversation));
  if (ended === undefined) return { at: LAST_QUESTION, draft: '' };
  if (!ended.ok) return refused(talk, ended, LAST_QUESTION, '');
  talk.conversation = ended.conversation;
  return { at: undefined, draft: '' };
}

/** A refusal is told, and the question that it is about is asked. */
async function refused(
  talk: Talk,
  acted: Acted & { readonly ok: false },
  at: QuestionName,
  draft: string,
): Promise<Next> {
  for (const refusal of acted.refusals) talk.tellRefusal(refusal);
  const [first] = acted.refusals;
  if (first?.code === 'changed_elsewhere') await talk.reread();
  const about = first?.field;
  if (about !== undefined && isQuestionName(about) && about !== at) return { at: about, draft: '' };
  return { at, draft };
}

/** An answer that stands: on to the question behind it, as far as nothing required is missing. */
function afterSame(talk: Talk, name: QuestionName): QuestionName | undefined {
  const { conversation } = talk;
  const next = questionAfter(conversation, name)?.name;
  if (next === undefined) return nextQuestion(conversation)?.name;
  return missingBefore(conversation, next)?.name ?? next;
}

async function move(
  talk: Talk,
  question: Question,
  command: MovingCommand,
  draft: string,
): Promise<Next> {
  const stay: Next = { at: question.name, draft };
  switch (command) {
    case 'back': {
      const before = questionBefore(talk.conversation, question.name);
      if (before !== undefined) return { at: before.name, draft: '' };
      talk.tell('plain.first');
      return stay;
    }
    case 'undo':
    case 'redo':
      return (await takeBack(talk, command)) ?? stay;
    case 'same':
      return (await sameAsBefore(talk)) ?? stay;
    case 'leave':
      await talk.keep(question.name, draft);
      tellKept(talk);
      return { end: 'left' };
    default: {
      const done = await askWayOut(talk, command);
      if (done.kind === 'moving') return move(talk, question, done.command, draft);
      if (done.kind === 'back') return stay;
      // The desk has set the place to the next question: what was being typed goes back into it.
      await talk.keep(question.name, draft);
      tellKept(talk);
      return { end: 'left' };
    }
  }
}

/** @returns where the earlier complaint goes on; undefined when this is none, which is told. */
async function sameAsBefore(talk: Talk): Promise<Next | undefined> {
  if (!(await goOnWithEarlier(talk))) return undefined;
  const { state } = talk.conversation;
  if (state.finishedAt === undefined) return { at: undefined, draft: '' };
  // Its conversation is over: what was promised there is told, and the day's work goes on from it.
  await tellKnown(talk);
  talk.tell('plain.reference', { reference: refOf(state.id) });
  return { end: 'left' };
}

/** @returns where to go on, or undefined when nothing was taken back, which is told. */
async function takeBack(talk: Talk, command: 'undo' | 'redo'): Promise<Next | undefined> {
  const compensate = command === 'undo' ? undo : redo;
  const done: Undone | undefined = await talk.attempt(() =>
    compensate(talk.desk, talk.conversation),
  );
  if (done === undefined) return undefined;
  if (!done.ok) {
    for (const refusal of done.refusals) talk.tellRefusal(refusal);
    return undefined;
  }
  talk.conversation = done.conversation;
  const question = done.event && questionOfEvent(done.event);
  const what = talk.say(question === undefined ? 'plain.ending' : `question.${question}`);
  talk.tell(command === 'undo' ? 'plain.undone' : 'plain.redone', { what });
  const open = nextQuestion(done.conversation)?.name;
  return { at: command === 'undo' ? (question ?? open) : open, draft: '' };
}

/** The whole record and its reference, at the end. */
function tellRecord(talk: Talk): void {
  const { desk, voice, conversation } = talk;
  talk.question = undefined;
  talk.suggest(sayingFor(desk, conversation, 'farewell', voice));
  talk.tell('plain.finished');
  for (const { label, text } of recordAnswers(conversation, voice)) {
    if (text.includes('\n')) {
      talk.tellHeading(label);
      talk.tellBlock(text);
    } else {
      talk.tellAnswer(label, text);
    }
  }
  talk.tell('plain.reference', { reference: refOf(conversation.state.id) });
}

/** Nothing is lost, and how to go on. */
export function tellKept(talk: Talk): void {
  talk.tell('plain.kept', { reference: refOf(talk.conversation.state.id) });
}
