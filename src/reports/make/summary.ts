import { clockFigures, resolutionTime } from '../../rules/figures/clock-figures.ts';
import {
  ended,
  judged,
  received,
  resolved,
  upheld,
} from '../../rules/figures/complaint-figures.ts';
import type { Counts } from '../../rules/figures/counts.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import { followUpFigures, reopened, score } from '../../rules/figures/hanging-figures.ts';
import type { ReportPart, ReportRow } from '../report.ts';
import { figureColumns, figureRow } from './figure-row.ts';
import { grownGroups } from './grown-groups.ts';
import type { ReportMaker } from './maker.ts';
import {
  cell,
  change,
  count,
  mean,
  money,
  none,
  rangeOf,
  type Scene,
  share,
  text,
  time,
} from './scene.ts';

const questions = {
  received: { count: received },
  resolved: { count: resolved },
  ended: { count: ended },
  late: { count: clockFigures.answer.late },
  reopened: { count: reopened },
  judged: { count: judged },
  upheld: { count: upheld },
  said: { count: followUpFigures.said },
  satisfied: { count: followUpFigures.satisfied },
  score: { mean: score },
  resolution: { gather: resolutionTime },
  cost: { cost: true },
  causes: { count: received, by: groupings.cause },
  products: { count: received, by: groupings.product },
  channels: { count: received, by: groupings.channel },
} as const;

type Taken = Awaited<ReturnType<typeof taken>>;
const taken = (scene: Scene) => scene.take(questions, scene.of.pieces);

/** How things stand, held against the time before, and what changed most (P38, P40). */
export const summary: ReportMaker = {
  terms: [
    'received',
    'resolved',
    'open',
    'late-answer',
    'reopened',
    'resolution-time',
    'upheld',
    'satisfied',
    'score',
    'cost',
    'changed-most',
  ],
  async parts(scene) {
    const found = await taken(scene);
    return [figures(scene, found), changes(scene, found), pieces(scene, found)];
  },
};

/** @returns what was open at a moment that is a cut. */
export const openAt = (
  { received: came, ended: went }: { readonly received: Counts; readonly ended: Counts },
  moment: number,
  group = 0,
): number => came.before(moment, group) - went.before(moment, group);

function figures(scene: Scene, found: Taken): ReportPart {
  const { now, before } = scene;
  const row = (
    name: string,
    figureIn: (range: typeof now) => Parameters<typeof figureRow>[1]['now'],
    list?: readonly string[],
  ): ReportRow =>
    figureRow(scene, {
      name,
      now: figureIn(now),
      before: figureIn(before),
      ...(list === undefined ? {} : { list }),
    });
  const counted = (name: 'received' | 'resolved' | 'late' | 'reopened') => (range: typeof now) =>
    count(found[name].between(range.since, range.until));
  return {
    name: 'figures',
    title: scene.say('report.part.figures'),
    columns: figureColumns(scene),
    chart: { kind: 'tiles', value: 'now', before: 'before', change: 'change' },
    empty: '',
    rows: [
      row('received', counted('received'), scene.list('received')),
      row('resolved', counted('resolved'), scene.list('resolved')),
      row('open', ({ until }) => count(openAt(found, until)), scene.listOpen()),
      row('late-answer', counted('late'), scene.list('late-answer')),
      row('reopened', counted('reopened'), scene.list('reopened')),
      row(
        'resolution-time',
        ({ since, until }) => time(found.resolution.quantile(0.5, since, until)),
        scene.list('resolved'),
      ),
      row(
        'upheld',
        ({ since, until }) =>
          share(found.upheld.between(since, until), found.judged.between(since, until)),
        scene.list('upheld'),
      ),
      row(
        'satisfied',
        ({ since, until }) =>
          share(found.satisfied.between(since, until), found.said.between(since, until)),
        scene.list('followups-satisfied'),
      ),
      row(
        'score',
        ({ since, until }) => mean(found.score.mean(since, until)),
        scene.list('followups-answered'),
      ),
      row('cost', ({ since, until }) => money(scene.sums(found.cost.between(since, until)))),
    ],
  };
}

/** At most so many of what changed most. */
const FEW = 5;

/** What became more beyond chance, and what went down furthest (P37). */
function changes(scene: Scene, found: Taken): ReportPart {
  const rows = (['cause', 'product', 'channel'] as const).flatMap((question) => {
    const counts = found[`${question}s`];
    return grownGroups(scene, counts).map(({ group, now, before, stands }) => {
      const id = scene.word(group);
      return {
        moved: Math.abs(now - before),
        row: {
          name: `${question}:${id}`,
          cells: [
            text(scene.label(question, id)),
            text(scene.say(`report.what.${question}`)),
            cell(count(now), scene.list('received', scene.of.period, { [question]: id })),
            cell(count(before)),
            cell(change(now, before)),
          ],
          remark: scene.say(`report.remark.${stands}`),
        },
      };
    });
  });
  return {
    name: 'changed_most',
    title: scene.say('report.part.changed-most'),
    columns: ['what', 'kind', 'now', 'before', 'change'].map((name) => scene.column(name)),
    rows: rows
      .toSorted((one, other) => other.moved - one.moved)
      .slice(0, FEW)
      .map(({ row }) => row),
    empty: scene.say('report.empty.changed-most'),
  };
}

function pieces(scene: Scene, found: Taken): ReportPart {
  const { by, pieces: all } = scene.of;
  return {
    name: `by_${by}`,
    title: scene.say(`report.part.by-${by}`),
    columns: ['when', 'received', 'resolved', 'open', 'late', 'satisfied'].map((name) =>
      scene.column(name),
    ),
    chart: { kind: 'lines', values: ['received', 'resolved'] },
    empty: scene.say('report.empty.nothing'),
    rows: all.map((piece) => {
      const { since, until } = rangeOf(piece);
      const said = found.said.between(since, until);
      return {
        name: piece.name,
        cells: [
          text(piece.text),
          cell(count(found.received.between(since, until)), scene.list('received', piece)),
          cell(count(found.resolved.between(since, until)), scene.list('resolved', piece)),
          cell(count(openAt(found, until)), scene.listOpen(piece)),
          cell(count(found.late.between(since, until)), scene.list('late-answer', piece)),
          cell(
            said === 0 ? none : share(found.satisfied.between(since, until), said),
            scene.list('followups-said', piece),
          ),
        ],
      };
    }),
  };
}
