import { groupings } from '../../rules/figures/groupings.ts';
import { followUpFigures, remedyFigures, score } from '../../rules/figures/hanging-figures.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, mean, money, share, text } from './scene.ts';

const { wished, offered, chosen } = remedyFigures;

/** What is wished, put before customers and chosen, what it costs, and how content they are (P18, P19). */
export const remedies: ReportMaker = {
  terms: ['wished', 'offered', 'chosen', 'cost', 'satisfied', 'score'],
  async parts(scene) {
    const found = await scene.take({
      wished: { count: wished, by: groupings.wish },
      offered: { count: offered, by: groupings.offeredRemedy },
      chosen: { count: chosen, by: groupings.chosenRemedy },
      cost: { cost: true, by: groupings.chosenRemedy },
      said: { count: followUpFigures.said, by: groupings.chosenRemedy },
      satisfied: { count: followUpFigures.satisfied, by: groupings.chosenRemedy },
      score: { mean: score, by: groupings.chosenRemedy },
    });
    const { since, until } = scene.now;
    const groups = Math.max(found.wished.groups, found.offered.groups, found.chosen.groups);
    const rows = Array.from({ length: groups }, (_, group) => ({
      group,
      wished: found.wished.between(since, until, group),
      offered: found.offered.between(since, until, group),
      chosen: found.chosen.between(since, until, group),
    }))
      .filter((row) => row.group > 0 && row.wished + row.offered + row.chosen > 0)
      .toSorted((one, other) => other.chosen - one.chosen || other.offered - one.offered);
    return [
      {
        name: 'remedies',
        title: scene.say('report.part.remedies'),
        columns: [
          'remedy',
          'wished',
          'offered',
          'chosen',
          'chosen_share',
          'cost',
          'satisfied',
          'score',
        ].map((name) => scene.column(name)),
        chart: { kind: 'bars', value: 'chosen' },
        empty: scene.say('report.empty.nothing'),
        rows: rows.map((row) => {
          const { group } = row;
          const id = scene.word(group);
          const satisfied = found.satisfied.between(since, until, group);
          return {
            name: id,
            cells: [
              text(scene.remedy(id)),
              cell(count(row.wished), scene.list(`wished:${id}`)),
              cell(count(row.offered), scene.list(`offered:${id}`)),
              cell(count(row.chosen), scene.list(`chosen:${id}`)),
              cell(share(row.chosen, row.offered)),
              cell(money(scene.sums(found.cost.between(since, until, group)))),
              cell(share(satisfied, found.said.between(since, until, group))),
              cell(mean(found.score.mean(since, until, group))),
            ],
          };
        }),
      },
    ];
  },
};
