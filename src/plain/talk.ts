import { openConversation } from '../desk/act.ts';
import type { Desk } from '../desk/desk.ts';
import { faultText } from '../desk/fault-text.ts';
import { keepPlace } from '../desk/place.ts';
import { refusalText } from '../desk/refusal-text.ts';
import type { Voice } from '../desk/saying.ts';
import type { MessageKey, MessageValues } from '../language/messages.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { QuestionName } from '../rules/questions.ts';
import type { Refusal } from '../rules/values.ts';
import { type SafeText, safeBlock, safeLine } from '../terminal/safe-text.ts';
import { refusesText } from '../terminal/unsafe-input.ts';
import { type Entry, type OwnCommand, type PromptKind, readEntry } from './commands.ts';
import { tellHelp } from './help.ts';
import { tellKnown } from './known.ts';
import { Ended, type Lines } from './lines.ts';

/** What a prompt comes to: text, or a command that is not carried out on the spot. */
export type Answered = Exclude<Entry, { readonly kind: 'telling' }>;

/** A conversation between the program and the agent, line by line. */
export class Talk {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly lines: Lines;
  conversation: Conversation;
  /** The question in hand, which help is about. */
  question: QuestionName | undefined;
  #sayings: readonly string[] = [];
  #said = 0;

  constructor(desk: Desk, voice: Voice, lines: Lines, conversation: Conversation) {
    this.desk = desk;
    this.voice = voice;
    this.lines = lines;
    this.conversation = conversation;
  }

  /** @returns a message for one line; what is filled in is made safe. */
  say(key: MessageKey, values: MessageValues = {}): SafeText {
    const safe = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : safeLine(value),
    ]);
    return this.voice.words.say(key, Object.fromEntries(safe) as MessageValues) as SafeText;
  }

  /** Tells one line. */
  tell(key: MessageKey, values: MessageValues = {}): void {
    this.tellLine(this.say(key, values));
  }

  tellLine(text: SafeText): void {
    this.lines.print(`${text}\n` as SafeText);
  }

  /** Tells what comes next; a label that is a question ends itself. */
  tellHeading(label: string): void {
    if (label.endsWith('?')) this.tellLine(safeLine(label));
    else this.tell('plain.heading', { label });
  }

  /** Tells an answer with its label. */
  tellAnswer(label: string, text: string): void {
    if (label.endsWith('?')) this.tell('plain.asked', { question: label, text });
    else this.tell('plain.taken', { label, text });
  }

  /** Tells text of several lines, from anywhere. */
  tellBlock(text: string): void {
    this.tellLine(safeBlock(text));
  }

  tellRefusal(refusal: Refusal): void {
    this.tellLine(refusalText(this.voice.words, refusal));
  }

  /** Says what can be said now; the other lines come with the command `say`. */
  suggest(sayings: readonly string[]): void {
    this.#sayings = sayings;
    this.#said = 0;
    const [line] = sayings;
    if (line !== undefined) this.tell('plain.say', { line });
  }

  /**
   * Asks until something is typed that the caller has to know.
   * @throws Ended when nobody is there any more
   */
  async ask(
    prompt: SafeText,
    kind: PromptKind,
    own: readonly OwnCommand[] = [],
  ): Promise<Answered> {
    for (;;) {
      const line = await this.lines.ask(prompt);
      if (refusesText(line) !== undefined) {
        this.tell('plain.unstorable');
        continue;
      }
      if (this.lines.mayBeCut(line)) this.tell('plain.cut');
      const entry = readEntry(line, kind, own);
      if (entry.kind !== 'telling') return entry;
      if (entry.command === 'help') tellHelp(this, kind, own);
      else if (entry.command === 'known') await tellKnown(this);
      else this.#sayAnother();
    }
  }

  #sayAnother(): void {
    if (this.#sayings.length < 2) {
      this.tell('plain.no-more-lines');
      return;
    }
    this.#said = (this.#said + 1) % this.#sayings.length;
    this.tell('plain.say', { line: this.#sayings[this.#said] ?? '' });
  }

  /** Keeps what is typed and not confirmed; a fault of the disk is told and costs nothing typed. */
  async keep(question: QuestionName, draft: string): Promise<void> {
    await this.#orTell(() => keepPlace(this.desk, this.conversation, { question, draft }));
  }

  /** @returns what the work gives, or undefined when the record could not be written, which is told. */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    return this.#orTell(work);
  }

  /** Another window went on with this complaint: looks at it as it is now. */
  async reread(): Promise<void> {
    const fresh = await openConversation(this.desk, this.conversation.state.id);
    if (fresh !== undefined) this.conversation = fresh;
  }

  async #orTell<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Ended) throw error;
      this.tellLine(faultText(this.voice.words, error));
      return undefined;
    }
  }
}
