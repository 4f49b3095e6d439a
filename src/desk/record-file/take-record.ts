import { createSpokenTime } from '../../language/spoken-time.ts';
import type { Answered } from '../../rules/events.ts';
import { missingAtEnd } from '../../rules/flow.ts';
import { openPromises } from '../../rules/promises.ts';
import { type Question, type QuestionName, questions } from '../../rules/questions.ts';
import { refuse } from '../../rules/values.ts';
import { decideFinish } from '../converse.ts';
import { proposedFollowUp } from '../follow-up.ts';
import { readMoment, readPastDay } from '../read-dates.ts';
import type { RecordFile } from './read-record.ts';
import { NO_FOLLOWUP } from './shape.ts';
import { takeCustomer, takeFacts } from './take-customer.ts';
import { takeChosen, takeOffers } from './take-offers.ts';
import { takePromises } from './take-promises.ts';
import { carryOut, fault, type Taking, takeAnswer } from './taking.ts';

/** Takes a record question by question, in the order of a conversation, and ends it. */
export async function takeRecord(taking: Taking, record: RecordFile): Promise<void> {
  for (const question of questions) await takeQuestion(taking, question, record);
  if (taking.faults.length > 0) return nameMissing(taking, record);
  const ending = decideFinish(taking.desk, taking.conversation, taking.now);
  if ('happenings' in ending) return carryOut(taking, 'thanked', ending, 'thanked');
  if (ending.refusals.every(({ code }) => code === 'missing')) return nameMissing(taking, record);
  await carryOut(taking, 'outcome', ending, 'outcome');
}

/** What is not there at all is told beside what is wrong, once each. */
function nameMissing(taking: Taking, record: RecordFile): void {
  const { conversation, faulty } = taking;
  for (const { name } of missingAtEnd(conversation)) {
    // What it improves is told from the cause, when that is there.
    const follows = name === 'improves' && conversation.state.answers.cause === undefined;
    if (!follows && !faulty.has(name)) {
      fault(taking, name, refuse('missing'), pathOf(name, record));
    }
  }
}

async function takeQuestion(taking: Taking, question: Question, record: RecordFile): Promise<void> {
  const { name } = question;
  if (name === 'customer') return takeCustomer(taking, record.customer);
  if (question.about === 'customer') return takeFacts(taking, question, record.customer);
  if (name === 'offers') {
    return record.offers === undefined ? undefined : takeOffers(taking, record.offers);
  }
  if (name === 'promises') return takePromises(taking, record.promises ?? []);
  const said = saidTo(name, record);
  if (said === undefined) return leaveOut(taking, question);
  if (name === 'chosen') return takeChosen(taking, String(said), record.offers ?? []);
  if (name === 'happened' || name === 'followup') return takeDate(taking, name, String(said));
  // Of the right type by the shape of the file; whether it is an answer is for the rule.
  await takeAnswer(taking, { question: name, value: said } as Answered, pathOf(name, record));
}

/** Left out: the usual answer where a true one can be told from the rest, else passed over. */
async function leaveOut(taking: Taking, question: Question): Promise<void> {
  const { conversation } = taking;
  if (!question.asked(conversation)) return;
  const value = usualAnswer(taking, question.name);
  if (value === null && question.required) return;
  await takeAnswer(taking, { question: question.name, value } as Answered, question.name);
}

function usualAnswer(
  { conversation: { state, playbook }, desk, words, now }: Taking,
  question: QuestionName,
): Answered['value'] {
  switch (question) {
    case 'severity':
      return playbook.severities.find(({ usual }) => usual)?.id ?? null;
    case 'takes': {
      const last = Math.max(...openPromises(state).map(({ due }) => due));
      const date = createSpokenTime(words, desk.zone).fullMoment(last);
      return words.say('record.takes', { date });
    }
    case 'improves': {
      const group = state.answers.cause?.split('/')[0];
      return playbook.causes.find(({ id }) => id === group)?.label ?? null;
    }
    case 'followup':
      return proposedFollowUp(playbook.targets, desk.zone, now);
    default:
      return null;
  }
}

async function takeDate(
  taking: Taking,
  question: 'happened' | 'followup',
  said: string,
): Promise<void> {
  const { desk, now } = taking;
  if (question === 'happened') {
    const read = await readPastDay(said, question, desk, now);
    if ('refusal' in read) return fault(taking, question, read.refusal, question);
    return takeAnswer(taking, { question, value: read.day }, question);
  }
  if (said === NO_FOLLOWUP) return takeAnswer(taking, { question, value: null }, question);
  const read = await readMoment(said, question, desk, now);
  if ('refusal' in read) return fault(taking, question, read.refusal, question);
  return takeAnswer(taking, { question, value: read.at }, question);
}

/** Where a question's answer stands in this file, or would stand. */
function pathOf(question: QuestionName, { restated }: RecordFile): string {
  const nested = typeof restated === 'object';
  switch (question) {
    case 'fault':
      return 'apology.fault';
    case 'apology':
      return 'apology.text';
    case 'restated':
      return nested ? 'restated.text' : 'restated';
    case 'confirmed':
      return nested ? 'restated.confirmed' : 'confirmed';
    case 'unconfirmed_reason':
      return nested ? 'restated.reason' : 'unconfirmed_reason';
    default:
      return question;
  }
}

function saidTo(question: QuestionName, record: RecordFile): unknown {
  const { restated, apology } = record;
  const nested = typeof restated === 'object' ? restated : {};
  switch (question) {
    case 'fault':
      return apology?.fault;
    case 'apology':
      return apology?.text;
    case 'restated':
      return typeof restated === 'string' ? restated : nested.text;
    case 'confirmed':
      return nested.confirmed ?? record.confirmed;
    case 'unconfirmed_reason':
      return nested.reason ?? record['unconfirmed_reason'];
    default:
      return record[question];
  }
}
