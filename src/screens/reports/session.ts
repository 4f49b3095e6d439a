import { faultText } from '../../desk/fault-text.ts';
import { firstQuestion, type ReportQuestion } from '../../reports/ask-report.ts';
import { reportNames } from '../../reports/report.ts';
import { matchBinding } from '../kit/bindings.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { type ReportsAction, reportsBindings } from './bindings.ts';
import { type ReportsDoes, reportsEntries } from './entries.ts';
import { Behind } from './session/behind.ts';
import { Counting, type CountingParts } from './session/counting.ts';
import { Picking } from './session/picking.ts';
import { isMove, Scrolling } from './session/scrolling.ts';
import { ShownReports } from './session/shown.ts';
import { Typing } from './session/typing.ts';
import { WaitingKeys } from './session/waiting.ts';
import type { ReportsChoice, ReportsStart, ReportsView } from './view.ts';

export type { ReportsChoice, ReportsStart, ReportsView } from './view.ts';

const PALETTE_COLUMNS = 100;

/** Shows a report in a browser. @returns what to say about it */
export type OpenPage = (view: ReportsView) => Promise<string>;

/** What the screen works with. */
export interface ReportsParts extends CountingParts {
  readonly openPage: OpenPage;
  readonly onChoice: (choice: ReportsChoice) => void;
  /** Takes the keys that were typed for where a choice led, which was made when a report was there. */
  readonly onKeysLeft: (keys: readonly Key[]) => void;
}

/** Leaving is for those who do not want to wait. */
const leaving: readonly ReportsAction[] = ['back', 'quit', 'interrupt'];
/** These are about what was counted, and lead to it. */
const showing: readonly ReportsAction[] = ['open', 'page'];

/** The reports on a screen: keys go in, views come out. It knows nothing of React. */
export class ReportsSession {
  readonly #parts: ReportsParts;
  readonly #shown: ShownReports;
  readonly #scrolling: Scrolling;
  readonly #behind: Behind;
  readonly #counting: Counting;
  readonly #picking: Picking;
  readonly #typing: Typing;
  readonly #waiting = new WaitingKeys();
  #hasLeft = false;

  constructor(parts: ReportsParts, start: ReportsStart) {
    const { words } = parts.voice;
    const interrupt = (): void => this.#leave({ kind: 'interrupt' });
    const shown = new ShownReports({
      ...firstQuestion,
      ...start,
      refusals: [],
      report: undefined,
      counting: true,
      lines: [],
      top: 0,
      inHand: { row: 0, column: undefined },
      overlay: undefined,
      fault: undefined,
      notice: undefined,
    });
    this.#parts = parts;
    this.#shown = shown;
    this.#scrolling = new Scrolling(shown, words);
    this.#behind = new Behind(shown, this.#scrolling, words);
    this.#counting = new Counting(parts, shown, this.#scrolling, {
      counted: () => this.#takeWaiting(),
      failed: () => this.#waiting.forget(),
    });
    this.#picking = new Picking(shown, words, {
      asked: (changes) => this.#ask(changes),
      ownDates: () => this.#typing.begin('dates'),
      interrupt,
    });
    this.#typing = new Typing(parts, shown, {
      changed: () => this.#ask({}),
      interrupt,
      read: () => this.#takeWaiting(),
    });
  }

  view = (): ReportsView => this.#shown.view;

  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Counts; come back to, only where something was written meanwhile. @returns what stops that */
  begin = (): (() => void) => this.#counting.begin();

  /** @param size columns and rows that lines of the report have on the screen */
  resize = (size: { readonly columns: number; readonly rows: number }): void =>
    this.#scrolling.resize(size);

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#accept(one);
  };

  /** @returns in words why an action cannot be done now, or undefined when it can. */
  actionReason = (action: ReportsAction): string | undefined => {
    const { words } = this.#parts.voice;
    const { report, filter, counting } = this.#shown.view;
    // What will be there once it is counted, nobody knows yet.
    const isThere = showing.includes(action) && !counting;
    if (isThere && report === undefined) return words.say('reports.not-yet');
    if (isThere && action === 'open' && this.#behind.list === undefined)
      return words.say('reports.no-list');
    if (action === 'clear' && filter === '') return words.say('reports.no-filter');
    return undefined;
  };

  /** @returns everything that can be done here by its name; among the keys only what has one. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<ReportsDoes>[] =>
    reportsEntries(kind, this.#parts.voice.words, this.actionReason);

  /** @returns the lines of the row in hand; undefined where there is none. */
  linesInHand = (): { readonly from: number; readonly to: number } | undefined =>
    this.#scrolling.rows[this.#shown.view.inHand.row];

  /** @returns the figure in hand, in words, and how many others of its row can be asked about. */
  figureText = (): string => this.#behind.text;

  #accept(key: Key): void {
    if (!this.#waiting.holdsAll && !this.#typing.isReading) this.#take(key);
    else if (this.#leavesBy(key)) this.#take(key);
    else this.#waiting.add({ key });
  }

  /** Whoever does not want to wait any longer leaves at once. */
  #leavesBy(key: Key): boolean {
    const action = matchBinding(reportsBindings, key, { typing: false });
    const { overlay } = this.#shown.view;
    return overlay === undefined && action !== undefined && leaving.includes(action);
  }

  /** Does what waited for the report; what was typed behind a key that leads away goes along. */
  #takeWaiting(): void {
    const waited = this.#waiting.takeAll();
    this.#hasLeft = false;
    for (const [at, one] of waited.entries()) {
      if (this.#hasLeft) {
        const rest = waited.slice(at).flatMap((left) => ('key' in left ? [left.key] : []));
        this.#parts.onKeysLeft(rest);
        return;
      }
      if ('action' in one) this.#perform(one.action);
      else this.#accept(one.key);
    }
  }

  #take(key: Key): void {
    const { overlay } = this.#shown.view;
    if (overlay === undefined) {
      const action = matchBinding(reportsBindings, key, { typing: false });
      if (action !== undefined) this.#perform(action);
    } else if ('items' in overlay) this.#picking.take(overlay, key);
    else if ('fault' in overlay) this.#typing.take(overlay, key);
    else this.#find(overlay, key);
  }

  /** Does an action, as its key would; one that cannot be done says why. */
  #perform(action: ReportsAction): void {
    const reason = this.actionReason(action);
    if (reason !== undefined) this.#shown.tell(reason);
    else if (this.#hasToWait(action)) {
      this.#waiting.add({ action });
      // The moves are seen when they are made.
      if (!isMove(action)) this.#shown.tell(this.#parts.voice.words.say('reports.not-yet'));
    } else if (!this.#scrolling.perform(action)) this.#do(action);
  }

  /** What is shown may still be of another time, or of other complaints. */
  #hasToWait(action: ReportsAction): boolean {
    const { counting } = this.#shown.view;
    return counting && (showing.includes(action) || (isMove(action) && this.#counting.isOutdated));
  }

  #do(action: ReportsAction): void {
    switch (action) {
      case 'open':
        this.#behind.open((choice) => this.#leave(choice));
        break;
      case 'report':
      case 'period':
      case 'step':
        this.#picking.begin(action);
        break;
      case 'filter':
        this.#typing.begin('filter');
        break;
      case 'clear':
        this.#shown.show({ refusals: [] });
        this.#ask({ filter: '' });
        break;
      case 'next':
        this.#turn(1);
        break;
      case 'previous':
        this.#turn(-1);
        break;
      case 'again':
        this.#counting.count(0);
        break;
      case 'page':
        void this.#openPage();
        break;
      case 'find':
      case 'keys':
        this.#shown.show({ overlay: openPalette(action), notice: undefined });
        break;
      case 'back':
      case 'quit':
      case 'interrupt':
        this.#waiting.forget();
        this.#leave({ kind: action });
        break;
    }
  }

  #leave(choice: ReportsChoice): void {
    this.#hasLeft = true;
    this.#parts.onChoice(choice);
  }

  /** Asks for something else. Moves that waited were meant for what was asked for before. */
  #ask(changes: Partial<ReportQuestion>): void {
    this.#waiting.forgetMoves();
    this.#counting.ask(changes);
  }

  #turn(by: number): void {
    const { length } = reportNames;
    const at = reportNames.indexOf(this.#shown.view.name);
    const name = reportNames[(at + by + length) % length];
    if (name !== undefined) this.#ask({ name });
  }

  #find(palette: Palette, key: Key): void {
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), PALETTE_COLUMNS);
    if (taken === undefined) {
      const action = matchBinding(reportsBindings, key, { typing: false });
      if (action === 'interrupt') this.#do(action);
    } else if ('palette' in taken) this.#shown.show({ overlay: taken.palette });
    else if ('closed' in taken) this.#shown.show({ overlay: undefined });
    // What cannot be done now says why in its line.
    else if (taken.picked.not === undefined) {
      this.#shown.show({ overlay: undefined });
      const { does } = taken.picked;
      if ('action' in does) this.#perform(does.action);
      else this.#ask({ name: does.report });
    }
  }

  async #openPage(): Promise<void> {
    try {
      this.#shown.tell(await this.#parts.openPage(this.#shown.view));
    } catch (error) {
      this.#shown.show({ fault: faultText(this.#parts.voice.words, error) });
    }
  }
}
