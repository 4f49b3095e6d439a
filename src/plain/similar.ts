import { similarText } from '../desk/complaint-text.ts';
import { likeItText } from '../desk/similar/tally-text.ts';
import { type SimilarComplaint, similarTo } from '../desk/similar.ts';
import { refOf } from '../rules/values.ts';
import type { Talk } from './talk.ts';

/** More of them nobody listens to while somebody waits. */
const MOST = 10;

/** @returns resolved complaints like the one in hand, the likest first (P48); none where a fault is told. */
export async function similarOf(talk: Talk): Promise<readonly SimilarComplaint[]> {
  const { desk, conversation } = talk;
  const question = { ...conversation.state.answers, except: conversation.state.id };
  const { read } = desk.store;
  return (await talk.attempt(() => similarTo(read, question, MOST))) ?? [];
}

/** Tells how all of them were put right, or that there are none. */
export async function tellSimilar(talk: Talk): Promise<void> {
  const similar = await similarOf(talk);
  if (similar.length === 0) talk.tell('complaint.no-similar');
  tellLikest(talk, similar, MOST);
}

/**
 * Tells how the likest were put right, so that the same question gets the same answer (P48); nothing
 * where there are none.
 */
export function tellLikest(talk: Talk, similar: readonly SimilarComplaint[], most: number): void {
  if (similar.length === 0) return;
  const { desk, voice, conversation } = talk;
  talk.tellHeading(talk.say('plain.page.similar'));
  const teller = { voice, playbook: conversation.playbook, now: desk.now() };
  for (const one of similar.slice(0, most)) {
    talk.tell('plain.page.line', { text: `${refOf(one.id)}, ${similarText(one, teller)}` });
  }
}

/** Mentions in one line that there are any, what became of them, and how to hear them all. */
export function mentionSimilar(talk: Talk, similar: readonly SimilarComplaint[]): void {
  if (similar.length === 0) return;
  const { voice, conversation } = talk;
  const text = likeItText(voice.words, conversation.playbook, similar);
  talk.tell('plain.known.similar', { similar: text });
}
