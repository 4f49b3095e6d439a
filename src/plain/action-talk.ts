import type { Action, ActionScene, Given } from '../desk/actions/action.ts';
import type { Voice } from '../desk/saying.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import {
  type MovingCommand,
  type OwnCommand,
  type PromptKind,
  readEntry,
  type TellingCommand,
} from './commands.ts';
import type { Lines } from './lines.ts';
import type { Reading } from './read-typed.ts';
import { type Answered, Asking } from './telling.ts';

/** What an action is asked with. */
export interface ActionTalkOptions extends Reading {
  readonly action: Action;
  /** The lines to say as far as it is known what was given, the best first. */
  readonly sayings?: (given: Given) => readonly string[];
  /** Tells what is known of the case. */
  readonly tellKnown?: () => Promise<void>;
}

/** From the questions of an action one goes back, or leaves it undone. */
const moving: readonly MovingCommand[] = ['back', 'leave'];
const telling: readonly TellingCommand[] = ['help', 'known', 'say'];

/** The questions of one action, line by line. */
export class ActionTalk extends Asking {
  readonly action: Action;
  readonly zone: string;
  /** What choices and usual values are made from; newer once another window went on. */
  scene: ActionScene;
  readonly #options: ActionTalkOptions;
  #suggested = '';

  constructor(voice: Voice, lines: Lines, options: ActionTalkOptions) {
    super(voice, lines);
    this.action = options.action;
    this.zone = options.zone;
    this.scene = options.scene;
    this.#options = options;
  }

  async ask(
    prompt: SafeText,
    kind: PromptKind,
    own: readonly OwnCommand[] = [],
  ): Promise<Answered> {
    for (;;) {
      const entry = readEntry(await this.typed(prompt), kind, own, moving, telling);
      if (entry.kind !== 'telling') return entry;
      if (entry.command === 'help') this.#tellHelp(kind);
      else if (entry.command === 'say') this.sayAnother();
      else await this.#options.tellKnown?.();
    }
  }

  /** Says what to say, once it is another line than before: it changes with what is given (P28). */
  suggestFor(given: Given): void {
    const sayings = this.#options.sayings?.(given) ?? [];
    const [first = ''] = sayings;
    if (first === this.#suggested) return;
    this.#suggested = first;
    this.suggest(sayings);
  }

  #tellHelp(kind: PromptKind): void {
    this.tell(kind === 'choose' ? 'plain.help.act.choose' : 'plain.help.act.write');
    if (kind === 'passage') this.tell('plain.help.passage');
  }
}
