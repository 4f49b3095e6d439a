import { type Census, type CensusQuestions, census } from '../../desk/figures/census.ts';
import { type FigureFacets, figureFilter } from '../../desk/figures/figure-filter.ts';
import { surroundingsOf } from '../../desk/figures/surroundings.ts';
import { labelOfChoice } from '../../desk/labels.ts';
import type { FigureRecord, Figures } from '../../desk/read-record.ts';
import type { MessageKey, Messages, MessageValues } from '../../language/messages.ts';
import type { NumberedSum } from '../../rules/figures/costs.ts';
import type { Figure } from '../../rules/figures/figure.ts';
import type { FigureFilter } from '../../rules/figures/passes.ts';
import type { BestMeasure } from '../../rules/figures/recognition.ts';
import { Spans } from '../../rules/figures/spans.ts';
import type { Playbook } from '../../rules/playbook.ts';
import type { Millis } from '../../rules/values.ts';
import { type PeriodStep, type Piece, type Stretch, stretchFlags } from '../period.ts';
import type { Cell, ReportColumn, Sum, Value } from '../report.ts';
import { facetFlags } from './facet-flags.ts';

/** What a report can be asked for beside its period. */
export interface ReportChoices {
  /** What causes are put together by. */
  readonly of: 'cause' | 'product' | 'both';
  /** By what a month's best is found (P42); the playbook's choice where nobody says otherwise. */
  readonly bestBy?: readonly BestMeasure[] | undefined;
}

/** With what a report is made. */
export interface SceneOf {
  readonly record: FigureRecord;
  readonly figures: Figures;
  readonly words: Messages;
  readonly playbook: Playbook;
  readonly period: Stretch;
  readonly before: Stretch;
  readonly by: PeriodStep;
  readonly pieces: readonly Piece[];
  readonly facets: FigureFacets;
  readonly choices: ReportChoices;
  readonly now: Millis;
  readonly zone: string;
}

/** What makers of reports work with: the census of one period, the words, and the way to the lists. */
export class Scene {
  readonly of: SceneOf;
  readonly now: Range;
  readonly before: Range;

  constructor(of: SceneOf) {
    this.of = of;
    this.now = rangeOf(of.period);
    this.before = rangeOf(of.before);
  }

  /**
   * Goes through all complaints and answers the questions.
   * @param cuts further moments at which time is cut, beside the beginning and end of both periods
   */
  async take<const Questions extends CensusQuestions>(
    questions: Questions,
    cuts: readonly Stretch[] = [],
  ): Promise<Census<Questions>> {
    const { record, figures, period, before, now, zone } = this.of;
    const edges = [period, before, ...cuts].flatMap(({ since, until }) => [since, until]);
    const seconds = [...new Set(edges.map((edge) => edge / 1000))].sort((a, b) => a - b);
    const counted: Figure[] = Object.values(questions).flatMap((question) =>
      'count' in question ? [question.count] : [],
    );
    return census(figures, questions, {
      spans: new Spans(seconds),
      filter: await this.#filterOnce(),
      around: await surroundingsOf(record.read, figures, { now, zone }, counted),
      usualCost: (remedy) => this.#usualCost(remedy),
    });
  }

  /** Some reports go through the complaints several times; what they are narrowed by stays the same. */
  #filterOnce(): Promise<FigureFilter> {
    const { record, figures, facets } = this.of;
    this.#filter ??= figureFilter(record.read, figures, facets);
    return this.#filter;
  }
  #filter: Promise<FigureFilter> | undefined;

  /** What it costs when no sum is named. */
  #usualCost(remedy: number): NumberedSum | undefined {
    const { figures, playbook } = this.of;
    const known = this.#costs.get(remedy);
    if (known !== undefined) return known.cost;
    const word = figures.words.wordOf(remedy);
    const money = playbook.remedies.find(({ id }) => id === word)?.cost;
    const cost = money && {
      minor: money.minor,
      currency: figures.words.numberOf(money.currency),
    };
    this.#costs.set(remedy, { cost });
    return cost;
  }
  readonly #costs = new Map<number, { readonly cost: NumberedSum | undefined }>();

  say(key: MessageKey, values?: MessageValues): string {
    return this.of.words.say(key, values);
  }

  /** @returns a column titled `report.column.<name>`. */
  column(name: string): ReportColumn {
    const key = `report.column.${name}`;
    const { words } = this.of;
    return { name, title: words.has(key) ? words.say(key) : name };
  }

  /** @returns the text of a word's number. */
  word(number: number): string {
    return this.of.figures.words.wordOf(number);
  }

  /** @returns how people call something of a list of the playbook; what nobody said says so. */
  label(question: 'product' | 'cause' | 'channel' | 'wish' | 'severity', id: string): string {
    const { words, playbook } = this.of;
    if (id === '') return words.say('report.not-said');
    return labelOfChoice(words, playbook, question, id);
  }

  /** @returns how people call a remedy. */
  remedy(id: string): string {
    return this.of.playbook.remedies.find((one) => one.id === id)?.label ?? id;
  }

  /** @returns sums with the codes of their currencies, in their order. */
  sums(numbered: readonly NumberedSum[]): readonly Sum[] {
    return numbered
      .map(({ minor, currency }) => ({ minor, currency: this.word(currency) }))
      .sort((one, other) => (one.currency < other.currency ? -1 : 1));
  }

  /**
   * @param figure its name, perhaps with a part: `offered:refund`
   * @param stretch when it counts; the period unless it says otherwise
   * @param facets what it is narrowed by beside the report's own
   * @returns the words of the command line that list the complaints behind it
   */
  list(
    figure: string,
    stretch: Stretch = this.of.period,
    facets: FigureFacets = {},
  ): readonly string[] {
    const flags = facetFlags({ ...this.of.facets, ...facets });
    return ['list', '--figure', figure, ...this.#flagsOf(stretch), ...flags];
  }

  /** Every figure of a row asks for the same; what a day is called takes a tenth of a millisecond. */
  #flagsOf(stretch: Stretch): readonly string[] {
    const key = `${stretch.since} ${stretch.until}`;
    const known = this.#flags.get(key);
    if (known !== undefined) return known;
    const flags = stretchFlags(stretch, this.of.zone);
    this.#flags.set(key, flags);
    return flags;
  }
  readonly #flags = new Map<string, readonly string[]>();

  /** @returns what was open at the end of a stretch, as a command line. */
  listOpen(stretch: Stretch = this.of.period, facets: FigureFacets = {}): readonly string[] {
    return this.list('open', { since: 0 as Millis, until: stretch.until }, facets);
  }
}

/** A stretch in whole seconds. */
export interface Range {
  readonly since: number;
  readonly until: number;
}

export const rangeOf = ({ since, until }: Stretch): Range => ({
  since: since / 1000,
  until: until / 1000,
});

/** Values that a table shows. */
export const none: Value = { kind: 'none' };
export const text = (said: string): Cell => ({ value: { kind: 'text', text: said } });
export const cell = (value: Value, list?: readonly string[]): Cell =>
  list === undefined ? { value } : { value, list };
export const count = (number: number): Value => ({ kind: 'count', count: number });
export const share = (part: number, of: number): Value =>
  of === 0 ? none : { kind: 'share', part, of };
export const mean = (number: number | undefined): Value =>
  number === undefined ? none : { kind: 'mean', mean: number };
export const time = (seconds: number | undefined): Value =>
  seconds === undefined ? none : { kind: 'time', ms: seconds * 1000 };
export const money = (sums: readonly Sum[]): Value =>
  sums.length === 0 ? none : { kind: 'money', sums };
export const change = (now: number, before: number): Value =>
  before === 0 ? none : { kind: 'change', by: now / before - 1 };
