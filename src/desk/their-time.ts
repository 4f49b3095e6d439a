import type { Messages } from '../language/messages.ts';
import { createSpokenTime, type SpokenTime } from '../language/spoken-time.ts';
import type { Voice } from './saying.ts';

/**
 * Says what time it is then where the customer is (P9).
 * @param at epoch milliseconds
 * @param zone theirs, an IANA time zone; undefined where it is not known
 * @returns "12:30 for them", with the day where that is another; undefined where their clocks say the
 *   same as ours
 */
export function theirTime(
  { words, spoken }: Voice,
  at: number,
  zone: string | undefined,
): string | undefined {
  if (zone === undefined) return undefined;
  const theirs = spokenIn(words, zone);
  const sameDay = theirs.fullDay(at) === spoken.fullDay(at);
  if (sameDay && theirs.clock(at) === spoken.clock(at)) return undefined;
  const time = sameDay ? theirs.clock(at) : theirs.fullMoment(at);
  return words.say('when.theirs', { time });
}

/** @returns a moment in full, ours and theirs: how it is echoed before it counts (P9, P27). */
export function fullMomentForBoth(voice: Voice, at: number, zone: string | undefined): string {
  const theirs = theirTime(voice, at, zone);
  const ours = voice.spoken.fullMoment(at);
  return theirs === undefined ? ours : `${ours} (${theirs})`;
}

/** Formats cost milliseconds to build, and a page says the same zone again at every key. */
const made = new Map<string, { readonly words: Messages; readonly spoken: SpokenTime }>();

function spokenIn(words: Messages, zone: string): SpokenTime {
  const known = made.get(zone);
  if (known?.words === words) return known.spoken;
  const spoken = createSpokenTime(words, zone);
  made.set(zone, { words, spoken });
  return spoken;
}
