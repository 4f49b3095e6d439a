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

/** Counts the report that is asked for, beside the keys; only the newest question is answered. */
export class Counting {
  readonly #parts: CountingParts;
  readonly #shown: ShownReports;
  readonly #scrolling: Scrolling;
  readonly #work = new LatestWork();
  /** What SQLite said when the report was made. */
  #version: number | undefined;

  constructor(parts: CountingParts, shown: ShownReports, scrolling: Scrolling) {
    this.#parts = parts;
    this.#shown = shown;
    this.#scrolling = scrolling;
  }

  /** Counts; come back to, only where something was written meanwhile. @returns what stops that */
  begin(): () => void {
    if (this.#version === undefined || this.#version !== this.#parts.desk.store.dataVersion()) {
      this.count(0);
    }
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
        if (!overtaken()) this.#shown.show({ counting: false, fault: this.#faultText(error) });
      }
    });
  }

  async #make(overtaken: Overtaken): Promise<void> {
    const { desk, voice, source } = this.#parts;
    const { report, refusals } = await askReport(desk, voice.words, source, this.#shown.view);
    if (overtaken()) return;
    this.#version = desk.store.dataVersion();
    this.#shown.show({ report, refusals, counting: false });
    this.#scrolling.lay();
  }

  #faultText(error: unknown): SafeText {
    const { words } = this.#parts.voice;
    // The bundle may hold its class more than once, so it is known by its name.
    return error instanceof Error && error.name === 'TooManyPieces'
      ? safeLine(words.say('reports.too-many-pieces'))
      : faultText(words, error);
  }
}
