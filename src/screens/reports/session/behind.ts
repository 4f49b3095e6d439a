import type { Messages } from '../../../language/messages.ts';
import { listedColumns } from '../../../reports/behind-row.ts';
import { labelOf } from '../../../reports/figure.ts';
import { listFilter } from '../../../reports/list-filter.ts';
import { createValueText, type ValueText } from '../../../reports/value-text.ts';
import { cellInHand } from '../shown-lines.ts';
import type { ReportsChoice } from '../view.ts';
import type { Scrolling } from './scrolling.ts';
import type { ShownReports } from './shown.ts';

/** The figure in hand: what it says, and the complaints behind it. */
export class Behind {
  readonly #shown: ShownReports;
  readonly #scrolling: Scrolling;
  readonly #words: Messages;
  readonly #values: ValueText;

  constructor(shown: ShownReports, scrolling: Scrolling, words: Messages) {
    this.#shown = shown;
    this.#scrolling = scrolling;
    this.#words = words;
    this.#values = createValueText(words);
  }

  /** What lists the complaints that were counted, as words of a command; undefined where none were. */
  get list(): readonly string[] | undefined {
    return this.#held?.cell.list;
  }

  /** The figure in hand, in words, and how many others of its row can be asked about. */
  get text(): string {
    const held = this.#held;
    if (held === undefined) return '';
    const values = this.#values;
    return this.#words.say('reports.figure', {
      row: values.of(labelOf(held.shown.row)),
      figure: held.title,
      value: values.of(held.cell.value),
      count: listedColumns(held.shown.row).length,
    });
  }

  /** Leads to the complaints that were counted; a list that no screen has is told as a command. */
  open(onChoice: (choice: ReportsChoice) => void): void {
    const { list } = this;
    if (list === undefined) return;
    const filter = listFilter(list);
    if (filter !== undefined) onChoice({ kind: 'list', filter });
    else
      this.#shown.tell(this.#words.say('reports.command', { command: `amends ${list.join(' ')}` }));
  }

  get #held() {
    return cellInHand(this.#scrolling.rows, this.#shown.view.inHand);
  }
}
