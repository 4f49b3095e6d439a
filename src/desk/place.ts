import type { Conversation } from '../rules/conversation.ts';
import { nextQuestion, questionsAsked } from '../rules/flow.ts';
import type { QuestionName } from '../rules/questions.ts';
import type { Desk } from './desk.ts';

/** Where an unfinished conversation stands: the field in hand and what is typed in it so far. */
export interface Place {
  /** Undefined when everything is said and only the ending is left. */
  readonly question: QuestionName | undefined;
  readonly draft: string;
}

/**
 * Keeps the field in hand and its unconfirmed text, so that a closed window or a power cut costs
 * at most the last second of typing. It is a bookmark, not an event. Where the conversation went on
 * meanwhile (an answer, its end, another window), the bookmark is out of date and is not kept.
 * @throws StoreError when the file cannot be written
 */
export function keepPlace(
  desk: Desk,
  conversation: Conversation,
  place: { readonly question: QuestionName; readonly draft: string },
): Promise<void> {
  const { id, revision, owner, finishedAt } = conversation.state;
  return desk.store.transact(async (tx) => {
    if (finishedAt !== undefined || (await tx.revisionOf(id)) !== revision) return;
    const { question, draft } = place;
    await tx.setPlace({ complaint_id: id, question, draft, agent: owner, at: desk.now() });
  });
}

/**
 * @returns where to go on: the kept place, else the first open question. What another conversation
 *   learnt about the customer meanwhile is not asked again (P2).
 */
export async function placeOf(desk: Desk, conversation: Conversation): Promise<Place> {
  const kept = await desk.store.read.place(conversation.state.id);
  const asked = questionsAsked(conversation).find(({ name }) => name === kept?.question);
  if (asked !== undefined) return { question: asked.name, draft: kept?.draft ?? '' };
  return { question: nextQuestion(conversation)?.name, draft: '' };
}
