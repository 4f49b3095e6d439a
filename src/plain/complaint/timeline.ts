import { type PartSource, tellList } from './part.ts';

/** So much of what happened is told at a time. */
const TOLD = 10;

/**
 * Tells what happened, the newest first; an event is undone by its number.
 * @param from how many of the newest are left out, since they were told before
 * @returns how many were told up to now
 */
export function tellTimeline({ telling, desk, page }: PartSource, from = 0): number {
  const { spoken, words } = telling.voice;
  const newest = page.timeline.toReversed();
  const told = newest.slice(from, from + TOLD);
  if (told.length === 0) {
    telling.tell('plain.page.no-more');
    return from;
  }
  tellList(
    telling,
    telling.say(from === 0 ? 'plain.page.happened' : 'plain.page.before'),
    told.map(({ n, at, agent, words: what, takenBack }) =>
      words.say('plain.page.event', {
        n: String(n),
        when: spoken.moment(at, desk.now()),
        agent,
        what: takenBack ? words.say('complaint.taken-back', { what }) : what,
      }),
    ),
  );
  const left = newest.length - from - told.length;
  if (left > 0) telling.tell('plain.page.more', { count: left });
  return from + told.length;
}
