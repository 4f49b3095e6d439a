import { faultText } from '../desk/fault-text.ts';
import { refusalText } from '../desk/refusal-text.ts';
import type { Voice } from '../desk/saying.ts';
import type { MessageKey, MessageValues } from '../language/messages.ts';
import type { Refusal } from '../rules/values.ts';
import { type SafeText, safeBlock, safeLine } from '../terminal/safe-text.ts';
import { refusesText } from '../terminal/unsafe-input.ts';
import type { Entry, OwnCommand, PromptKind } from './commands.ts';
import { Ended, type Lines } from './lines.ts';

/** What a prompt comes to: text, or a command that is not carried out on the spot. */
export type Answered = Exclude<Entry, { readonly kind: 'telling' }>;

/** What is told and asked in lines, wherever one is: every value that comes from somewhere is made safe. */
export class Telling {
  readonly voice: Voice;
  readonly lines: Lines;
  #sayings: readonly string[] = [];
  #said = 0;

  constructor(voice: Voice, lines: Lines) {
    this.voice = voice;
    this.lines = lines;
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

  /** Says the next of the lines that can be said now. */
  sayAnother(): void {
    if (this.#sayings.length < 2) {
      this.tell('plain.no-more-lines');
      return;
    }
    this.#said = (this.#said + 1) % this.#sayings.length;
    this.tell('plain.say', { line: this.#sayings[this.#said] ?? '' });
  }

  /**
   * Asks for a line until it can be stored.
   * @throws Ended when nobody is there any more
   */
  async typed(prompt: SafeText): Promise<string> {
    for (;;) {
      const line = await this.lines.ask(prompt);
      if (refusesText(line) !== undefined) {
        this.tell('plain.unstorable');
        continue;
      }
      if (this.lines.mayBeCut(line)) this.tell('plain.cut');
      return line;
    }
  }

  /** @returns what the work gives, or undefined when the record could not be written, which is told. */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Ended) throw error;
      this.tellLine(faultText(this.voice.words, error));
      return undefined;
    }
  }
}

/** What questions are asked with: each place reads what is typed in its own way. */
export abstract class Asking extends Telling {
  /**
   * Asks until something is typed that the caller has to know.
   * @throws Ended when nobody is there any more
   */
  abstract ask(prompt: SafeText, kind: PromptKind, own?: readonly OwnCommand[]): Promise<Answered>;
}
