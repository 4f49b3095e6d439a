import type { Messages } from '../../../language/messages.ts';
import type { ReportQuestion } from '../../../reports/ask-report.ts';
import { periodNames } from '../../../reports/named-period.ts';
import { periodSteps } from '../../../reports/period.ts';
import { reportNames } from '../../../reports/report.ts';
import { matchBinding } from '../../kit/bindings.ts';
import type { Key } from '../../kit/keys.ts';
import { pickBindings } from '../bindings.ts';
import { movePick, OWN_DATES, openPick } from '../picks.ts';
import type { Pick } from '../view.ts';
import type { ShownReports } from './shown.ts';

/** Where what was picked leads. */
export interface PickingEvents {
  readonly asked: (changes: Partial<ReportQuestion>) => void;
  /** Dates of one's own are typed instead. */
  readonly ownDates: () => void;
  readonly interrupt: () => void;
}

/** Which report, of when, in what steps: one of a list is picked. */
export class Picking {
  readonly #shown: ShownReports;
  readonly #words: Messages;
  readonly #events: PickingEvents;

  constructor(shown: ShownReports, words: Messages, events: PickingEvents) {
    this.#shown = shown;
    this.#words = words;
    this.#events = events;
  }

  /** Opens the list, with what holds now in hand. */
  begin(kind: Pick['kind']): void {
    const overlay = openPick(kind, this.#shown.view, this.#words);
    this.#shown.show({ overlay, notice: undefined });
  }

  take(pick: Pick, key: Key): void {
    const action = matchBinding(pickBindings, key, { typing: false });
    if (action === 'interrupt') this.#events.interrupt();
    else if (action === 'drop') this.#shown.show({ overlay: undefined });
    else if (action === 'take') this.#choose(pick);
    else if (action !== undefined) this.#shown.show({ overlay: movePick(pick, action) });
  }

  #choose({ kind, items, index }: Pick): void {
    const value = items[index]?.value;
    if (kind === 'report') {
      const name = reportNames.find((each) => each === value);
      this.#events.asked(name === undefined ? {} : { name });
    } else if (kind === 'step') {
      this.#events.asked({ step: periodSteps.find((step) => step === value) });
    } else if (value === OWN_DATES) this.#events.ownDates();
    else {
      const name = periodNames.find((each) => each === value);
      this.#events.asked(name === undefined ? {} : { period: { kind: 'named', name } });
    }
  }
}
