import { clockFigures, resolutionTime } from '../../rules/figures/clock-figures.ts';
import { ended, received, repeated, resolved } from '../../rules/figures/complaint-figures.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import {
  contactsTaken,
  followUpFigures,
  promiseFigures,
  reopened,
  score,
} from '../../rules/figures/hanging-figures.ts';
import {
  type BestMeasure,
  bestOf,
  type Contender,
  LEAST,
  usualMeasures,
} from '../../rules/figures/recognition.ts';
import { type Piece, piecesOf } from '../period.ts';
import type { ReportPart } from '../report.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, mean, type Range, rangeOf, type Scene, share, text, time } from './scene.ts';
import { openAt } from './summary.ts';

const by = groupings.owner;
const questions = {
  received: { count: received, by },
  ended: { count: ended, by },
  resolved: { count: resolved, by },
  repeated: { count: repeated, by },
  reopened: { count: reopened, by },
  inTime: { count: clockFigures.answer.inTime, by },
  late: { count: clockFigures.answer.late, by },
  resolution: { gather: resolutionTime, by },
  contacts: { mean: contactsTaken, by },
  said: { count: followUpFigures.said, by },
  satisfied: { count: followUpFigures.satisfied, by },
  score: { mean: score, by },
  promised: { count: promiseFigures.judged, by: groupings.promisedBy },
  kept: { count: promiseFigures.kept, by: groupings.promisedBy },
} as const;

const taken = (scene: Scene, months: readonly Piece[]) => scene.take(questions, months);
type Found = Awaited<ReturnType<typeof taken>>;

/** What each has on their hands and how it went, and each month's best (P40, P42). */
export const agents: ReportMaker = {
  terms: [
    'received-by',
    'open',
    'resolved',
    'within-target',
    'resolution-time',
    'satisfied',
    'score',
    'contacts',
    'repeated',
    'reopened',
    'promises-kept',
    'best',
  ],
  async parts(scene) {
    const { period, zone, words } = scene.of;
    const months = piecesOf(period, 'month', zone, words.language);
    const found = await taken(scene, months);
    return [people(scene, found), best(scene, found, months)];
  },
};

/** Everybody who owns something in these spans. */
const ownersIn = (found: Found, ranges: readonly Range[]): readonly number[] =>
  Array.from({ length: found.received.groups }, (_, group) => group).filter(
    (group) =>
      group > 0 &&
      ranges.some(
        ({ since, until }) =>
          found.received.between(since, until, group) > 0 ||
          found.resolved.between(since, until, group) > 0 ||
          openAt(found, until, group) > 0,
      ),
  );

function people(scene: Scene, found: Found): ReportPart {
  const { since, until } = scene.now;
  return {
    name: 'people',
    title: scene.say('report.part.people'),
    columns: [
      'who',
      'received',
      'open',
      'resolved',
      'within_target',
      'resolution_median',
      'satisfied',
      'score',
      'contacts',
      'repeated',
      'reopened',
      'kept_share',
    ].map((name) => scene.column(name)),
    empty: scene.say('report.empty.nothing'),
    rows: ownersIn(found, [scene.now])
      .map((group) => ({ group, owner: scene.word(group) }))
      .toSorted(
        (one, other) =>
          found.received.between(since, until, other.group) -
          found.received.between(since, until, one.group),
      )
      .map(({ group, owner }) => {
        const number = (name: 'received' | 'resolved' | 'repeated' | 'reopened' | 'said') =>
          found[name].between(since, until, group);
        const met = found.inTime.between(since, until, group);
        const missed = found.late.between(since, until, group);
        const own = { owner };
        return {
          name: owner,
          cells: [
            text(owner),
            cell(count(number('received')), scene.list('received', scene.of.period, own)),
            cell(count(openAt(found, until, group)), scene.listOpen(scene.of.period, own)),
            cell(count(number('resolved')), scene.list('resolved', scene.of.period, own)),
            cell(share(met, met + missed), scene.list('in-time-answer', scene.of.period, own)),
            cell(time(found.resolution.quantile(0.5, since, until, group))),
            cell(share(found.satisfied.between(since, until, group), number('said'))),
            cell(mean(found.score.mean(since, until, group))),
            cell(mean(found.contacts.mean(since, until, group))),
            cell(
              share(number('repeated'), number('received')),
              scene.list('repeated', scene.of.period, own),
            ),
            cell(count(number('reopened')), scene.list('reopened', scene.of.period, own)),
            cell(
              share(
                found.kept.between(since, until, group),
                found.promised.between(since, until, group),
              ),
              scene.list(`promises-kept:${owner}`),
            ),
          ],
        };
      }),
  };
}

function best(scene: Scene, found: Found, months: readonly Piece[]): ReportPart {
  const measures = measuresOf(scene);
  const rows = months.flatMap((month) => {
    const range = rangeOf(month);
    const contenders = ownersIn(found, [range]).map((group) =>
      contender(scene, found, group, range),
    );
    const winners = bestOf(contenders, measures);
    if (winners.length === 0) return [];
    return [
      {
        name: month.name,
        cells: [
          text(month.text),
          text(winners.map(({ name }) => name).join(', ')),
          text(winners.map((winner) => because(scene, winner, measures)).join('; ')),
        ],
      },
    ];
  });
  return {
    name: 'best',
    title: scene.say('report.part.best', {
      measures: measures.map((measure) => scene.say(`report.best.${measure}`)).join(', '),
    }),
    columns: ['month', 'best', 'because'].map((name) => scene.column(name)),
    rows,
    empty: scene.say('report.empty.best', { least: LEAST }),
  };
}

/** What the report was asked for, else what the owner chose in the playbook. */
function measuresOf(scene: Scene): readonly BestMeasure[] {
  const { choices, playbook } = scene.of;
  return choices.bestBy ?? playbook.policy.bestBy ?? usualMeasures;
}

function contender(scene: Scene, found: Found, group: number, { since, until }: Range): Contender {
  const number = (name: 'resolved' | 'reopened' | 'said' | 'satisfied' | 'promised' | 'kept') =>
    found[name].between(since, until, group);
  const part = (one: number, of: number) => (of === 0 ? undefined : one / of);
  const met = found.inTime.between(since, until, group);
  const measured: Readonly<Record<BestMeasure, number | undefined>> = {
    satisfied: part(number('satisfied'), number('said')),
    score: found.score.mean(since, until, group),
    promises: part(number('kept'), number('promised')),
    'in-time': part(met, met + found.late.between(since, until, group)),
    reopened: part(number('reopened'), number('resolved')),
    contacts: found.contacts.mean(since, until, group),
    speed: found.resolution.quantile(0.5, since, until, group),
  };
  return {
    name: scene.word(group),
    resolved: number('resolved'),
    measured: Object.fromEntries(
      Object.entries(measured).filter(([, value]) => value !== undefined),
    ),
  };
}

/** The figures somebody is best by: `satisfied 92 %, promises 100 %`. */
function because(scene: Scene, { measured }: Contender, measures: readonly BestMeasure[]): string {
  return measures
    .flatMap((measure) => {
      const value = measured[measure];
      return value === undefined
        ? []
        : [`${scene.say(`report.best.${measure}`)} ${figureText(measure, value)}`];
    })
    .join(', ');
}

function figureText(measure: BestMeasure, value: number): string {
  if (measure === 'score' || measure === 'contacts') return value.toFixed(1);
  if (measure === 'speed') return `${(value / 3600).toFixed(1)} h`;
  return `${Math.round(value * 100)} %`;
}
