import type { Voice } from '../desk/saying.ts';
import type { MessageKey, MessageValues } from '../language/messages.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import type { Lines } from './lines.ts';
import { Telling } from './telling.ts';

/** Tells one line after the other, each made safe. */
export class ListTeller {
  readonly voice: Voice;
  readonly #telling: Telling;

  constructor(voice: Voice, lines: Lines) {
    this.voice = voice;
    this.#telling = new Telling(voice, lines);
  }

  tell(key: MessageKey, values: MessageValues = {}): void {
    this.tellLine(this.voice.words.say(key, values));
  }

  tellLine(text: string): void {
    this.#telling.tellLine(safeLine(text));
  }

  /** @throws Ended when nobody is there any more */
  ask(key: MessageKey, values: MessageValues = {}): Promise<string> {
    const prompt = safeLine(this.voice.words.say(key, values));
    return this.#telling.typed(`${prompt} ` as SafeText);
  }
}
