import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  approvalRow,
  clockRow,
  complaintColumns,
  contactRow,
  customerColumns,
  offerRow,
  promiseRow,
  searchTextOf,
} from '../src/desk/rows.ts';
import { setUpDesk } from '../src/desk/set-up.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import { elapsedTime } from '../src/rules/business-time/counting.ts';
import { clocksAfter } from '../src/rules/clocks.ts';
import type { ComplaintEvent, Happening } from '../src/rules/events.ts';
import { applyWithoutClocks, begin, withClocks } from '../src/rules/fold.ts';
import type { ComplaintState } from '../src/rules/state.ts';
import {
  agentName,
  type ComplaintId,
  complaintId,
  currency,
  customerId,
  type Day,
  type Millis,
  millis,
  minor,
} from '../src/rules/values.ts';
import type { Head } from '../src/store/head-file.ts';
import { openStore } from '../src/store/open-store.ts';
import { BulkWriter } from './bulk-writer.ts';
import { dice, sampleNarrative, samplePerson } from './sample-text.ts';

/** Complaints a transaction: large enough to be fast, small enough to be kept in memory. */
const BATCH = 2000;
/** The newest conversations are still under way. */
const UNDER_WAY = 50;
/** Before them, as many as a busy desk has open. */
const STILL_OPEN = 3000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const FIRST = Date.UTC(2021, 0, 4, 8);
const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
if (!loaded.ok) throw new Error('the playbook has faults');
const { playbook } = loaded;
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
const severities = ['low', 'normal', 'normal', 'normal', 'high', 'urgent'];
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
  const head = await setUp(unfinished);
  const database = new Sqlite(unfinished);
  database.pragma('synchronous = OFF');
  const restore = withoutIndexes(database);
  const writer = new BulkWriter(database, head);
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
async function setUp(path: string): Promise<Head | undefined> {
  const store = await openStore({ path });
  const desk = { business: 'Sample', team: 'sample desk', role: 'agent', reachUs: '' } as const;
  for (const agent of agents) await setUpDesk(store, { ...desk, agent }, 'Europe/Sofia', FIRST);
  const head = await store.head();
  await store.close();
  return head;
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
  const [opened, ...rest] = story(roll, at, ageOf(index, count));
  const happenings = [opened, identified, ...rest].flatMap((one) => one ?? []);
  const { events, state } = lived(happenings, id, at, index);
  writer.row('complaint', { id, ...complaintColumns(state) });
  for (const event of events) writer.event(event);
  for (const offer of state.offers) writer.row('offer', { ...offerRow(id, offer) });
  for (const promise of state.promises) writer.row('promise', { ...promiseRow(id, promise) });
  for (const contact of state.contacts) writer.row('contact', { ...contactRow(id, contact) });
  for (const approval of state.approvals) writer.row('approval', { ...approvalRow(id, approval) });
  for (const clock of state.clocks) writer.row('clock', { ...clockRow(id, clock) });
  writer.search('complaint_search', id, searchTextOf(state));
  if (state.finishedAt === undefined) {
    const place = { question: 'fault', draft: null, agent: state.owner, at: state.updatedAt };
    writer.row('place', { complaint_id: id, ...place });
  }
}

/** How far a complaint has come: the newest are under way, those before still open, most closed. */
type Age = 'under-way' | 'open' | 'closed';

const ageOf = (index: number, count: number): Age => {
  if (index >= count - UNDER_WAY) return 'under-way';
  return index >= count - Math.min(STILL_OPEN, count / 10) ? 'open' : 'closed';
};

/** Numbers the happenings, lets the clocks run, and folds them: what the desk does one by one. */
function lived(
  happenings: readonly (Happening & { readonly after?: number })[],
  id: ComplaintId,
  opened: Millis,
  index: number,
): { readonly events: readonly ComplaintEvent[]; readonly state: ComplaintState } {
  const events: ComplaintEvent[] = [];
  let state: ComplaintState | undefined;
  let at = opened;
  for (const [n, { after = 20_000, ...happening }] of happenings.entries()) {
    if (n > 0) at = millis(at + after);
    const bare = eventOf(happening as Happening, id, n + 1, at, index);
    const next = state === undefined ? begin(bare) : applyWithoutClocks(state, bare);
    const facts = { targets: playbook.targets, keyCustomer: false };
    const clocks = clocksAfter(state, next, at, facts, elapsedTime);
    const event = { ...bare, body: { ...bare.body, clocks } } as ComplaintEvent;
    events.push(event);
    state = withClocks(next, event);
  }
  if (state === undefined) throw new RangeError('a story begins with opened');
  return { events, state };
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

/** What happened to one complaint; `after` is how many milliseconds passed before it. */
function story(
  roll: ReturnType<typeof dice>,
  at: number,
  age: Age,
): readonly (Happening & { readonly after?: number })[] {
  const one = (items: readonly string[]): string => items[roll(items.length)] ?? '';
  // Not everything is asked of everybody.
  const sometimes = (happening: Happening) => (roll(3) === 0 ? [happening] : []);
  const wish = one(remedies);
  const cause = one(causes);
  const said: readonly Happening[] = [
    { type: 'opened', body: { aim: millis(at + 8 * HOUR), due: millis(at + 10 * HOUR) } },
    { type: 'answered', body: { question: 'channel', value: one(channels) } },
    { type: 'answered', body: { question: 'words', value: sampleNarrative(roll) } },
    { type: 'answered', body: { question: 'restated', value: sampleNarrative(roll).slice(0, 80) } },
    ...sometimes({
      type: 'answered',
      body: { question: 'happened', value: new Date(at - DAY).toISOString().slice(0, 10) as Day },
    }),
    { type: 'answered', body: { question: 'product', value: one(products) } },
    { type: 'answered', body: { question: 'cause', value: cause } },
    ...sometimes({ type: 'answered', body: { question: 'severity', value: one(severities) } }),
    { type: 'answered', body: { question: 'wish', value: wish } },
  ];
  if (age === 'under-way') return said;
  return [...said, ...ending(roll, at, age, wish, cause)];
}

function ending(
  roll: ReturnType<typeof dice>,
  at: number,
  age: Age,
  wish: string,
  cause: string,
): readonly (Happening & { readonly after?: number })[] {
  const promised = roll(4) === 0;
  const asksAgain = roll(3) === 0;
  const waits = age === 'open' && roll(4) === 0;
  const refund = { amount: minor(500 + roll(9000)), currency: currency('EUR') };
  const chosen: readonly Happening[] = [
    { type: 'offered', body: { offers: [{ remedy: wish }, { remedy: 'refund', ...refund }] } },
    { type: 'answered', body: { question: 'chosen', value: 1 + roll(2) } },
    ...(promised
      ? [
          {
            type: 'promised',
            body: { what: 'sample promise', who: 'Agent A', due: millis(at + 3 * DAY) },
          } as const,
        ]
      : []),
  ];
  if (waits) {
    const until = millis(at + 4 * DAY);
    const asked = { ...refund, amount: minor(20_000), remedy: 'refund', reason: 'sample reason' };
    return [
      ...chosen,
      { type: 'approval_asked', body: asked },
      { type: 'waiting', body: { until, reason: 'sample reason', summary: 'sample summary' } },
    ];
  }
  const finished: readonly Happening[] = [
    ...chosen,
    { type: 'answered', body: { question: 'done', value: 'sample work' } },
    { type: 'answered', body: { question: 'outcome', value: promised ? 'promised' : 'resolved' } },
    ...(asksAgain
      ? [
          {
            type: 'answered',
            body: { question: 'followup', value: millis(at + 2 * DAY) },
          } as const,
        ]
      : []),
    { type: 'finished', body: {} },
  ];
  if (age === 'open') return finished;
  const verdict = roll(5) === 0 ? 'not_upheld' : 'upheld';
  return [
    ...finished,
    ...(promised
      ? [
          { type: 'promise_kept', body: { promise: 1, note: '' }, after: 2 * DAY } as const,
          { type: 'resolved', body: { text: 'sample work', accepted: true } } as const,
        ]
      : []),
    ...(asksAgain ? [followedUp(roll)] : []),
    { type: 'closed', body: { cause, verdict, changed: '', contacts: 2 }, after: HOUR },
  ];
}

const followedUp = (roll: ReturnType<typeof dice>): Happening & { readonly after: number } => ({
  type: 'contacted',
  body: {
    contact: 1,
    outcome: 'reached',
    note: '',
    satisfied: roll(5) > 0,
    score: 1 + roll(10),
  },
  after: DAY,
});
