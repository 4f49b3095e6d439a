import type { Desk } from '../../../desk/desk.ts';
import { faultText } from '../../../desk/fault-text.ts';
import type { Voice } from '../../../desk/saying.ts';
import { askReport, type ReportQuestion } from '../../../reports/ask-report.ts';
import type { ReportSource } from '../../../reports/report-source.ts';
import { type SafeText, safeLine } from '../../../terminal/safe-text.ts';
import { LatestWork, type Overtaken } from '../../kit/latest-work.ts';
import type { Scrolling } from './scrolling.ts';
import type { ShownReports } from './shown.ts';

/** Whoever walks through the reports does not wait for those in between, in milliseconds. */
const PAUSE = 60;

/** What reports are counted with. */
export interface CountingParts {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly source: ReportSource;
}

/** What is heard of a report that was counted. */
export interface CountingEvents {
  readonly counted: () => void;
  readonly failed: () => void;
}

/** Counts the report that is asked for, beside the keys; only the newest question is answered. */
export class Counting {
  readonly #parts: CountingParts;
  readonly #shown: ShownReports;
  readonly #scrolling: Scrolling;
  readonly #work = new LatestWork();
  readonly #events: CountingEvents;
  /** What the report that is shown was asked for with. */
  #answered: ReportQuestion | undefined;
  /** What SQLite said when the report was made. */
  #version: number | undefined;

  constructor(
    parts: CountingParts,
    shown: ShownReports,
    scrolling: Scrolling,
    events: CountingEvents,
  ) {
    this.#parts = parts;
    this.#shown = shown;
    this.#scrolling = scrolling;
    this.#events = events;
  }

  /** Whether what is asked for now is not counted yet, be something else on the screen or nothing. */
  get isOutdated(): boolean {
    const { view } = this.#shown;
    const answered = this.#answered;
    return (
      view.report === undefined ||
      answered === undefined ||
      (['name', 'period', 'step', 'filter'] as const).some((of) => view[of] !== answered[of])
    );
  }

  /**
   * Counts; come back to, only what was not counted to its end, or where something was written
   * meanwhile.
   * @returns what stops that
   */
  begin(): () => void {
    const { counting } = this.#shown.view;
    if (counting || this.#version !== this.#parts.desk.store.dataVersion()) this.count(0);
    return () => this.#work.stop();
  }

  /** Asks for something else, and counts it. */
  ask(changes: Partial<ReportQuestion>): void {
    const { name } = this.#shown.view;
    this.#shown.show({ ...changes, overlay: undefined });
    // No report stands under the name of another.
    if (this.#shown.view.name !== name) this.#scrolling.clear();
    this.count();
  }

  /** @param pause in which something else may still be asked for, in milliseconds */
  count(pause = PAUSE): void {
    this.#shown.show({ counting: true, notice: undefined, fault: undefined });
    this.#work.start(pause, async (overtaken) => {
      try {
        await this.#make(overtaken);
      } catch (error) {
        if (overtaken()) return;
        this.#shown.show({ counting: false, fault: this.#faultText(error) });
        this.#events.failed();
      }
    });
  }

  async #make(overtaken: Overtaken): Promise<void> {
    const { desk, voice, source } = this.#parts;
    const question = this.#shown.view;
    const { report, refusals } = await askReport(desk, voice.words, source, question);
    if (overtaken()) return;
    this.#answered = question;
    this.#version = desk.store.dataVersion();
    this.#shown.show({ report, refusals, counting: false });
    this.#scrolling.lay();
    this.#events.counted();
  }

  #faultText(error: unknown): SafeText {
    const { words } = this.#parts.voice;
    // The bundle may hold its class more than once, so it is known by its name.
    return error instanceof Error && error.name === 'TooManyPieces'
      ? safeLine(words.say('reports.too-many-pieces'))
      : faultText(words, error);
  }
}
