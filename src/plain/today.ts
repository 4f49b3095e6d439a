import type { ActionName } from '../desk/actions/names.ts';
import type { Voice } from '../desk/saying.ts';
import {
  entriesOfPage,
  type Today,
  type TodayEntry,
  type TodayScope,
  todaySections,
} from '../desk/today.ts';
import { moreText, nextText, type TodayVoice, todayText } from '../desk/today-text.ts';
import type { MessageKey, MessageValues } from '../language/messages.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Lines } from './lines.ts';

/** Where the agent goes from today's page. */
export type TodayReply =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'resume'; readonly id: ComplaintId }
  | { readonly kind: 'new' }
  | { readonly kind: 'act'; readonly id: ComplaintId; readonly action: ActionName }
  | { readonly kind: 'scope' }
  | { readonly kind: 'again' }
  | { readonly kind: 'quit' };

/** The page with what it is told by. */
export interface ToldToday {
  readonly page: Today;
  readonly scope: TodayScope;
  readonly voice: TodayVoice;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Tells today's page in numbered lines, and asks what to do: everything its screen has, for screen
 * readers and plain terminals.
 * @returns where to go
 * @throws Ended when nobody is there any more
 */
export async function askToday(lines: Lines, told: ToldToday): Promise<TodayReply> {
  tellToday(lines, told);
  const asking = new Asking(lines, told.voice);
  const entries = entriesOfPage(told.page);
  const one = told.scope.mine === true || told.scope.owner !== undefined;
  const commands = [
    ...numbers(entries.length, told.voice),
    told.voice.words.say('plain.today.new'),
    told.voice.words.say(one ? 'plain.today.everybodys' : 'plain.today.mine'),
    told.voice.words.say('plain.today.again'),
    told.voice.words.say('plain.today.quit'),
  ].join(', ');
  for (;;) {
    const typed = await asking.ask('plain.which', { commands });
    const letter = letters[typed.toLowerCase()];
    if (letter !== undefined) return { kind: letter };
    const entry = /^\d+$/.test(typed) ? entries[Number(typed) - 1] : undefined;
    const reply = entry && (await askEntry(asking, entry, told.voice));
    if (reply !== undefined) return reply;
    if (entry === undefined) asking.tell('plain.nothing-fits', { typed });
  }
}

const letters: Readonly<Record<string, 'new' | 'scope' | 'again' | 'quit'>> = {
  n: 'new',
  m: 'scope',
  '': 'again',
  q: 'quit',
};

/** What comes next about a complaint stands first, so that 1 does it. */
async function askEntry(
  asking: Asking,
  entry: TodayEntry,
  voice: TodayVoice,
): Promise<TodayReply | undefined> {
  const { id, next } = entry;
  const { words } = voice;
  asking.tell('plain.heading', { label: refOf(id) });
  const does: TodayReply =
    next === 'resume' ? { kind: next, id } : { kind: 'act', id, action: next };
  const choices: readonly (readonly [string, TodayReply | undefined])[] = [
    [nextText(voice, entry), does],
    [words.say('plain.today.read'), { kind: 'open', id }],
    [words.say('plain.today.back'), undefined],
  ];
  choices.forEach(([choice], at) => {
    asking.tell('plain.numbered', { n: String(at + 1), choice });
  });
  for (;;) {
    const commands = numbers(choices.length, voice).join(', ');
    const typed = await asking.ask('plain.which', { commands });
    const picked = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
    if (picked !== undefined) return picked[1];
    if (typed === '' || typed.toLowerCase() === 'b') return undefined;
    asking.tell('plain.nothing-fits', { typed });
  }
}

/** The parts under their headings; the numbers run through all of them. */
function tellToday(lines: Lines, { page, scope, voice, now }: ToldToday): void {
  const { words } = voice;
  const line = (text: string): void => lines.print(`${safeLine(text)}\n` as SafeText);
  const entries = entriesOfPage(page);
  const mine = scope.mine === true || scope.owner !== undefined;
  const keys = { key_new: 'n', key_scope: 'm' };
  if (entries.length === 0) line(words.say(mine ? 'today.nothing.mine' : 'today.nothing', keys));
  for (const section of todaySections) {
    const of = entries.filter((entry) => entry.section === section);
    if (of.length === 0) continue;
    line(words.say('plain.heading', { label: words.say(`today.section.${section}`) }));
    for (const entry of of) {
      const n = String(entries.indexOf(entry) + 1);
      const customer = entry.customer ?? words.say('cli.no-name');
      const text = todayText(voice, entry, now);
      const next = nextText(voice, entry);
      const said = { reference: refOf(entry.id), customer, text, next };
      line(words.say('plain.numbered', { n, choice: words.say('plain.today.entry', said) }));
    }
    const more = page.more[section];
    if (more !== undefined) line(`     ${moreText(voice, more)}`);
  }
}

function numbers(many: number, { words }: Voice): readonly string[] {
  if (many === 0) return [];
  return [
    many === 1
      ? words.say('plain.entry.one')
      : words.say('plain.entry.numbers', { last: String(many) }),
  ];
}

class Asking {
  readonly #lines: Lines;
  readonly #voice: Voice;

  constructor(lines: Lines, voice: Voice) {
    this.#lines = lines;
    this.#voice = voice;
  }

  tell(key: MessageKey, values: MessageValues): void {
    this.#lines.print(`${this.#said(key, values)}\n` as SafeText);
  }

  async ask(key: MessageKey, values: MessageValues): Promise<string> {
    return (await this.#lines.ask(this.#said(key, values))).trim();
  }

  #said(key: MessageKey, values: MessageValues): SafeText {
    // A blank at the end of a prompt stays where it is.
    const said = this.#voice.words.say(key, values);
    return (safeLine(said.trimEnd()) + (said.endsWith(' ') ? ' ' : '')) as SafeText;
  }
}
