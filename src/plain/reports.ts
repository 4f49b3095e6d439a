import type { Desk } from '../desk/desk.ts';
import { readFilter } from '../desk/list-page.ts';
import { askReport, firstQuestion, type ReportQuestion } from '../reports/ask-report.ts';
import { listFilter } from '../reports/list-filter.ts';
import { periodNames } from '../reports/named-period.ts';
import { periodSteps } from '../reports/period.ts';
import { type Report, type ReportName, reportNames } from '../reports/report.ts';
import type { ReportSource } from '../reports/report-source.ts';
import { reportLines } from '../reports/text/report-lines.ts';
import { typedPeriod } from '../reports/typed-period.ts';
import type { ComplaintId } from '../rules/values.ts';
import { safe } from '../terminal/safe-text.ts';
import { askMenu, type MenuReply, type PageCommand } from './menu.ts';
import { fitting, type Listed, tellNumbered } from './numbered.ts';
import { type NumberedRow, numberedRows } from './report-rows.ts';
import type { Telling } from './telling.ts';

/** Where the agent goes from the reports. */
export type PlainReportsChoice =
  | { readonly kind: 'list'; readonly filter: string }
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'back' | 'quit' };

/** What the reports are asked with. */
export interface PlainReportsSeat {
  readonly telling: Telling;
  readonly desk: Desk;
  readonly source: ReportSource;
  /** Shows a report in a browser. @returns what to say about it */
  readonly openPage: (report: Report) => Promise<string>;
}

type Command = 'report' | 'period' | 'steps' | 'filter' | 'page' | 'back' | 'quit';

const commands: readonly PageCommand<Command>[] = [
  { name: 'report', letter: 'r', label: 'plain.reports.report' },
  { name: 'period', letter: 'p', label: 'plain.reports.period', takesWords: true },
  { name: 'steps', letter: 's', label: 'plain.reports.steps', takesWords: true },
  { name: 'filter', letter: 'f', label: 'plain.reports.filter', takesWords: true },
  { name: 'page', letter: 'o', label: 'plain.reports.page' },
  { name: 'back', letter: 'b', label: 'plain.reports.back' },
  { name: 'quit', letter: 'q', label: 'plain.reports.quit' },
];
const leaving: readonly Command[] = ['back', 'quit'];

/** The reports in lines: a numbered choice of ten, each told in sentences, its rows numbered. */
export class ReportsInLines {
  readonly #seat: PlainReportsSeat;
  #question: ReportQuestion = firstQuestion;
  /** The report that was told last; none while one is to be chosen. */
  #report: Report | undefined;

  constructor(seat: PlainReportsSeat, name?: ReportName) {
    this.#seat = seat;
    if (name !== undefined) this.#question = { ...firstQuestion, name };
  }

  /** Tells the report that is asked for, before anything is typed. */
  async begin(): Promise<void> {
    await this.#tell();
  }

  /**
   * Asks until the agent goes somewhere else.
   * @throws Ended when nobody is there any more
   */
  async ask(): Promise<PlainReportsChoice> {
    for (;;) {
      const choice = this.#report === undefined ? await this.#choose() : await this.#work();
      if (choice !== undefined) return choice;
    }
  }

  /** Which of the ten. */
  async #choose(): Promise<PlainReportsChoice | undefined> {
    const { telling } = this.#seat;
    const { words } = telling.voice;
    const items = reportNames.map((name) => ({
      id: name,
      label: words.say(`report.title.${name}`),
      hint: words.say(`report.says.${name}`),
    }));
    telling.tellHeading(words.say('reports.pick.report'));
    tellNumbered(telling, items);
    const reply = await this.#menu(items, leaving);
    if (reply.kind === 'enter') return { kind: 'back' };
    if (reply.kind === 'command') return leave(reply.name);
    if (reply.kind === 'reference') return { kind: 'open', id: reply.id };
    if (reply.kind === 'item') {
      const name = reportNames[reply.at];
      if (name !== undefined) this.#question = { ...this.#question, name };
      await this.#tell();
    }
    return undefined;
  }

  /** What to do with the report that was told. */
  async #work(): Promise<PlainReportsChoice | undefined> {
    const rows = this.#rows();
    const reply = await this.#menu(
      rows.map(({ label }, at) => ({ id: String(at + 1), label })),
      commands.map(({ name }) => name),
    );
    switch (reply.kind) {
      case 'enter':
        await this.#tell();
        return undefined;
      case 'item': {
        const row = rows[reply.at];
        return row === undefined ? undefined : this.#open(row);
      }
      case 'command':
        return this.#follow(reply.name, reply.behind);
      case 'reference':
        return { kind: 'open', id: reply.id };
    }
  }

  async #follow(name: Command, behind: string): Promise<PlainReportsChoice | undefined> {
    switch (name) {
      case 'back':
      case 'quit':
        return { kind: name };
      case 'report':
        this.#report = undefined;
        return undefined;
      case 'page':
        await this.#seat.telling.attempt(() => this.#openPage());
        return undefined;
      case 'period':
        return this.#askPeriod(behind);
      case 'steps':
        return this.#askSteps(behind);
      case 'filter':
        return this.#filterBy(behind);
    }
  }

  async #openPage(): Promise<void> {
    const { telling, openPage } = this.#seat;
    if (this.#report !== undefined) telling.tellBlock(await openPage(this.#report));
  }

  /** A period by its number or its name, or dates. */
  async #askPeriod(typed: string): Promise<undefined> {
    const { telling, desk } = this.#seat;
    const { words } = telling.voice;
    const items = periodNames.map((id) => ({ id, label: words.say(`reports.period.${id}`) }));
    const stretch = typed === '' ? undefined : typedPeriod(typed, desk.now(), desk.zone);
    const id = stretch === undefined ? await this.#pick('period', items, typed) : undefined;
    const name = periodNames.find((each) => each === id);
    if (stretch !== undefined)
      this.#question = { ...this.#question, period: { kind: 'own', typed, stretch } };
    else if (name !== undefined)
      this.#question = { ...this.#question, period: { kind: 'named', name } };
    else if (typed !== '') telling.tell('reports.no-dates');
    if (stretch !== undefined || name !== undefined) await this.#tell();
  }

  async #askSteps(typed: string): Promise<undefined> {
    const { words } = this.#seat.telling.voice;
    const items = (['suitable', ...periodSteps] as const).map((id) => ({
      id,
      label: words.say(`reports.step.${id}`),
    }));
    const id = await this.#pick('step', items, typed);
    if (id === undefined) return;
    this.#question = { ...this.#question, step: periodSteps.find((step) => step === id) };
    await this.#tell();
  }

  /** @returns the id of the one that was typed, or is picked by its number; undefined for none */
  async #pick(
    kind: 'period' | 'step',
    items: readonly Listed[],
    typed: string,
  ): Promise<string | undefined> {
    if (typed !== '') return fitting(items, typed)[0]?.id;
    const { telling } = this.#seat;
    telling.tellHeading(telling.voice.words.say(`reports.pick.${kind}`));
    tellNumbered(telling, items);
    const reply = await this.#menu(items, ['back']);
    return reply.kind === 'item' ? items[reply.at]?.id : undefined;
  }

  /** Alone it takes the filter away. */
  async #filterBy(typed: string): Promise<undefined> {
    const { telling, desk } = this.#seat;
    const { filter, refusals } = await readFilter(desk, telling.voice.words, typed);
    for (const refusal of refusals) telling.tellRefusal(refusal);
    // What was told stays while something was not understood.
    if (refusals.length > 0) return;
    if (filter.since !== undefined || filter.until !== undefined) {
      telling.tell('reports.dates-elsewhere');
      return;
    }
    this.#question = { ...this.#question, filter: typed };
    await this.#tell();
  }

  /** Of a row with several figures one is asked for. */
  async #open({ figures }: NumberedRow): Promise<PlainReportsChoice | undefined> {
    const { telling } = this.#seat;
    const [only] = figures;
    const items = figures.map(({ label }, at) => ({ id: String(at + 1), label }));
    if (figures.length > 1) tellNumbered(telling, items);
    const reply = figures.length > 1 ? await this.#menu(items, ['back']) : undefined;
    const chosen =
      reply === undefined ? only : reply.kind === 'item' ? figures[reply.at] : undefined;
    if (chosen === undefined) return undefined;
    const filter = listFilter(chosen.list);
    if (filter !== undefined) return { kind: 'list', filter };
    telling.tell('reports.command', { command: `amends ${chosen.list.join(' ')}` });
    return undefined;
  }

  /** Makes the report anew and tells it, its rows numbered as they can be asked about. */
  async #tell(): Promise<void> {
    const { telling, desk, source } = this.#seat;
    const { words } = telling.voice;
    const made = await telling.attempt(async () => {
      try {
        return await askReport(desk, words, source, this.#question);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'TooManyPieces') throw error;
        telling.tell('reports.too-many-pieces');
        return undefined;
      }
    });
    if (made === undefined) return;
    for (const refusal of made.refusals) telling.tellRefusal(refusal);
    this.#report = made.report;
    const numbers = new Map(this.#rows().map(({ key }, at) => [key, at + 1]));
    const lines = reportLines(made.report, words, {
      columns: 80,
      accessible: true,
      commands: false,
    });
    for (const { text, of } of lines) {
      const number = of === undefined ? undefined : numbers.get(`${of.part} ${of.row}`);
      telling.tellLine(number === undefined ? text : safe`  ${number}. ${text}`);
    }
  }

  #rows(): readonly NumberedRow[] {
    return this.#report === undefined
      ? []
      : numberedRows(this.#report, this.#seat.telling.voice.words);
  }

  #menu(items: readonly Listed[], prompted: readonly Command[]): Promise<MenuReply<Command>> {
    const { telling, desk } = this.#seat;
    return askMenu(telling, {
      items,
      commands: commands.filter(({ name }) => prompted.includes(name)),
      prompted,
      help: 'plain.reports.help',
      exists: async (id) => (await desk.store.read.complaint(id)) !== undefined,
    });
  }
}

const leave = (name: Command): PlainReportsChoice | undefined =>
  name === 'back' || name === 'quit' ? { kind: name } : undefined;
