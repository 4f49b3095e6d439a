import type { Conversation } from './conversation.ts';
import { missingAtEnd } from './flow.ts';
import type { Policy } from './playbook.ts';
import { openPromises } from './promises.ts';
import { refusesStage } from './stages.ts';
import type { ComplaintState } from './state.ts';
import { type AgentName, type Refusal, refOf, refuse } from './values.ts';

/**
 * Whether a complaint can be resolved: the conversation is at its end, and nothing is left to be
 * kept or decided (P26).
 * @returns why not, with what would allow it
 */
export function refusesResolve({ state }: Conversation): Refusal | undefined {
  const reference = refOf(state.id);
  const refusal = refusesStage(state, 'resolve');
  if (refusal !== undefined) return refusal;
  if (state.finishedAt === undefined) return refuse('not_finished', { reference });
  return refusesLoose(state);
}

/**
 * Whether a complaint can be closed: it is resolved, nothing is left to be kept, no answer that
 * matters is missing, and the customer accepted it or knows the decision and its reasons (P26, P30).
 * @returns why not, with what would allow it
 */
export function refusesClose(conversation: Conversation): Refusal | undefined {
  const { state } = conversation;
  const reference = refOf(state.id);
  const refusal = refusesStage(state, 'close') ?? refusesLoose(state);
  if (refusal !== undefined) return refusal;
  const [missing] = missingAtEnd(conversation);
  if (missing !== undefined) {
    return refuse('answer_missing', { reference, question: missing.name });
  }
  if (state.decision !== undefined) return undefined;
  if (isUnsolved(state)) return refuse('not_solved', { reference });
  return state.accepted === true ? undefined : refuse('not_accepted', { reference });
}

/** @returns whether they said, when they were asked last since it was resolved, that it is not (P26, P33). */
export function isUnsolved({ contacts, resolvedAt }: ComplaintState): boolean {
  const asked = contacts.filter(
    ({ kind, satisfied, doneAt }) =>
      kind === 'followup' &&
      satisfied !== undefined &&
      doneAt !== undefined &&
      resolvedAt !== undefined &&
      doneAt >= resolvedAt,
  );
  return asked.at(-1)?.satisfied === false;
}

/** A promise or a question to a supervisor does not end because the complaint should (P28, P29). */
function refusesLoose(state: ComplaintState): Refusal | undefined {
  const reference = refOf(state.id);
  const [promise] = openPromises(state);
  if (promise !== undefined) {
    return refuse('promise_not_kept', { reference, n: promise.n, what: promise.what });
  }
  const approval = state.approvals.find((one) => one.state === 'open');
  return approval && refuse('approval_open', { reference, n: approval.n });
}

/**
 * Whether a complaint that is opened again may go to somebody: by policy, another pair of eyes.
 * @param to who is to look at it
 * @param others whether anybody else works here at all
 */
export function refusesSecondLook(
  { resolvedBy, id }: ComplaintState,
  policy: Policy,
  to: AgentName,
  others: boolean,
): Refusal | undefined {
  if (!policy.reopenByAnother || !others || resolvedBy !== to) return undefined;
  return refuse('same_person_again', { reference: refOf(id), name: to }, 'to');
}
