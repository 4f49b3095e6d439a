import type { FigureFacets } from '../../desk/figures/figure-filter.ts';
import { received } from '../../rules/figures/complaint-figures.ts';
import type { Grouping } from '../../rules/figures/figure.ts';
import { groupings, productAndCause } from '../../rules/figures/groupings.ts';
import type { ReportRow } from '../report.ts';
import { grownGroups } from './grown-groups.ts';
import type { ReportMaker } from './maker.ts';
import { cell, change, count, money, type Scene, share, text } from './scene.ts';

/** So many are told one by one; the others together. */
const MOST = 50;

/** What people complain about, the most first, and what it costs (P37). */
export const causes: ReportMaker = {
  terms: ['received', 'running-share', 'new', 'growing', 'cost'],
  async parts(scene) {
    const { grouping, named } = groupsBy(scene);
    const found = await scene.take({
      counts: { count: received, by: grouping },
      costs: { cost: true, by: grouping },
    });
    const { now, before } = scene;
    const stands = new Map(grownGroups(scene, found.counts).map((one) => [one.group, one.stands]));
    const counted = Array.from({ length: found.counts.groups }, (_, group) => ({
      group,
      now: found.counts.between(now.since, now.until, group),
      before: found.counts.between(before.since, before.until, group),
    }))
      .filter((one) => one.now + one.before > 0)
      .toSorted((one, other) => other.now - one.now || one.group - other.group);
    const all = counted.reduce((sum, one) => sum + one.now, 0);
    let running = 0;
    const rows = counted.slice(0, MOST).map(({ group, now: many, before: earlier }): ReportRow => {
      running += many;
      const { name, label, facets } = named(group);
      const remark = stands.get(group);
      return {
        name,
        cells: [
          text(label),
          cell(count(many), facets && scene.list('received', scene.of.period, facets)),
          cell(share(many, all)),
          cell(share(running, all)),
          cell(count(earlier)),
          cell(change(many, earlier)),
          cell(money(scene.sums(found.costs.between(now.since, now.until, group)))),
        ],
        ...(remark === undefined ? {} : { remark: scene.say(`report.remark.${remark}`) }),
      };
    });
    const rest = counted.slice(MOST);
    return [
      {
        name: scene.of.choices.of,
        title: scene.say(`report.part.causes-by-${scene.of.choices.of}`),
        columns: ['what', 'received', 'share', 'running_share', 'before', 'change', 'cost'].map(
          (name) => scene.column(name),
        ),
        chart: { kind: 'pareto', value: 'received', share: 'running_share' },
        empty: scene.say('report.empty.nothing'),
        rows: rest.length === 0 ? rows : [...rows, others(scene, rest, all, found.costs)],
      },
    ];
  },
};

function others(
  scene: Scene,
  rest: readonly { readonly group: number; readonly now: number; readonly before: number }[],
  all: number,
  costs: { between(since: number, until: number, group: number): Parameters<Scene['sums']>[0] },
): ReportRow {
  const sum = (of: (one: (typeof rest)[number]) => number) =>
    rest.reduce((total, one) => total + of(one), 0);
  const many = sum(({ now }) => now);
  const earlier = sum(({ before }) => before);
  const { since, until } = scene.now;
  const byCurrency = Map.groupBy(
    rest.flatMap(({ group }) => costs.between(since, until, group)),
    ({ currency }) => currency,
  );
  const together = [...byCurrency].map(([currency, sums]) => ({
    currency,
    minor: sums.reduce((total, { minor }) => total + minor, 0),
  }));
  return {
    name: 'others',
    cells: [
      text(scene.say('report.others', { count: rest.length })),
      cell(count(many)),
      cell(share(many, all)),
      cell(share(all, all)),
      cell(count(earlier)),
      cell(change(many, earlier)),
      cell(money(scene.sums(together))),
    ],
  };
}

interface Named {
  readonly name: string;
  readonly label: string;
  /** How the list is narrowed to it; a list cannot be asked for what was not said. */
  readonly facets: FigureFacets | undefined;
}

function groupsBy(scene: Scene): {
  readonly grouping: Grouping;
  readonly named: (group: number) => Named;
} {
  const { of } = scene.of.choices;
  if (of !== 'both') {
    return {
      grouping: groupings[of],
      named(group) {
        const id = scene.word(group);
        const facets = id === '' ? undefined : { [of]: id };
        return { name: id, label: scene.label(of, id), facets };
      },
    };
  }
  const numbers = new Map<number, number>();
  const pairs: (readonly [product: string, cause: string])[] = [];
  return {
    grouping: productAndCause((product, cause) => {
      const key = product * 2 ** 26 + cause;
      let pair = numbers.get(key);
      if (pair === undefined) {
        pair = pairs.length;
        numbers.set(key, pair);
        pairs.push([scene.word(product), scene.word(cause)]);
      }
      return pair;
    }),
    named(group) {
      const [product = '', cause = ''] = pairs[group] ?? [];
      const label = `${scene.label('product', product)}: ${scene.label('cause', cause)}`;
      const facets = product === '' || cause === '' ? undefined : { product, cause };
      return { name: `${product} ${cause}`, label, facets };
    },
  };
}
