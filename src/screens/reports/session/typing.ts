import type { Desk } from '../../../desk/desk.ts';
import { faultText } from '../../../desk/fault-text.ts';
import { completeFilter, readFilter } from '../../../desk/list-page.ts';
import { refusalText } from '../../../desk/refusal-text.ts';
import type { Voice } from '../../../desk/saying.ts';
import { typedPeriod } from '../../../reports/typed-period.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { matchBinding } from '../../kit/bindings.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, setText, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import { entryBindings } from '../bindings.ts';
import type { Entry } from '../view.ts';
import type { ShownReports } from './shown.ts';

const field = { multiLine: false, maxLength: 500 };

/** Where what was typed leads. */
export interface TypingEvents {
  /** Something else is asked for than before. */
  readonly changed: () => void;
  readonly interrupt: () => void;
  /** What was typed has been read. */
  readonly read: () => void;
}

/** A filter, or dates of one's own, typed in one line; nothing is asked before Enter. */
export class Typing {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #shown: ShownReports;
  readonly #events: TypingEvents;
  #isReading = false;

  constructor(
    { desk, voice }: { readonly desk: Desk; readonly voice: Voice },
    shown: ShownReports,
    events: TypingEvents,
  ) {
    this.#desk = desk;
    this.#voice = voice;
    this.#shown = shown;
    this.#events = events;
  }

  /** Whether what was typed is being read; only then it is known what a further key is about. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** Opens the line, with what holds now in it. */
  begin(kind: Entry['kind']): void {
    const { filter, period } = this.#shown.view;
    const text = kind === 'filter' ? filter : period.kind === 'own' ? period.typed : '';
    const overlay: Entry = { kind, buffer: bufferOf(text, field), fault: undefined };
    this.#shown.show({ overlay, notice: undefined });
  }

  take(entry: Entry, key: Key): void {
    const action = matchBinding(entryBindings, key, { typing: true });
    if (action === 'interrupt') this.#events.interrupt();
    else if (action === 'drop') this.#shown.show({ overlay: undefined });
    else if (action === 'take') void this.#guarded(entry, () => this.#confirm(entry));
    else if (action === 'complete') void this.#guarded(entry, () => this.#complete(entry));
    else {
      const buffer = applyTextKey(entry.buffer, key, field.maxLength, 1);
      if (buffer !== undefined)
        this.#shown.show({ overlay: { ...entry, buffer, fault: undefined } });
    }
  }

  async #confirm(entry: Entry): Promise<void> {
    const { words } = this.#voice;
    const typed = textOf(entry.buffer).trim();
    if (entry.kind === 'dates') {
      const stretch = typedPeriod(typed, this.#desk.now(), this.#desk.zone);
      if (stretch === undefined) {
        this.#refuse(entry, words.say('reports.no-dates'));
        return;
      }
      this.#shown.show({ overlay: undefined, period: { kind: 'own', typed, stretch } });
    } else {
      const { filter, refusals } = await readFilter(this.#desk, words, typed);
      const [refusal] = refusals;
      if (refusal !== undefined) {
        this.#refuse(entry, refusalText(words, refusal));
        return;
      }
      if (filter.since !== undefined || filter.until !== undefined) {
        this.#refuse(entry, words.say('reports.dates-elsewhere'));
        return;
      }
      this.#shown.show({ overlay: undefined, filter: typed, refusals: [] });
    }
    this.#events.changed();
  }

  /** Takes the likeliest way to go on with the word at the cursor. */
  async #complete(entry: Entry): Promise<void> {
    if (entry.kind === 'dates') return;
    const { buffer } = entry;
    const { offset } = buffer.cursor;
    const found = await completeFilter(this.#desk, this.#voice.words, textOf(buffer), offset);
    const [first] = found;
    if (first === undefined || this.#shown.view.overlay !== entry) return;
    const text = setText(buffer, first.text);
    const cursor = { paragraph: 0, offset: first.cursor };
    this.#shown.show({ overlay: { ...entry, buffer: { ...text, cursor } } });
  }

  #refuse(entry: Entry, fault: string): void {
    this.#shown.show({ overlay: { ...entry, fault: safeLine(fault) } });
  }

  async #guarded(entry: Entry, work: () => Promise<void>): Promise<void> {
    this.#isReading = true;
    try {
      await work();
    } catch (error) {
      this.#refuse(entry, faultText(this.#voice.words, error));
    }
    this.#isReading = false;
    this.#events.read();
  }
}
