import { beginConversation, type ConversationStart } from '../desk/begin.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../desk/place.ts';
import type { Voice } from '../desk/saying.ts';
import type { NextStep, TodayScope } from '../desk/today.ts';
import { createMessages } from '../language/messages.ts';
import { createSpokenTime } from '../language/spoken-time.ts';
import type { ReportName } from '../reports/report.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { ComplaintInLines } from './complaint.ts';
import { converse, tellKept } from './converse.ts';
import type { PlainEnd, PlainStreams } from './hold-conversation.ts';
import { Ended, type Lines } from './lines.ts';
import { listInLines } from './list.ts';
import { openLines } from './open-lines.ts';
import { searchInLines } from './search.ts';
import { Talk } from './talk.ts';
import { Telling } from './telling.ts';
import { askToday, type TodayReply } from './today.ts';

/** Where the round begins; leaving that page ends it. */
export type DeskStart =
  | { readonly kind: 'today'; readonly scope?: TodayScope }
  | { readonly kind: 'complaint'; readonly id: ComplaintId }
  | { readonly kind: 'list'; readonly filter?: string }
  | { readonly kind: 'reports'; readonly name?: ReportName }
  | { readonly kind: 'search'; readonly text?: string };

/** How a page was left: for the one before it, or for good. */
type Left = 'back' | 'quit';

/**
 * Works the desk in lines: today's page, complaints with all that can be done to them, lists, the search
 * and conversations, for screen readers, dumb terminals and pipes. From each page one comes back to the
 * one before it.
 * @throws RangeError when there is no such complaint to begin with
 * @throws StoreError when the record cannot be read at first
 */
export async function holdDesk(
  desk: Desk,
  start: DeskStart,
  streams: PlainStreams,
): Promise<Pick<PlainEnd, 'outcome'>> {
  const { words = createMessages('en') } = streams;
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const lines = await openLines(streams);
  try {
    await new Round(desk, voice, lines).begin(start);
    return { outcome: 'left' };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    // The prompt stands open on its line.
    lines.print('\n' as SafeText);
    return { outcome: error.how };
  } finally {
    lines.release();
  }
}

/** The way from page to page and back. */
class Round {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #lines: Lines;
  readonly #telling: Telling;
  /** What else can be typed at a complaint is told once. */
  #hinted = false;

  constructor(desk: Desk, voice: Voice, lines: Lines) {
    this.#desk = desk;
    this.#voice = voice;
    this.#lines = lines;
    this.#telling = new Telling(voice, lines);
  }

  async begin(start: DeskStart): Promise<void> {
    switch (start.kind) {
      case 'today':
        await this.#today(start.scope ?? {});
        break;
      case 'complaint':
        if ((await this.#complaint(start.id)) === undefined) {
          throw new RangeError(`there is no complaint ${start.id}`);
        }
        break;
      case 'list':
        await this.#list(start.filter ?? '');
        break;
      case 'reports':
        await this.#reports(start.name);
        break;
      case 'search':
        await this.#search(start.text ?? '');
        break;
    }
  }

  async #today(scope: TodayScope): Promise<void> {
    let shown = scope;
    for (;;) {
      const reply = await askToday(this.#telling, this.#desk, shown);
      switch (reply.kind) {
        case 'quit':
          return;
        case 'scope':
          shown = shown.mine === true || shown.owner !== undefined ? {} : { mine: true };
          break;
        case 'again':
          break;
        default:
          if ((await this.#guarded(() => this.#from(reply))) === 'quit') return;
      }
    }
  }

  #from(
    reply: Exclude<TodayReply, { readonly kind: 'quit' | 'scope' | 'again' }>,
  ): Promise<Left | undefined> {
    switch (reply.kind) {
      case 'open':
        return this.#complaint(reply.id, reply.next);
      case 'search':
        return this.#search(reply.text);
      case 'list':
        return this.#list(reply.text);
      case 'reports':
        return this.#reports();
      case 'new':
        return this.#conversation({ kind: 'new' });
    }
  }

  /** @returns undefined when there is no such complaint, which is told */
  async #complaint(id: ComplaintId, next?: NextStep): Promise<Left | undefined> {
    const complaint = await ComplaintInLines.open(this.#telling, this.#desk, id, next);
    if (complaint === undefined) {
      this.#telling.tell('plain.menu.no-such', { n: String(id) });
      return undefined;
    }
    complaint.tell(!this.#hinted);
    this.#hinted = true;
    for (;;) {
      const reply = await complaint.ask();
      if (reply.kind === 'back' || reply.kind === 'quit') return reply.kind;
      const left = await this.#guarded(() =>
        reply.kind === 'open'
          ? this.#complaint(reply.id)
          : this.#conversation({ kind: 'resume', id: reply.id }),
      );
      if (left === 'quit') return left;
      await complaint.tellAnew();
    }
  }

  async #list(filter: string): Promise<Left> {
    const open = async (id: ComplaintId) => (await this.#complaint(id)) ?? 'back';
    for (;;) {
      const start = filter === '' ? {} : { filter };
      const choice = await listInLines(this.#desk, this.#voice, this.#lines, start, open);
      if (choice.kind === 'quit' || choice.kind === 'back') return choice.kind;
      if (choice.kind === 'open') continue;
      const left =
        choice.kind === 'search'
          ? await this.#search(choice.text)
          : await this.#conversation({ kind: 'new' });
      if (left === 'quit') return left;
    }
  }

  async #search(text: string): Promise<Left> {
    const open = async (id: ComplaintId) => (await this.#complaint(id)) ?? 'back';
    for (;;) {
      const choice = await searchInLines(this.#desk, this.#voice, this.#lines, text, open);
      if (choice.kind === 'back' || choice.kind === 'quit') return choice.kind;
      if (choice.kind === 'open') continue;
      if ((await this.#list(choice.filter)) === 'quit') return 'quit';
    }
  }

  /** Which report is asked first, where nobody said. What figures take is loaded only now. */
  async #reports(name?: ReportName): Promise<Left> {
    const { openReportsInLines } = await import('./open-reports.ts');
    const reports = openReportsInLines(this.#telling, this.#desk, name);
    if (name !== undefined) await reports.begin();
    for (;;) {
      const choice = await reports.ask();
      if (!('filter' in choice || 'id' in choice)) return choice.kind;
      const going = (): Promise<Left | undefined> =>
        'filter' in choice ? this.#list(choice.filter) : this.#complaint(choice.id);
      if ((await this.#guarded(going)) === 'quit') return 'quit';
    }
  }

  /** Holds a conversation as it is held by itself; whoever leaves it is back on the page. */
  async #conversation(start: ConversationStart): Promise<Left> {
    const { refusals, ...begun } = await beginConversation(this.#desk, start);
    const talk = new Talk(this.#desk, this.#voice, this.#lines, begun);
    for (const refusal of refusals) talk.tellRefusal(refusal);
    try {
      await converse(talk, await placeOf(this.#desk, talk.conversation));
      return 'back';
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      this.#lines.print('\n' as SafeText);
      tellKept(talk);
      throw error;
    }
  }

  /** A fault of the record is told, and one is back where one was. */
  #guarded<Result>(going: () => Promise<Result>): Promise<Result | undefined> {
    return this.#telling.attempt(going);
  }
}
