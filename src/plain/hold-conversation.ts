import { openConversation } from '../desk/act.ts';
import { answer } from '../desk/converse.ts';
import type { Desk } from '../desk/desk.ts';
import { takeUp } from '../desk/leave.ts';
import { placeOf } from '../desk/place.ts';
import { startComplaint } from '../desk/start.ts';
import { createMessages, type Messages } from '../language/messages.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { converse, tellKept } from './converse.ts';
import { Ended, type LineStreams, Lines } from './lines.ts';
import { Talk } from './talk.ts';

/** What a conversation in lines is held with. */
export interface PlainStreams extends LineStreams {
  /** The language it is held in; English when none is given. */
  readonly words?: Messages | undefined;
}

/** Which conversation: a new one, by a channel that is known already, or one that was left. */
export type PlainStart =
  | { readonly kind: 'new'; readonly channel?: string | undefined }
  | { readonly kind: 'resume'; readonly id: ComplaintId };

/** How it ended: at its end, left with everything kept, or by Ctrl+C (exit code 130). */
export interface PlainEnd {
  readonly id: ComplaintId;
  readonly outcome: 'finished' | 'left' | 'cancelled';
}

/**
 * Holds a conversation as lines of questions: the same questions, guards and events as the screen,
 * for screen readers, dumb terminals and pipes. Every answer is stored when it is given.
 * @throws RangeError when there is no such complaint to resume
 * @throws StoreError when the record cannot be opened or read
 */
export async function holdConversation(
  desk: Desk,
  start: PlainStart,
  streams: PlainStreams,
): Promise<PlainEnd> {
  const { words = createMessages('en') } = streams;
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const conversation = await begin(desk, start);
  const lines = new Lines(streams);
  const talk = new Talk(desk, voice, lines, conversation);
  const { id } = conversation.state;
  try {
    if (start.kind === 'new' && start.channel !== undefined) await takeChannel(talk, start.channel);
    const place = await placeOf(desk, talk.conversation);
    return { id, outcome: await converse(talk, place) };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    // The prompt stands open on its line.
    lines.print('\n' as SafeText);
    tellKept(talk);
    return { id, outcome: error.how };
  } finally {
    lines.release();
  }
}

async function begin(desk: Desk, start: PlainStart): Promise<Conversation> {
  if (start.kind === 'new') return startComplaint(desk);
  const left = await openConversation(desk, start.id);
  if (left === undefined) throw new RangeError(`there is no complaint ${start.id}`);
  const taken = await takeUp(desk, left);
  return taken.ok ? taken.conversation : left;
}

/** How the complaint reached us may be said beforehand; a channel that is none is asked for. */
async function takeChannel(talk: Talk, channel: string): Promise<void> {
  const { desk, conversation } = talk;
  const acted = await answer(desk, conversation, { question: 'channel', value: channel });
  if (acted.ok) talk.conversation = acted.conversation;
  else for (const refusal of acted.refusals) talk.tellRefusal(refusal);
}
