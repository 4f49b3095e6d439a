import { zoneOfPhone } from '../desk/customers/their-zone.ts';
import { readMoment, readPastDay } from '../desk/read-dates.ts';
import { fullMomentForBoth } from '../desk/their-time.ts';
import { dayText } from '../language/day-text.ts';
import { refusesFuture } from '../rules/promises.ts';
import type { Day, Millis, Refusal } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { MovingCommand, OwnCommand } from './commands.ts';
import { entries } from './numbered.ts';
import type { Talk } from './talk.ts';
import type { Asking } from './telling.ts';

/** What was understood of a date, and how it is said in full; or why nothing was. */
export type DateTyped<Value> =
  | { readonly date: Value; readonly full: string }
  | { readonly refusal: Refusal };

export type DateGiven<Value> =
  | { readonly kind: 'date'; readonly date: Value }
  /** Enter, with nothing typed. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'none' }
  | { readonly kind: 'moving'; readonly command: MovingCommand };

/** Asks for a date. What was understood is told in full, and counts only after an Enter (P27). */
export async function askDate<Value>(
  talk: Asking,
  prompt: SafeText,
  read: (text: string) => Promise<DateTyped<Value>>,
  own: readonly OwnCommand[] = [],
): Promise<DateGiven<Value>> {
  const right = talk.say('plain.right', {
    commands: entries(talk.say('plain.entry.yes'), talk.say('plain.entry.choose')),
  });
  let understood: { readonly date: Value } | undefined;
  for (;;) {
    const entry = await talk.ask(understood === undefined ? prompt : right, 'choose', own);
    if (entry.kind === 'moving') return { kind: 'moving', command: entry.command };
    if (entry.kind === 'own') return { kind: 'none' };
    const text = entry.kind === 'text' ? entry.text.trim() : '';
    if (text === '') {
      return understood === undefined ? { kind: 'enter' } : { kind: 'date', date: understood.date };
    }
    const typed = await read(text);
    understood = undefined;
    if ('refusal' in typed) talk.tellRefusal(typed.refusal);
    else {
      understood = typed;
      talk.tell('plain.understood', { date: typed.full });
    }
  }
}

/** Reads a day that has been. */
export async function readDayTyped({ desk, voice }: Talk, text: string): Promise<DateTyped<Day>> {
  const read = await readPastDay(text, 'happened', desk, desk.now());
  if ('refusal' in read) return read;
  return { date: read.day, full: dayText(read.day, voice.words.language) };
}

/** Reads a moment that lies ahead. */
export async function readMomentTyped(
  { desk, voice, conversation }: Talk,
  text: string,
  field: string,
): Promise<DateTyped<Millis>> {
  const now = desk.now();
  const theirZone = await zoneOfPhone(conversation.customer?.phone, now);
  const read = await readMoment(text, field, { zone: desk.zone, theirZone }, now);
  if ('refusal' in read) return read;
  const refusal = refusesFuture(read.at, now, field);
  if (refusal !== undefined) return { refusal };
  return { date: read.at, full: fullMomentForBoth(voice, read.at, theirZone) };
}
