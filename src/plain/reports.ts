import { firstQuestion, type ReportQuestion } from '../reports/ask-report.ts';
import { listFilter } from '../reports/list-filter.ts';
import { type Report, type ReportName, reportNames } from '../reports/report.ts';
import type { ReportSource } from '../reports/report-source.ts';
import { tellNumbered } from './numbered.ts';
import { askFilter, askPeriod, askSteps } from './reports/ask-otherwise.ts';
import {
  type PlainReportsChoice,
  type ReportCommand,
  reportCommands,
} from './reports/report-commands.ts';
import { askReportMenu, type ReportsAsking } from './reports/report-menu.ts';
import { type NumberedRow, numberedRows } from './reports/report-rows.ts';
import { tellReport } from './reports/tell-report.ts';

/** What the reports are asked with. */
export interface PlainReportsSeat extends ReportsAsking {
  readonly source: ReportSource;
  /** Shows a report in a browser. @returns what to say about it */
  readonly openPage: (report: Report) => Promise<string>;
}

const leaving: readonly ReportCommand[] = ['back', 'quit'];

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
    const reply = await askReportMenu(this.#seat, items, leaving);
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
    const reply = await askReportMenu(
      this.#seat,
      rows.map(({ label }, at) => ({ id: String(at + 1), label })),
      reportCommands.map(({ name }) => name),
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

  async #follow(name: ReportCommand, behind: string): Promise<PlainReportsChoice | undefined> {
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
        return this.#askOtherwise(await askPeriod(this.#seat, behind));
      case 'steps':
        return this.#askOtherwise(await askSteps(this.#seat, behind));
      case 'filter':
        return this.#askOtherwise(await askFilter(this.#seat, behind));
    }
  }

  async #openPage(): Promise<void> {
    const { telling, openPage } = this.#seat;
    if (this.#report !== undefined) telling.tellBlock(await openPage(this.#report));
  }

  async #askOtherwise(changes: Partial<ReportQuestion> | undefined): Promise<undefined> {
    if (changes === undefined) return;
    this.#question = { ...this.#question, ...changes };
    await this.#tell();
  }

  /** Of a row with several figures one is asked for. */
  async #open({ figures }: NumberedRow): Promise<PlainReportsChoice | undefined> {
    const { telling } = this.#seat;
    const [only] = figures;
    const items = figures.map(({ label }, at) => ({ id: String(at + 1), label }));
    if (figures.length > 1) tellNumbered(telling, items);
    const reply = figures.length > 1 ? await askReportMenu(this.#seat, items, ['back']) : undefined;
    const chosen =
      reply === undefined ? only : reply.kind === 'item' ? figures[reply.at] : undefined;
    if (chosen === undefined) return undefined;
    const filter = listFilter(chosen.list);
    if (filter !== undefined) return { kind: 'list', filter };
    telling.tell('reports.command', { command: `amends ${chosen.list.join(' ')}` });
    return undefined;
  }

  /** What was told before stays in hand while another could not be made. */
  async #tell(): Promise<void> {
    const report = await tellReport(this.#seat, this.#seat.source, this.#question);
    if (report !== undefined) this.#report = report;
  }

  #rows(): readonly NumberedRow[] {
    return this.#report === undefined
      ? []
      : numberedRows(this.#report, this.#seat.telling.voice.words);
  }
}

const leave = (name: ReportCommand): PlainReportsChoice | undefined =>
  name === 'back' || name === 'quit' ? { kind: name } : undefined;
