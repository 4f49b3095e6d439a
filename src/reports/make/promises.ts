import type { Counts } from '../../rules/figures/counts.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import { promiseFigures } from '../../rules/figures/hanging-figures.ts';
import type { ReportPart, ReportRow } from '../report.ts';
import { figureColumns, figureRow } from './figure-row.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, rangeOf, type Scene, share, text } from './scene.ts';

const { due, judged, kept, keptLate, broken, overdue, delayed, toldInTime } = promiseFigures;

const names = ['due', 'kept', 'kept_late', 'broken', 'overdue'] as const;

/** Whether what was promised was kept, and a delay told before its date had passed (P28). */
export const promises: ReportMaker = {
  terms: [
    'promises-due',
    'promises-kept',
    'promises-kept-late',
    'promises-broken',
    'promises-overdue',
    'promises-told-in-time',
  ],
  async parts(scene) {
    const found = await scene.take(
      {
        due: { count: due },
        kept: { count: kept },
        kept_late: { count: keptLate },
        broken: { count: broken },
        overdue: { count: overdue },
        delayed: { count: delayed },
        toldInTime: { count: toldInTime },
      },
      scene.of.pieces,
    );
    return [together(scene, found), await people(scene), pieces(scene, found)];
  },
};

type Found = Readonly<Record<(typeof names)[number] | 'delayed' | 'toldInTime', Counts>>;

const figureOf = {
  due: 'promises-due',
  kept: 'promises-kept',
  kept_late: 'promises-kept-late',
  broken: 'promises-broken',
  overdue: 'promises-overdue',
} as const;

function together(scene: Scene, found: Found): ReportPart {
  const { now, before } = scene;
  const rows: ReportRow[] = names.map((name) =>
    figureRow(scene, {
      name: figureOf[name],
      now: count(found[name].between(now.since, now.until)),
      before: count(found[name].between(before.since, before.until)),
      list: scene.list(figureOf[name]),
    }),
  );
  const told = ({ since, until }: typeof now) =>
    share(found.toldInTime.between(since, until), found.delayed.between(since, until));
  rows.push(
    figureRow(scene, {
      name: 'promises-told-in-time',
      now: told(now),
      before: told(before),
      list: scene.list('promises-delayed'),
    }),
  );
  return {
    name: 'figures',
    title: scene.say('report.part.promises'),
    columns: figureColumns(scene),
    chart: { kind: 'tiles', value: 'now', before: 'before', change: 'change' },
    rows,
    empty: '',
  };
}

async function people(scene: Scene): Promise<ReportPart> {
  const by = groupings.promisedBy;
  const found = await scene.take({
    due: { count: due, by },
    judged: { count: judged, by },
    kept: { count: kept, by },
    kept_late: { count: keptLate, by },
    broken: { count: broken, by },
    overdue: { count: overdue, by },
  });
  const { since, until } = scene.now;
  const groups = Array.from({ length: found.due.groups }, (_, group) => group)
    .filter((group) => group > 0 && found.due.between(since, until, group) > 0)
    .toSorted(
      (one, other) => found.due.between(since, until, other) - found.due.between(since, until, one),
    );
  return {
    name: 'by_person',
    title: scene.say('report.part.by-person'),
    columns: ['who', ...names, 'kept_share'].map((name) => scene.column(name)),
    empty: scene.say('report.empty.promises'),
    rows: groups.map((group) => {
      const who = scene.word(group);
      return {
        name: who,
        cells: [
          text(who),
          ...names.map((name) =>
            cell(
              count(found[name].between(since, until, group)),
              scene.list(`${figureOf[name]}:${who}`),
            ),
          ),
          cell(
            share(
              found.kept.between(since, until, group),
              found.judged.between(since, until, group),
            ),
          ),
        ],
      };
    }),
  };
}

function pieces(scene: Scene, found: Found): ReportPart {
  const { by, pieces: all } = scene.of;
  return {
    name: `by_${by}`,
    title: scene.say(`report.part.by-${by}`),
    columns: ['when', ...names].map((name) => scene.column(name)),
    chart: { kind: 'lines', values: ['kept', 'broken'] },
    empty: scene.say('report.empty.promises'),
    rows: all.map((piece) => {
      const { since, until } = rangeOf(piece);
      return {
        name: piece.name,
        cells: [
          text(piece.text),
          ...names.map((name) =>
            cell(count(found[name].between(since, until)), scene.list(figureOf[name], piece)),
          ),
        ],
      };
    }),
  };
}
