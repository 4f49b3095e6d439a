import type { Voice } from '../../desk/saying.ts';
import { entriesIn, type TodayEntry, todaySections } from '../../desk/today.ts';
import { moreText, nextText, type TodayVoice, todayText } from '../../desk/today-text.ts';
import { refOf } from '../../rules/values.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import type { TodayView } from './view.ts';

/** One row of the page: an entry, or a text of its own such as the heading of a part. */
export type PageRow =
  | {
      readonly kind: 'entry';
      readonly key: string;
      /** Place among the entries. */
      readonly place: number;
      readonly reference: SafeText;
      readonly customer: SafeText;
      readonly what: SafeText;
      readonly next: SafeText;
      readonly isLate: boolean;
    }
  | {
      readonly kind: 'heading' | 'more';
      readonly key: string;
      readonly text: SafeText;
      readonly isLate: boolean;
    };

/** @returns the page from top to bottom; parts without entries have no heading. */
export function pageRows({ today, now }: TodayView, voice: TodayVoice): readonly PageRow[] {
  const { words } = voice;
  let place = 0;
  return todaySections.flatMap((section): readonly PageRow[] => {
    const entries = entriesIn(today, section);
    if (entries.length === 0) return [];
    const isLate = section === 'late';
    const heading = safeLine(words.say(`today.section.${section}`));
    const rows = entries.map((entry) => entryRow(entry, place++, voice, now));
    const more = today.more[section];
    return [
      { kind: 'heading', key: section, text: heading, isLate },
      ...rows,
      ...(more === undefined
        ? []
        : [
            {
              kind: 'more',
              key: `${section} more`,
              text: safeLine(moreText(voice, more)),
              isLate: false,
            } as const,
          ]),
    ];
  });
}

function entryRow(entry: TodayEntry, place: number, voice: TodayVoice, now: number): PageRow {
  const { id, section, customer, at, kind } = entry;
  return {
    kind: 'entry',
    key: `${section} ${id} ${place}`,
    place,
    reference: safeLine(refOf(id)),
    customer: safeLine(customer ?? voice.words.say('conversation.nobody')),
    what: safeLine(todayText(voice, entry, now)),
    next: safeLine(nextText(voice, entry)),
    // A reminder whose day has come is late among what we wait for.
    isLate: kind === 'wait' && at < now,
  };
}

/** @returns whose page it is: "Today", "Today, mine", "Today, Lejla". */
export function titleOf({ words }: Pick<Voice, 'words'>, { scope }: TodayView): string {
  if (scope.mine === true) return words.say('today.title.mine');
  return scope.owner === undefined
    ? words.say('today.title')
    : words.say('today.title.owner', { owner: scope.owner });
}
