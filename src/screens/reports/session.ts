import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { askReport, firstQuestion } from '../../reports/ask-report.ts';
import { listedColumns } from '../../reports/behind-row.ts';
import { labelOf } from '../../reports/figure.ts';
import { listFilter } from '../../reports/list-filter.ts';
import { periodNames } from '../../reports/named-period.ts';
import { periodSteps } from '../../reports/period.ts';
import { reportNames } from '../../reports/report.ts';
import type { ReportSource } from '../../reports/report-source.ts';
import { createValueText, type ValueText } from '../../reports/value-text.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { matchBinding } from '../kit/bindings.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { LatestWork, type Overtaken } from '../kit/latest-work.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { pickBindings, type ReportsAction, reportsBindings } from './bindings.ts';
import { type ReportsDoes, reportsEntries } from './entries.ts';
import { movePick, OWN_DATES, openPick } from './picks.ts';
import { Scrolling } from './session/scrolling.ts';
import { Typing } from './session/typing.ts';
import { cellInHand } from './shown-lines.ts';
import type { Pick, ReportsChoice, ReportsStart, ReportsView } from './view.ts';

export type { ReportsChoice, ReportsStart, ReportsView } from './view.ts';

/** Whoever walks through the reports does not wait for those in between, in milliseconds. */
const PAUSE = 60;
const PALETTE_COLUMNS = 100;

/** Shows a report in a browser. @returns what to say about it */
export type OpenPage = (view: ReportsView) => Promise<string>;

/** What the screen works with. */
export interface ReportsParts {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly source: ReportSource;
  readonly openPage: OpenPage;
  readonly onChoice: (choice: ReportsChoice) => void;
}

/** The reports on a screen: keys go in, views come out. It knows nothing of React. */
export class ReportsSession {
  readonly #parts: ReportsParts;
  readonly #listeners = new Set<() => void>();
  readonly #counting = new LatestWork();
  readonly #scrolling: Scrolling;
  readonly #typing: Typing;
  readonly #values: ValueText;
  /** What SQLite said when the report was made. */
  #version: number | undefined;
  #view: ReportsView;

  constructor(parts: ReportsParts, start: ReportsStart) {
    this.#parts = parts;
    this.#values = createValueText(parts.voice.words);
    this.#view = {
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
    };
    const shown = { view: this.view, show: this.#show };
    this.#scrolling = new Scrolling(shown, parts.voice.words);
    this.#typing = new Typing(parts, shown, {
      changed: () => this.#count(),
      interrupt: () => parts.onChoice({ kind: 'interrupt' }),
    });
  }

  view = (): ReportsView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Counts; come back to, only where something was written meanwhile. @returns what stops that */
  begin = (): (() => void) => {
    if (this.#version === undefined || this.#version !== this.#parts.desk.store.dataVersion()) {
      this.#count(0);
    }
    return () => this.#counting.stop();
  };

  /** @param size columns and rows that lines of the report have on the screen */
  resize = (size: { readonly columns: number; readonly rows: number }): void =>
    this.#scrolling.resize(size);

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#take(one);
  };

  /** @returns in words why an action cannot be done now, or undefined when it can. */
  actionReason = (action: ReportsAction): string | undefined => {
    const { words } = this.#parts.voice;
    const { report, filter, counting } = this.#view;
    const needs = action === 'open' || action === 'page';
    // What is shown may still be of another time, or of other complaints.
    if (needs && (counting || report === undefined)) return words.say('reports.not-yet');
    if (action === 'open' && this.#listInHand() === undefined) return words.say('reports.no-list');
    if (action === 'clear' && filter === '') return words.say('reports.no-filter');
    return undefined;
  };

  /** @returns everything that can be done here by its name; among the keys only what has one. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<ReportsDoes>[] =>
    reportsEntries(kind, this.#parts.voice.words, this.actionReason);

  /** @returns the lines of the row in hand; undefined where there is none. */
  linesInHand = (): { readonly from: number; readonly to: number } | undefined =>
    this.#scrolling.rows[this.#view.inHand.row];

  /** @returns the figure in hand, in words, and how many others of its row can be asked about. */
  figureText = (): string => {
    const { words } = this.#parts.voice;
    const held = cellInHand(this.#scrolling.rows, this.#view.inHand);
    if (held === undefined) return '';
    const values = this.#values;
    return words.say('reports.figure', {
      row: values.of(labelOf(held.shown.row)),
      figure: held.title,
      value: values.of(held.cell.value),
      count: listedColumns(held.shown.row).length,
    });
  };

  #take(key: Key): void {
    const { overlay } = this.#view;
    if (overlay === undefined) {
      const action = matchBinding(reportsBindings, key, { typing: false });
      if (action !== undefined) this.#perform(action);
    } else if ('items' in overlay) this.#pick(overlay, key);
    else if ('fault' in overlay) this.#typing.take(overlay, key);
    else this.#find(overlay, key);
  }

  /** Does an action, as its key would; one that cannot be done says why. */
  #perform(action: ReportsAction): void {
    const reason = this.actionReason(action);
    if (reason !== undefined) this.#tell(reason);
    else if (!this.#scrolling.perform(action)) this.#do(action);
  }

  #do(action: ReportsAction): void {
    switch (action) {
      case 'open':
        this.#openList();
        break;
      case 'report':
      case 'period':
      case 'step':
        this.#show({
          overlay: openPick(action, this.#view, this.#parts.voice.words),
          notice: undefined,
        });
        break;
      case 'filter':
        this.#typing.begin('filter');
        break;
      case 'clear':
        this.#show({ filter: '', refusals: [] });
        this.#count();
        break;
      case 'next':
        this.#turn(1);
        break;
      case 'previous':
        this.#turn(-1);
        break;
      case 'again':
        this.#count(0);
        break;
      case 'page':
        void this.#openPage();
        break;
      case 'find':
      case 'keys':
        this.#show({ overlay: openPalette(action), notice: undefined });
        break;
      case 'back':
      case 'quit':
      case 'interrupt':
        this.#parts.onChoice({ kind: action });
        break;
    }
  }

  #turn(by: number): void {
    const { length } = reportNames;
    const at = reportNames.indexOf(this.#view.name);
    const name = reportNames[(at + by + length) % length];
    if (name !== undefined) this.#ask({ name });
  }

  #pick(pick: Pick, key: Key): void {
    const action = matchBinding(pickBindings, key, { typing: false });
    if (action === 'interrupt') this.#parts.onChoice({ kind: 'interrupt' });
    else if (action === 'drop') this.#show({ overlay: undefined });
    else if (action === 'take') this.#choose(pick);
    else if (action !== undefined) this.#show({ overlay: movePick(pick, action) });
  }

  #choose({ kind, items, index }: Pick): void {
    const value = items[index]?.value;
    if (kind === 'report') {
      const name = reportNames.find((each) => each === value);
      this.#ask(name === undefined ? {} : { name });
    } else if (kind === 'step') {
      this.#ask({ step: periodSteps.find((step) => step === value) });
    } else if (value === OWN_DATES) this.#typing.begin('dates');
    else {
      const name = periodNames.find((each) => each === value);
      this.#ask(name === undefined ? {} : { period: { kind: 'named', name } });
    }
  }

  #find(palette: Palette, key: Key): void {
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), PALETTE_COLUMNS);
    if (taken === undefined) {
      const action = matchBinding(reportsBindings, key, { typing: false });
      if (action === 'interrupt') this.#do(action);
    } else if ('palette' in taken) this.#show({ overlay: taken.palette });
    else if ('closed' in taken) this.#show({ overlay: undefined });
    // What cannot be done now says why in its line.
    else if (taken.picked.not === undefined) {
      this.#show({ overlay: undefined });
      const { does } = taken.picked;
      if ('action' in does) this.#perform(does.action);
      else this.#ask({ name: does.report });
    }
  }

  #listInHand(): readonly string[] | undefined {
    return cellInHand(this.#scrolling.rows, this.#view.inHand)?.cell.list;
  }

  /** Leads to the complaints that were counted; a list that no screen has is told as a command. */
  #openList(): void {
    const list = this.#listInHand();
    if (list === undefined) return;
    const filter = listFilter(list);
    if (filter !== undefined) this.#parts.onChoice({ kind: 'list', filter });
    else
      this.#tell(
        this.#parts.voice.words.say('reports.command', { command: `amends ${list.join(' ')}` }),
      );
  }

  async #openPage(): Promise<void> {
    try {
      this.#tell(await this.#parts.openPage(this.#view));
    } catch (error) {
      this.#show({ fault: faultText(this.#parts.voice.words, error) });
    }
  }

  /** Asks for something else, and counts it. */
  #ask(changes: Partial<ReportsView>): void {
    const { name } = this.#view;
    this.#show({ ...changes, overlay: undefined });
    // No report stands under the name of another.
    if (this.#view.name !== name) this.#scrolling.clear();
    this.#count();
  }

  #count(pause = PAUSE): void {
    this.#show({ counting: true, notice: undefined, fault: undefined });
    this.#counting.start(pause, async (overtaken) => {
      try {
        await this.#make(overtaken);
      } catch (error) {
        if (!overtaken()) this.#show({ counting: false, fault: this.#faultText(error) });
      }
    });
  }

  async #make(overtaken: Overtaken): Promise<void> {
    const { desk, voice, source } = this.#parts;
    const { report, refusals } = await askReport(desk, voice.words, source, this.#view);
    if (overtaken()) return;
    this.#version = desk.store.dataVersion();
    this.#show({ report, refusals, counting: false });
    this.#scrolling.lay();
  }

  #faultText(error: unknown) {
    const { words } = this.#parts.voice;
    // The bundle may hold its class more than once, so it is known by its name.
    return error instanceof Error && error.name === 'TooManyPieces'
      ? safeLine(words.say('reports.too-many-pieces'))
      : faultText(words, error);
  }

  #tell(notice: string): void {
    this.#show({ notice: safeLine(notice) });
  }

  readonly #show = (changes: Partial<ReportsView>): void => {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  };
}
