import { similarText } from '../desk/complaint-text.ts';
import { similarTo } from '../desk/similar.ts';
import { refOf } from '../rules/values.ts';
import type { Talk } from './talk.ts';

/**
 * Tells how complaints like the one in hand were put right, so that the same question gets the same
 * answer (P48); nothing where there are none.
 * @param most how many at most
 */
export async function tellSimilarTo(talk: Talk, most: number): Promise<void> {
  const { desk, voice, conversation } = talk;
  const { state, playbook } = conversation;
  const question = { ...state.answers, except: state.id };
  const found = await talk.attempt(() => similarTo(desk.store.read, question, most));
  if (found === undefined || found.length === 0) return;
  talk.tellHeading(talk.say('plain.page.similar'));
  const teller = { voice, playbook, now: desk.now() };
  for (const one of found) {
    talk.tell('plain.page.line', { text: `${refOf(one.id)}, ${similarText(one, teller)}` });
  }
}
