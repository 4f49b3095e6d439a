import { historyOf } from '../desk/find-customers.ts';
import { summaryText } from '../desk/summary-text.ts';
import { summarise } from '../rules/summary.ts';
import { refOf } from '../rules/values.ts';
import { similarOf, tellLikest } from './similar.ts';
import type { Talk } from './talk.ts';

/** More similar cases nobody listens to. */
const SIMILAR = 5;

/** Tells what is known of this case, and of those like it, so that nothing is asked twice (P2, P8, P48). */
export async function tellKnown(talk: Talk): Promise<void> {
  const { voice, conversation } = talk;
  talk.tellBlock(summaryText(voice, summarise(conversation), conversation.playbook));
  await tellHistory(talk);
  tellLikest(talk, await similarOf(talk), SIMILAR);
}

/** Tells what was before: promises to this customer that are open, and their earlier complaints (P39). */
export async function tellHistory(talk: Talk): Promise<void> {
  const { desk, voice, conversation } = talk;
  const { customer, state } = conversation;
  if (customer === undefined) return;
  const { earlier, promises } = await historyOf(desk, customer.id, state.id);
  for (const { what, due } of promises) {
    const date = voice.spoken.fullDay(due);
    talk.tell('plain.known', { text: talk.say('plain.known.promise', { what, date }) });
  }
  const [last] = earlier;
  if (last === undefined) return;
  const text = talk.say('plain.known.earlier', {
    count: earlier.length,
    reference: refOf(last.id),
    ago: voice.spoken.fromNow(last.openedAt, desk.now()),
  });
  talk.tell('plain.known', { text });
}
