import { clockFigures } from '../../rules/figures/clock-figures.ts';
import {
  closed,
  ended,
  firstContact,
  improved,
  judged,
  received,
  repeated,
  reprioritised,
  resolved,
  upheld,
  withinEightWeeks,
  withinThreeDays,
} from '../../rules/figures/complaint-figures.ts';
import { referred } from '../../rules/figures/hanging-figures.ts';
import type { Value } from '../report.ts';
import { figureColumns, figureRow } from './figure-row.ts';
import type { ReportMaker } from './maker.ts';
import { count, type Range, share } from './scene.ts';
import { openAt } from './summary.ts';

const questions = {
  received: { count: received },
  resolved: { count: resolved },
  closed: { count: closed },
  ended: { count: ended },
  firstContact: { count: firstContact },
  acknowledgedLate: { count: clockFigures.acknowledge.late },
  answeredLate: { count: clockFigures.answer.late },
  resolvedLate: { count: clockFigures.resolve.late },
  reprioritised: { count: reprioritised },
  referred: { count: referred },
  repeated: { count: repeated },
  improved: { count: improved },
  judged: { count: judged },
  upheld: { count: upheld },
  withinThreeDays: { count: withinThreeDays },
  withinEightWeeks: { count: withinEightWeeks },
} as const;

/**
 * The monitoring figures that complaint-handling standards ask for (ISO 10002:2018, 8.3 and Annex I;
 * the shares that FCA DISP 1.10 reports). A policy pack adds its regulator's own return to these.
 */
export const standard: ReportMaker = {
  terms: [
    'outstanding-at-start',
    'received',
    'first-contact',
    'late-acknowledge',
    'late-answer',
    'late-resolve',
    'reprioritised',
    'referred',
    'repeated',
    'improved',
    'resolved',
    'closed',
    'outstanding-at-end',
    'upheld',
    'within-three-days',
    'within-eight-weeks',
  ],
  async parts(scene) {
    const found = await scene.take(questions);
    const { period, before: earlier } = scene.of;
    const row = (name: string, of: (range: Range) => Value, list?: readonly string[]) =>
      figureRow(scene, {
        name,
        now: of(scene.now),
        before: of(scene.before),
        ...(list === undefined ? {} : { list }),
      });
    const counted = (name: string, question: keyof typeof questions) =>
      row(
        name,
        ({ since, until }) => count(found[question].between(since, until)),
        scene.list(name),
      );
    const shared = (name: string, part: keyof typeof questions, of: keyof typeof questions) =>
      row(
        name,
        ({ since, until }) =>
          share(found[part].between(since, until), found[of].between(since, until)),
        scene.list(name),
      );
    const atStart = { since: earlier.since, until: period.since };
    return [
      {
        name: 'figures',
        title: scene.say('report.part.standard'),
        columns: figureColumns(scene),
        empty: '',
        rows: [
          row(
            'outstanding-at-start',
            ({ since }) => count(openAt(found, since)),
            scene.listOpen(atStart),
          ),
          counted('received', 'received'),
          counted('first-contact', 'firstContact'),
          counted('late-acknowledge', 'acknowledgedLate'),
          counted('late-answer', 'answeredLate'),
          counted('late-resolve', 'resolvedLate'),
          counted('reprioritised', 'reprioritised'),
          counted('referred', 'referred'),
          counted('repeated', 'repeated'),
          counted('improved', 'improved'),
          counted('resolved', 'resolved'),
          counted('closed', 'closed'),
          row('outstanding-at-end', ({ until }) => count(openAt(found, until)), scene.listOpen()),
          shared('upheld', 'upheld', 'judged'),
          shared('within-three-days', 'withinThreeDays', 'ended'),
          shared('within-eight-weeks', 'withinEightWeeks', 'ended'),
        ],
      },
    ];
  },
};
