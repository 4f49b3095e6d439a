import {
  clockFigures,
  resolutionTime,
  type TimedClock,
  timedClocks,
} from '../../rules/figures/clock-figures.ts';
import type { ReportPart } from '../report.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, rangeOf, type Scene, share, text, time } from './scene.ts';

/** How long it took, on the wall and in business time (P25, P40). */
export const times: ReportMaker = {
  terms: ['elapsed-time', 'business-time', 'median', 'ninetieth', 'within-target', 'late'],
  async parts(scene) {
    const parts: Row[] = [];
    for (const kind of timedClocks) parts.push(await clockRow(scene, kind));
    parts.push(await resolutionRow(scene));
    return [clocks(scene, parts), await answers(scene)];
  },
};

type Row = ReportPart['rows'][number];

async function clockRow(scene: Scene, kind: TimedClock): Promise<Row> {
  const { stopped, inTime, late, elapsed, business } = clockFigures[kind];
  const found = await scene.take({
    stopped: { count: stopped },
    inTime: { count: inTime },
    late: { count: late },
    elapsed: { gather: elapsed },
    business: { gather: business },
  });
  const { since, until } = scene.now;
  const ran = [since, until] as const;
  const [met, missed] = [found.inTime.between(...ran), found.late.between(...ran)];
  return {
    name: kind,
    cells: [
      text(scene.say(`report.clock.${kind}`)),
      cell(count(found.stopped.between(...ran)), scene.list(`stopped-${kind}`)),
      cell(time(found.elapsed.quantile(0.5, ...ran))),
      cell(time(found.elapsed.quantile(0.9, ...ran))),
      cell(time(found.business.quantile(0.5, ...ran))),
      cell(time(found.business.quantile(0.9, ...ran))),
      cell(share(met, met + missed), scene.list(`in-time-${kind}`)),
      cell(count(missed), scene.list(`late-${kind}`)),
    ],
  };
}

/** Whatever clocks were set: from the moment it reached us to its resolution. */
async function resolutionRow(scene: Scene): Promise<Row> {
  const { resolution } = await scene.take({ resolution: { gather: resolutionTime } });
  const { since, until } = scene.now;
  const nothing = cell({ kind: 'none' });
  return {
    name: 'resolution',
    cells: [
      text(scene.say('report.clock.resolution')),
      cell(count(resolution.count(since, until)), scene.list('resolved')),
      cell(time(resolution.quantile(0.5, since, until))),
      cell(time(resolution.quantile(0.9, since, until))),
      nothing,
      nothing,
      nothing,
      nothing,
    ],
  };
}

const clocks = (scene: Scene, rows: readonly Row[]): ReportPart => ({
  name: 'clocks',
  title: scene.say('report.part.clocks'),
  columns: [
    'clock',
    'stopped',
    'elapsed_median',
    'elapsed_ninetieth',
    'business_median',
    'business_ninetieth',
    'within_target',
    'late',
  ].map((name) => scene.column(name)),
  rows,
  empty: scene.say('report.empty.nothing'),
});

async function answers(scene: Scene): Promise<ReportPart> {
  const { by, pieces } = scene.of;
  const { elapsed, inTime, late } = clockFigures.answer;
  const found = await scene.take(
    {
      elapsed: { gather: elapsed },
      inTime: { count: inTime },
      late: { count: late },
      resolution: { gather: resolutionTime },
    },
    pieces,
  );
  return {
    name: `by_${by}`,
    title: scene.say(`report.part.by-${by}`),
    columns: ['when', 'answer_median', 'within_target', 'late', 'resolution_median'].map((name) =>
      scene.column(name),
    ),
    chart: { kind: 'lines', values: ['answer_median', 'resolution_median'] },
    empty: scene.say('report.empty.nothing'),
    rows: pieces.map((piece) => {
      const { since, until } = rangeOf(piece);
      const [met, missed] = [found.inTime.between(since, until), found.late.between(since, until)];
      return {
        name: piece.name,
        cells: [
          text(piece.text),
          cell(time(found.elapsed.quantile(0.5, since, until))),
          cell(share(met, met + missed), scene.list('in-time-answer', piece)),
          cell(count(missed), scene.list('late-answer', piece)),
          cell(time(found.resolution.quantile(0.5, since, until)), scene.list('resolved', piece)),
        ],
      };
    }),
  };
}
