import type { Desk } from '../desk/desk.ts';
import {
  entriesOfPage,
  type NextStep,
  type Today,
  type TodayEntry,
  type TodayScope,
  todayOf,
  todaySections,
} from '../desk/today.ts';
import { moreText, nextText, type TodayVoice, todayText } from '../desk/today-text.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import { askMenu, type PageCommand } from './menu.ts';
import { tellNumbered } from './numbered.ts';
import type { Telling } from './telling.ts';

/** Where the agent goes from today's page. */
export type TodayReply =
  /** A complaint, with what comes next about it where it stands on the page. */
  | { readonly kind: 'open'; readonly id: ComplaintId; readonly next?: NextStep }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'list'; readonly text: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'reports' }
  /** Somebody else's page, or everybody's. */
  | { readonly kind: 'scope' }
  | { readonly kind: 'again' }
  | { readonly kind: 'quit' };

type TodayCommand = 'new' | 'search' | 'list' | 'reports' | 'mine' | 'quit';

/**
 * Tells today's page in numbered lines, and asks what to do: everything its screen has, for screen
 * readers and plain terminals (P29).
 * @returns where to go
 * @throws Ended when nobody is there any more
 * @throws StoreError when the record cannot be read
 */
export async function askToday(
  telling: Telling,
  desk: Desk,
  scope: TodayScope,
): Promise<TodayReply> {
  const page = await todayOf(desk, scope);
  const entries = entriesOfPage(page);
  const isMine = scope.mine === true || scope.owner !== undefined;
  tellPage(telling, desk, page, isMine);
  const reply = await askMenu(telling, {
    items: entries.map((entry) => ({
      id: refOf(entry.id),
      label: entry.customer ?? telling.say('cli.no-name'),
    })),
    commands: commandsFor(isMine),
    prompted: ['new', 'search', 'list', 'mine', 'reports', 'quit'],
    help: 'plain.today.help',
    exists: async (id) => (await desk.store.read.complaint(id)) !== undefined,
  });
  switch (reply.kind) {
    case 'item': {
      const entry = entries[reply.at];
      return entry === undefined
        ? { kind: 'again' }
        : { kind: 'open', id: entry.id, next: entry.next };
    }
    case 'reference':
      return { kind: 'open', id: reply.id };
    case 'enter':
      return { kind: 'again' };
    case 'command': {
      const { name, behind } = reply;
      if (name === 'search' || name === 'list') return { kind: name, text: behind };
      return { kind: name === 'mine' ? 'scope' : name };
    }
  }
}

const commandsFor = (isMine: boolean): readonly PageCommand<TodayCommand>[] => [
  { name: 'new', letter: 'n', label: 'plain.today.new' },
  { name: 'search', letter: 's', label: 'plain.today.search', takesWords: true },
  { name: 'list', letter: 'l', label: 'plain.today.list', takesWords: true },
  {
    name: 'mine',
    letter: 'm',
    label: isMine ? 'plain.today.everybodys' : 'plain.today.mine',
  },
  { name: 'reports', letter: 'r', label: 'plain.today.reports' },
  { name: 'quit', letter: 'q', label: 'plain.today.quit' },
];

/** The parts under their headings; the numbers run through all of them. */
function tellPage(telling: Telling, desk: Desk, page: Today, isMine: boolean): void {
  const now = desk.now();
  const voice: TodayVoice = {
    ...telling.voice,
    playbook: desk.playbook,
    languages: page.languages,
  };
  const entries = entriesOfPage(page);
  telling.tell('plain.today.title', {
    title: telling.say(isMine ? 'today.title.mine' : 'today.title'),
    now: voice.spoken.fullMoment(now),
  });
  if (entries.length === 0) {
    const keys = { key_new: 'n', key_scope: 'm' };
    telling.tell(isMine ? 'today.nothing.mine' : 'today.nothing', keys);
  }
  for (const section of todaySections) {
    const of = entries.filter((entry) => entry.section === section);
    const [first] = of;
    if (first === undefined) continue;
    telling.tellHeading(telling.say(`plain.today.section.${section}`));
    tellNumbered(
      telling,
      of.map((entry) => ({ id: refOf(entry.id), label: entryText(telling, voice, entry, now) })),
      entries.indexOf(first) + 1,
    );
    const more = page.more[section];
    if (more !== undefined) telling.tellBlock(`  ${moreText(voice, more)}`);
  }
}

function entryText(telling: Telling, voice: TodayVoice, entry: TodayEntry, now: number): string {
  return telling.say('plain.today.entry', {
    reference: refOf(entry.id),
    customer: entry.customer ?? telling.say('cli.no-name'),
    text: todayText(voice, entry, now),
    next: nextText(voice, entry),
  });
}
