import { customerListFields } from '../../desk/customers/customer-record.ts';
import { received, repeated } from '../../rules/figures/complaint-figures.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import type { ReportPart, ReportRow } from '../report.ts';
import { figureColumns, figureRow } from './figure-row.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, type Range, type Scene, text } from './scene.ts';

/** How many of those who complained most are named. */
const MOST = 20;

/** Who complains again, who matters most, who left and who came back (P39, P40). */
export const customers: ReportMaker = {
  terms: ['customers', 'repeated', 'repeat-customers', 'key-customers', 'lost', 'won-back'],
  async parts(scene) {
    const found = await scene.take({
      received: { count: received },
      repeated: { count: repeated },
      byCustomer: { count: received, by: groupings.customer },
      again: { count: repeated, by: groupings.customer },
    });
    const { record } = scene.of;
    const keys = new Set(await record.read.listCustomers({ key: true }));
    const changes = await record.read.standingChanges();
    const tell = ({ since, until }: Range) => {
      const told = { customers: 0, again: 0, keys: 0, ofKeys: 0 };
      for (let who = 1; who < found.byCustomer.groups; who++) {
        const many = found.byCustomer.between(since, until, who);
        if (many === 0) continue;
        told.customers += 1;
        if (found.again.between(since, until, who) > 0) told.again += 1;
        if (!keys.has(who)) continue;
        told.keys += 1;
        told.ofKeys += many;
      }
      const moved = (to: 'lost' | 'returned') =>
        new Set(
          changes
            .filter((one) => one.to === to && one.at >= since * 1000 && one.at < until * 1000)
            .map(({ customer }) => customer),
        ).size;
      return { ...told, lost: moved('lost'), wonBack: moved('returned') };
    };
    const [now, before] = [tell(scene.now), tell(scene.before)];
    // These are customers, and a list is of complaints.
    const row = (name: string, of: keyof typeof now): ReportRow =>
      figureRow(scene, { name, now: count(now[of]), before: count(before[of]) });
    const { since, until } = scene.now;
    const figures: ReportPart = {
      name: 'figures',
      title: scene.say('report.part.customers'),
      columns: figureColumns(scene),
      chart: { kind: 'tiles', value: 'now', before: 'before', change: 'change' },
      empty: '',
      rows: [
        row('customers', 'customers'),
        figureRow(scene, {
          name: 'repeated',
          now: count(found.repeated.between(since, until)),
          before: count(found.repeated.between(scene.before.since, scene.before.until)),
          list: scene.list('repeated'),
        }),
        row('repeat-customers', 'again'),
        row('key-customers', 'keys'),
        row('lost', 'lost'),
        row('won-back', 'wonBack'),
      ],
    };
    const most = Array.from({ length: found.byCustomer.groups }, (_, who) => ({
      who,
      many: found.byCustomer.between(since, until, who),
    }))
      .filter(({ who, many }) => who > 0 && many > 1)
      .toSorted((one, other) => other.many - one.many || one.who - other.who)
      .slice(0, MOST);
    return [figures, await named(scene, most)];
  },
};

async function named(
  scene: Scene,
  most: readonly { readonly who: number; readonly many: number }[],
): Promise<ReportPart> {
  const ids = most.map(({ who }) => who);
  const rows = await scene.of.record.read.customerRecords(ids, customerListFields);
  const known = new Map(rows.map((row) => [Number(row['number']), row]));
  return {
    name: 'most_complaints',
    title: scene.say('report.part.most-complaints'),
    columns: ['customer', 'received', 'open_now', 'key', 'standing'].map((name) =>
      scene.column(name),
    ),
    chart: { kind: 'bars', value: 'received' },
    empty: scene.say('report.empty.repeats'),
    rows: most.map(({ who, many }) => {
      const row = known.get(who);
      const standing = row?.['standing'];
      return {
        name: String(who),
        cells: [
          cell({ kind: 'text', text: String(row?.['name'] ?? who) }, [
            'customer',
            'show',
            String(who),
          ]),
          cell(count(many), scene.list('received', scene.of.period, { customer: who })),
          cell(count(Number(row?.['open'] ?? 0))),
          text(row?.['key'] === true ? scene.say('report.yes') : ''),
          text(
            standing === 'lost' || standing === 'returned'
              ? scene.say(`report.standing.${standing}`)
              : '',
          ),
        ],
      };
    }),
  };
}
