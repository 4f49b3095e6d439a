import type { Voice } from '../desk/saying.ts';
import type { MessageKey, MessageValues } from '../language/messages.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Lines } from './lines.ts';

/** Tells one line after the other, each made safe. */
export class ListTeller {
  readonly voice: Voice;
  readonly #lines: Lines;

  constructor(voice: Voice, lines: Lines) {
    this.voice = voice;
    this.#lines = lines;
  }

  tell(key: MessageKey, values: MessageValues = {}): void {
    this.tellLine(this.voice.words.say(key, values));
  }

  tellLine(text: string): void {
    this.#lines.print(`${safeLine(text)}\n` as SafeText);
  }

  /** @throws Ended when nobody is there any more */
  ask(key: MessageKey, values: MessageValues = {}): Promise<string> {
    return this.#lines.ask(`${safeLine(this.voice.words.say(key, values))} ` as SafeText);
  }
}
