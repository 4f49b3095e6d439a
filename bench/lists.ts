import { performance } from 'node:perf_hooks';
import type { ComplaintFilter, ComplaintSort } from '../src/store/find-complaints.ts';
import { openRecordFile } from '../src/store/open-record.ts';
import { type Figure, median } from './measure.ts';

const ROUNDS = 5;
const PAGE = 50;
const DAY = 86_400_000;

/** What one filter of the list may be; the last of each fits nothing. */
const single = (newest: number): readonly (readonly [string, ComplaintFilter])[] => [
  ...(['open', 'waiting', 'escalated', 'resolved', 'closed'] as const).map(
    (stage) => [`stage ${stage}`, { stage: [stage] }] as const,
  ),
  ['stages', { stage: ['open', 'waiting', 'escalated'] }],
  ['stages over', { stage: ['resolved', 'closed'] }],
  ['owner', { owner: 'Agent B' }],
  ['no owner', { owner: 'Nobody' }],
  ['channel', { channel: 'phone' }],
  ['no channel', { channel: 'telegraph' }],
  ['product', { product: 'kettle' }],
  ['no product', { product: 'nothing' }],
  ['cause', { cause: 'delivery/late' }],
  ['group', { cause: 'delivery' }],
  ['no cause', { cause: 'delivery/never' }],
  ['severity', { severity: 'high' }],
  ['no severity', { severity: 'none' }],
  ['outcome', { outcome: 'promised' }],
  ['rare outcome', { outcome: 'unsatisfied' }],
  ['verdict', { verdict: 'upheld' }],
  ['other verdict', { verdict: 'partly' }],
  ['customer', { customer: 777 }],
  ['key', { key: true }],
  ['late', { late: newest }],
  ['this week', { since: newest - 7 * DAY }],
  ['this year', { since: newest - 365 * DAY }],
  ['long ago', { until: newest - 3 * 365 * DAY }],
  ['a month', { since: newest - 730 * DAY, until: newest - 700 * DAY }],
  ['never', { since: newest + DAY }],
];

const sorts: readonly ComplaintSort[] = (
  ['opened_at', 'updated_at', 'answer_due', 'id'] as const
).flatMap((by) => [
  { by, direction: 'desc' },
  { by, direction: 'asc' },
]);

interface Timed {
  readonly what: string;
  readonly took: number;
}

/**
 * The first page of the list by every filter, and every two of them, in every order.
 * @param million the path of the record
 */
export async function lists(million: string): Promise<readonly Figure[]> {
  const record = openRecordFile(million, 5000);
  try {
    const [last] = await record.read.findComplaints({ filter: {}, limit: 1 });
    const [row] = await record.read.records(last === undefined ? [] : [last], [
      { name: 'at', kind: 'integer', sql: 'c.opened_at' },
    ]);
    const named = single(Number(row?.['at']));
    const time = async (what: string, filter: ComplaintFilter): Promise<Timed[]> => {
      const timed: Timed[] = [];
      for (const sort of sorts) {
        const took: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const started = performance.now();
          await record.read.findComplaints({ filter, sort, limit: PAGE });
          took.push(performance.now() - started);
        }
        timed.push({ what: `${what}, ${sort.by} ${sort.direction}`, took: median(took) });
      }
      return timed;
    };
    const ones: Timed[] = [...(await time('everything', {}))];
    const pairs: Timed[] = [];
    for (const [at, [name, filter]] of named.entries()) {
      ones.push(...(await time(name, filter)));
      for (const [other, second] of named.slice(at + 1)) {
        if (Object.keys(second).some((key) => key in filter)) continue;
        pairs.push(...(await time(`${name} and ${other}`, { ...filter, ...second })));
      }
    }
    return [figure('one filter', ones), figure('two filters', pairs)];
  } finally {
    await record.close();
  }
}

/** The slowest of all is the figure: "any" leaves no room for a middle. */
function figure(what: string, timed: readonly Timed[]): Figure {
  const [slowest] = timed.toSorted((one, other) => other.took - one.took);
  return {
    what: `first page of the list, ${what}, the slowest of ${timed.length} (${slowest?.what})`,
    reference: '',
    value: slowest?.took ?? Number.NaN,
    unit: 'ms',
    atMost: 50,
  };
}
