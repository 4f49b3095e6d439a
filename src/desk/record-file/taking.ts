import type { Messages } from '../../language/messages.ts';
import { refusesAnswer } from '../../rules/answers.ts';
import type { Conversation } from '../../rules/conversation.ts';
import type { Answered, Happening } from '../../rules/events.ts';
import type { QuestionName } from '../../rules/questions.ts';
import type { Millis, Refusal } from '../../rules/values.ts';
import type { Transactor } from '../../store/transactor.ts';
import { append, conversationOf, type Decision } from '../act.ts';
import { decideAnswer } from '../converse.ts';
import { type Desk, occasionOf } from '../desk.ts';

/**
 * A record on its way from a file to the desk, inside one transaction. A fault does not end it: the
 * rest is tried as well, so that all faults are told at once, and then everything is taken back.
 */
export interface Taking {
  readonly tx: Transactor;
  readonly desk: Desk;
  readonly words: Messages;
  readonly now: Millis;
  conversation: Conversation;
  readonly faults: Refusal[];
  /** Questions whose answer has a fault; what only follows from that is not told as well. */
  readonly faulty: Set<QuestionName>;
}

/** Lets happen what was decided. */
export async function happen(taking: Taking, ...happenings: readonly Happening[]): Promise<void> {
  const { tx, desk, conversation, now } = taking;
  const state = await append(tx, desk, conversation.state, happenings, now);
  taking.conversation = await conversationOf(tx, desk, state);
}

/** Lets a decision happen, or keeps why it cannot, with the path in the file that it is about. */
export async function carryOut(
  taking: Taking,
  question: QuestionName,
  decision: Decision,
  path: string,
): Promise<void> {
  if ('refusals' in decision) {
    for (const refusal of decision.refusals) fault(taking, question, refusal, path);
  } else {
    await happen(taking, ...decision.happenings);
  }
}

/** Takes one answer about the complaint; `null` passes the question over. */
export async function takeAnswer(taking: Taking, answer: Answered, path: string): Promise<void> {
  const { desk, conversation, now } = taking;
  const decision = decideAnswer(desk, conversation, answer, now);
  if (!isTooEarly(decision)) return carryOut(taking, answer.question, decision, path);
  // Something before it is missing, which is told by itself: this answer is judged for itself.
  const refusal = refusesAnswer(conversation, answer, occasionOf(desk, now));
  if (refusal !== undefined) return fault(taking, answer.question, refusal, path);
  await happen(taking, { type: 'answered', body: answer });
}

/** @returns whether the only fault is that something required before it is missing. */
export const isTooEarly = (decision: Decision): boolean =>
  'refusals' in decision && decision.refusals.every(({ code }) => code === 'not_yet');

/** Whose faults make an answer look wrong that is not. */
const LEANS_ON: Partial<Record<QuestionName, readonly QuestionName[]>> = {
  unconfirmed_reason: ['confirmed'],
  wish_detail: ['wish'],
  only_reason: ['offers'],
  chosen: ['offers'],
  instead: ['chosen'],
  takes: ['promises'],
  outcome: ['promises', 'done', 'chosen'],
  unsatisfied_reason: ['outcome'],
  followup: ['customer'],
};

const FOLLOWS = ['not_asked', 'no_promise', 'promise_open', 'nothing_done', 'none_chosen'];

/** Keeps why an answer cannot be taken, unless that only follows from another fault. */
export function fault(
  taking: Taking,
  question: QuestionName,
  refusal: Refusal,
  path: string,
): void {
  const leans = LEANS_ON[question]?.some((other) => taking.faulty.has(other)) === true;
  taking.faulty.add(question);
  if (leans && FOLLOWS.includes(refusal.code)) return;
  taking.faults.push({ ...refusal, field: path });
}
