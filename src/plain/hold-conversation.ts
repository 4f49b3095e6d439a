import { beginConversation, type ConversationStart } from '../desk/begin.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../desk/place.ts';
import { createMessages, type Messages } from '../language/messages.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { converse, tellKept } from './converse.ts';
import { Ended, type LineStreams } from './lines.ts';
import { openLines } from './open-lines.ts';
import { Talk } from './talk.ts';

/** What a conversation in lines is held with. */
export interface PlainStreams extends LineStreams {
  /** The language it is held in; English when none is given. */
  readonly words?: Messages | undefined;
}

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
  start: ConversationStart,
  streams: PlainStreams,
): Promise<PlainEnd> {
  const { words = createMessages('en') } = streams;
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const { refusals, ...begun } = await beginConversation(desk, start);
  const lines = await openLines(streams);
  const talk = new Talk(desk, voice, lines, begun);
  // It may go on with an earlier complaint.
  const endedBy = (outcome: PlainEnd['outcome']): PlainEnd => ({
    id: talk.conversation.state.id,
    outcome,
  });
  try {
    for (const refusal of refusals) talk.tellRefusal(refusal);
    const place = await placeOf(desk, talk.conversation);
    return endedBy(await converse(talk, place));
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    // The prompt stands open on its line.
    lines.print('\n' as SafeText);
    tellKept(talk);
    return endedBy(error.how);
  } finally {
    lines.release();
  }
}
