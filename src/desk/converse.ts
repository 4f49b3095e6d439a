import { refusesAnswer } from '../rules/answers.ts';
import { refusesOffers } from '../rules/authority.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { Answered, OfferPut } from '../rules/events.ts';
import { missingAtEnd, missingBefore } from '../rules/flow.ts';
import { openPromises, refusesPromise } from '../rules/promises.ts';
import type { QuestionName } from '../rules/questions.ts';
import { type Millis, type Refusal, refuse } from '../rules/values.ts';
import { act, type Decision, unless, withGivenNow } from './act.ts';
import { type Acted, type Desk, occasionOf } from './desk.ts';

/**
 * Takes one answer. Required questions in front of it must have theirs.
 * @param answer the question and its value; `null` passes an optional question over
 */
export function answer(desk: Desk, before: Conversation, answer: Answered): Promise<Acted> {
  return act(desk, before, (_tx, now) => decideAnswer(desk, before, answer, now));
}

/** What follows from one answer, or why it cannot be taken. */
export function decideAnswer(
  desk: Desk,
  before: Conversation,
  answer: Answered,
  now: Millis,
): Decision {
  const refusal =
    tooEarly(before, answer.question) ?? refusesAnswer(before, answer, occasionOf(desk, now));
  return unless(refusal, { type: 'answered', body: trimmed(answer) });
}

/** Puts remedies before the customer, at least two or with a reason why not (P19, P20). */
export function putOffers(
  desk: Desk,
  before: Conversation,
  offers: readonly OfferPut[],
): Promise<Acted> {
  return act(desk, before, async (tx, now) =>
    decideOffers(desk, await withGivenNow(tx, desk, before, now), offers, now),
  );
}

/** What follows from putting remedies, or every reason why they cannot be put. */
export function decideOffers(
  desk: Desk,
  before: Conversation,
  offers: readonly OfferPut[],
  now: Millis,
): Decision {
  const early = tooEarly(before, 'offers');
  const refusals = early ? [early] : refusesOffers(before, offers, occasionOf(desk, now));
  return refusals.length > 0
    ? { refusals }
    : { happenings: [{ type: 'offered', body: { offers } }] };
}

/** What, by whom, by when. */
export interface PromiseMade {
  readonly what: string;
  readonly who: string;
  readonly due: Millis;
}

/** Writes a promise down; from then on it is kept in sight until it is kept (P28). */
export function promise(desk: Desk, before: Conversation, made: PromiseMade): Promise<Acted> {
  return act(desk, before, (_tx, now) => decidePromise(before, made, now));
}

/** What follows from a promise, or why it cannot be made. */
export function decidePromise(before: Conversation, made: PromiseMade, now: Millis): Decision {
  const body = { what: made.what.trim(), who: made.who.trim(), due: made.due };
  return unless(tooEarly(before, 'promises') ?? refusesPromise(made, now), {
    type: 'promised',
    body,
  });
}

/** Takes a promise back while the customer is still on the line. */
export function withdrawPromise(desk: Desk, before: Conversation, n: number): Promise<Acted> {
  const stands = openPromises(before.state).some((promise) => promise.n === n);
  const refusal = stands ? undefined : refuse('no_such_promise', { n }, 'promises');
  return act(desk, before, () =>
    unless(tooEarly(before, 'promises') ?? refusal, {
      type: 'promise_withdrawn',
      body: { promise: n },
    }),
  );
}

/** That is all that is promised, or nothing is. */
export function settlePromises(desk: Desk, before: Conversation): Promise<Acted> {
  return act(desk, before, () =>
    unless(tooEarly(before, 'promises'), { type: 'promises_settled', body: {} }),
  );
}

/** Ends the conversation: refused while something that matters is not said, with all of it named. */
export function finish(desk: Desk, before: Conversation): Promise<Acted> {
  return act(desk, before, (_tx, now) => decideFinish(desk, before, now));
}

/** What follows from ending, or everything that is still missing. */
export function decideFinish(desk: Desk, before: Conversation, now: Millis): Decision {
  const missing = missingAtEnd(before).map(({ name }) => refuse('missing', {}, name));
  if (missing.length > 0) return { refusals: missing };
  if (before.state.finishedAt !== undefined) return { refusals: [refuse('already_finished')] };
  // The outcome was true when it was given; a promise taken back since can make it untrue.
  const { outcome } = before.state.answers;
  const refusal = refusesAnswer(
    before,
    { question: 'outcome', value: outcome ?? null },
    occasionOf(desk, now),
  );
  return unless(refusal, { type: 'finished', body: {} });
}

/**
 * Going ahead takes the answers that matter; which one is missing is named. A conversation at its
 * end takes no more answers until the end is undone.
 */
export function tooEarly(before: Conversation, name: QuestionName): Refusal | undefined {
  if (before.state.finishedAt !== undefined) return refuse('already_finished', {}, name);
  const missing = missingBefore(before, name);
  return missing && refuse('not_yet', { missing: missing.name }, name);
}

/** Blanks at the ends of a text are typing, not meaning. */
function trimmed(answer: Answered): Answered {
  return typeof answer.value === 'string'
    ? ({ ...answer, value: answer.value.trim() } as Answered)
    : answer;
}
