import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  complaintColumns,
  customerColumns,
  offerRow,
  promiseRow,
  searchTextOf,
} from '../src/desk/rows.ts';
import { setUpDesk } from '../src/desk/set-up.ts';
import type { ComplaintEvent, Happening } from '../src/rules/events.ts';
import { fold } from '../src/rules/fold.ts';
import {
  agentName,
  type ComplaintId,
  complaintId,
  currency,
  customerId,
  type Day,
  millis,
  minor,
} from '../src/rules/values.ts';
import { openStore } from '../src/store/open-store.ts';
import { BulkWriter } from './bulk-writer.ts';
import { dice, sampleNarrative, samplePerson } from './sample-text.ts';

/** Complaints a transaction: large enough to be fast, small enough to be kept in memory. */
const BATCH = 2000;
/** The newest conversations are still under way. */
const UNDER_WAY = 50;
const DAY = 86_400_000;
const FIRST = Date.UTC(2021, 0, 4, 8);
const agents = ['Agent A', 'Agent B', 'Agent C', 'Agent D', 'Agent E'];
const channels = ['phone', 'email', 'in-person', 'chat', 'web', 'social', 'letter'];
const causes = [
  'delivery/damaged',
  'delivery/late',
  'product/faulty',
  'billing/wrong-amount',
  'manner/rude',
];
const products = ['lamp', 'kettle', 'chair', 'delivery', 'repair', 'subscription'];
const remedies = ['replacement', 'refund', 'repair', 'store-credit'];

/**
 * Makes a record of sample complaints: every state table is the fold of its events, and the log is
 * chained, so that `verify` finds it clean. The rows are written past the desk, a thousand times as
 * many a second; what they say is decided by the same rules.
 * @param path where; a file that is there already is taken as it is
 * @param count how many complaints; a third as many customers, about twelve events each
 */
export async function generate(path: string, count: number): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  for (const end of ['', '-wal', '-shm', '.head']) rmSync(unfinished + end, { force: true });
  await setUp(unfinished);
  const database = new Sqlite(unfinished);
  database.pragma('synchronous = OFF');
  const restore = withoutIndexes(database);
  const writer = new BulkWriter(database);
  const roll = dice(20_261_121);
  for (let done = 0; done < count; done += BATCH) {
    database.transaction(() => {
      for (let n = done; n < Math.min(count, done + BATCH); n += 1)
        addComplaint(writer, roll, n, count);
    })();
    if (done % 50_000 === 0) process.stderr.write(`\r${done} of ${count} sample complaints`);
  }
  process.stderr.write('\n');
  restore();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  renameSync(unfinished, path);
}

/** A desk where somebody works already, so that no first question stands before the first screen. */
async function setUp(path: string): Promise<void> {
  const store = await openStore({ path });
  const desk = { business: 'Sample', team: 'sample desk', role: 'agent', reachUs: '' } as const;
  for (const agent of agents) await setUpDesk(store, { ...desk, agent }, 'Europe/Sofia', FIRST);
  await store.close();
}

/**
 * Indexes are built many times faster at the end, in one go; triggers guard what a generator does right.
 * @returns what puts them back
 */
function withoutIndexes(database: Sqlite.Database): () => void {
  const made = database
    .prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql <> ''",
    )
    .all() as { readonly type: string; readonly name: string; readonly sql: string }[];
  for (const { type, name } of made) database.exec(`DROP ${type} ${name}`);
  return () => {
    for (const { sql } of made) database.exec(sql);
  };
}

function addComplaint(
  writer: BulkWriter,
  roll: ReturnType<typeof dice>,
  index: number,
  count: number,
): void {
  const at = millis(FIRST + Math.floor((index / count) * 5 * 365 * DAY));
  const isNew = writer.customers === 0 || roll(3) === 0;
  const facts = {
    ...samplePerson(roll),
    phone: `+359 8${roll(90) + 10} ${roll(900) + 100} ${roll(9000) + 1000}`,
    email: `sample${index}@example.org`,
    account: `S${String(index).padStart(7, '0')}`,
  };
  const customer = customerId(
    isNew ? writer.customer({ ...customerColumns(facts, at) }) : roll(writer.customers) + 1,
  );
  const id = complaintId(1001 + index);
  const identified: Happening = {
    type: 'customer_identified',
    body: isNew ? { customer, added: facts } : { customer },
  };
  const [opened, ...rest] = story(roll, at, index >= count - UNDER_WAY);
  const events = [opened, identified, ...rest].flatMap((happening, n) =>
    happening === undefined ? [] : [eventOf(happening, id, n + 1, millis(at + n * 20_000), index)],
  );
  const state = fold(events);
  if (state === undefined) throw new RangeError('a story begins with opened');
  writer.row('complaint', { id, ...complaintColumns(state) });
  for (const event of events) writer.event(event);
  for (const offer of state.offers) writer.row('offer', { ...offerRow(id, offer) });
  for (const promise of state.promises) writer.row('promise', { ...promiseRow(id, promise) });
  writer.search('complaint_search', id, searchTextOf(state));
  if (state.finishedAt === undefined) {
    const place = { question: 'fault', draft: null, agent: state.owner, at: state.updatedAt };
    writer.row('place', { complaint_id: id, ...place });
  }
}

const eventOf = (
  happening: Happening,
  complaint: ComplaintId,
  n: number,
  at: ComplaintEvent['at'],
  index: number,
): ComplaintEvent => ({
  ...happening,
  complaint,
  n,
  at,
  agent: agentName(agents[index % agents.length] ?? ''),
});

/** What happened to one complaint; the newest ones are still under way. */
function story(roll: ReturnType<typeof dice>, at: number, underWay: boolean): readonly Happening[] {
  const one = (items: readonly string[]): string => items[roll(items.length)] ?? '';
  const wish = one(remedies);
  const promised = roll(4) === 0;
  const said: readonly Happening[] = [
    { type: 'opened', body: { aim: millis(at + 8 * 3_600_000), due: millis(at + 10 * 3_600_000) } },
    { type: 'answered', body: { question: 'channel', value: one(channels) } },
    { type: 'answered', body: { question: 'words', value: sampleNarrative(roll) } },
    { type: 'answered', body: { question: 'restated', value: sampleNarrative(roll).slice(0, 80) } },
    {
      type: 'answered',
      body: { question: 'happened', value: new Date(at - DAY).toISOString().slice(0, 10) as Day },
    },
    { type: 'answered', body: { question: 'product', value: one(products) } },
    { type: 'answered', body: { question: 'cause', value: one(causes) } },
    { type: 'answered', body: { question: 'wish', value: wish } },
  ];
  if (underWay) return said;
  return [
    ...said,
    {
      type: 'offered',
      body: {
        offers: [
          { remedy: wish },
          { remedy: 'refund', amount: minor(500 + roll(9000)), currency: currency('EUR') },
        ],
      },
    },
    { type: 'answered', body: { question: 'chosen', value: 1 + roll(2) } },
    ...(promised
      ? [
          {
            type: 'promised',
            body: { what: 'sample promise', who: 'Agent A', due: millis(at + 3 * DAY) },
          } as const,
        ]
      : []),
    { type: 'answered', body: { question: 'outcome', value: promised ? 'promised' : 'resolved' } },
    { type: 'finished', body: {} },
  ];
}
