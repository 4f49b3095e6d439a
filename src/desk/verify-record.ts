import { isDeepStrictEqual } from 'node:util';
import type { DeskHappening } from '../rules/desk-events.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { fold } from '../rules/fold.ts';
import type { CustomerFact, CustomerFacts } from '../rules/state.ts';
import { activeEvents } from '../rules/undo.ts';
import { type ComplaintId, type CustomerId, complaintId, refOf } from '../rules/values.ts';
import type { Head } from '../store/head-file.ts';
import type { Store } from '../store/open-store.ts';
import type { Reader } from '../store/reader.ts';
import type { LogFaultCode } from '../store/verify.ts';
import { readState } from './act.ts';
import { deskEventOf } from './desk-events.ts';
import { eventOf } from './rows.ts';
import {
  faultsOfPeople,
  type PeopleLog,
  type PersonFault,
  rememberPerson,
} from './verify-people.ts';

/**
 * What is wrong with a record.
 * - the faults of the log: see `store/verify.ts`
 * - `unsound`: SQLite finds the file damaged
 * - `no-events`, `no-row`: a complaint that only the tables, or only the log, know of
 * - `differs`: a complaint is not what its events fold into
 * - `unfoldable`: its events do not follow from each other
 * - `customer-missing`, `customer-differs`: a customer is not what the events say
 * - `agent-missing`, `agent-differs`: somebody who works here is not
 */
export interface RecordFault {
  readonly code:
    | LogFaultCode
    | 'unsound'
    | 'no-events'
    | 'no-row'
    | 'differs'
    | 'unfoldable'
    | 'customer-missing'
    | 'customer-differs'
    | PersonFault['code'];
  /** An event's number, a reference, a customer's number or a name with the fact, or SQLite's words. */
  readonly where: string;
}

/** What checking a record has shown. */
export interface RecordCheck {
  readonly events: number;
  /** Events whose words were erased; what hangs on them cannot be folded, and is passed over. */
  readonly erased: number;
  /** Complaints held against their events; undefined when that was not asked for. */
  readonly complaints: number | undefined;
  readonly head: Head | undefined;
  readonly faults: readonly RecordFault[];
}

/** How far a record is checked. */
export interface RecordCheckOptions {
  /** A head that was printed once. */
  readonly expect?: string | undefined;
  /** Whether the tables are held against the log as well. */
  readonly rebuild: boolean;
  /** Told now and then how many complaints are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** After so many faults more of them say nothing new. */
const mostFaults = 100;
const page = 1000;

/**
 * Checks everything about a record: the file, the chain of the log, its remembered head, and that
 * the tables hold exactly what the events fold into.
 * @throws StoreError when it cannot be read
 */
export async function verifyRecord(
  store: Store,
  { expect, rebuild, onProgress }: RecordCheckOptions,
): Promise<RecordCheck> {
  const unsound = store.quickCheck().map((where): RecordFault => ({ code: 'unsound', where }));
  const log = await store.verify(expect);
  const chain = log.faults.map(({ code, seq }): RecordFault => ({ code, where: `#${seq}` }));
  const rebuilt = rebuild ? await rebuildAll(store.read, onProgress) : undefined;
  return {
    events: log.events,
    erased: log.erased,
    complaints: rebuilt?.complaints,
    head: log.head,
    faults: [...unsound, ...chain, ...(rebuilt?.faults ?? [])].slice(0, mostFaults),
  };
}

interface Rebuilt {
  readonly complaints: number;
  readonly faults: readonly RecordFault[];
}

async function rebuildAll(
  read: Reader,
  onProgress: RecordCheckOptions['onProgress'] = () => {},
): Promise<Rebuilt> {
  const faults: RecordFault[] = [];
  const customers: CustomerLog = new Map();
  const people: PeopleLog = new Map();
  const logged = await complaintsOfLog(read, customers, people);
  let complaints = 0;
  for (const id of logged) {
    const code = await faultOfComplaint(read, id, customers);
    if (code !== undefined) faults.push({ code, where: refOf(id) });
    complaints++;
    if (complaints % page === 0) await onProgress(complaints, logged.size);
    if (faults.length >= mostFaults) return { complaints, faults };
  }
  for await (const id of complaintsOfTables(read)) {
    if (!logged.has(id)) faults.push({ code: 'no-events', where: refOf(id) });
  }
  faults.push(...(await faultsOfCustomers(read, customers)));
  faults.push(...(await faultsOfPeople(read, people)));
  return { complaints, faults };
}

/** Walks the log once: which complaints it speaks of, and what it says of the desk itself. */
async function complaintsOfLog(
  read: Reader,
  customers: CustomerLog,
  people: PeopleLog,
): Promise<Set<ComplaintId>> {
  const found = new Set<ComplaintId>();
  for (let seq = 0; ; ) {
    const events = await read.eventsAfter(seq, page);
    for (const event of events) {
      if (event.complaint !== null) found.add(complaintId(event.complaint));
      const happening = deskEventOf(event);
      if (happening === undefined) continue;
      rememberPerson(people, happening);
      rememberOfDesk(customers, happening, event.seq);
    }
    const last = events.at(-1);
    if (last === undefined) return found;
    seq = last.seq;
  }
}

async function* complaintsOfTables(read: Reader): AsyncGenerator<ComplaintId, void> {
  const sort = { by: 'id', direction: 'asc' } as const;
  for (let last: number | undefined; ; ) {
    const after = last === undefined ? {} : { after: last };
    const ids = await read.findComplaints({ filter: {}, sort, limit: page, ...after });
    yield* ids.map(complaintId);
    last = ids.at(-1);
    if (last === undefined) return;
  }
}

async function faultOfComplaint(
  read: Reader,
  id: ComplaintId,
  customers: CustomerLog,
): Promise<RecordFault['code'] | undefined> {
  const rows = await read.eventsOf(id);
  const events = rows.flatMap((row) => eventOf(row) ?? []);
  // Words that were erased cannot be folded; the chain has vouched for their place.
  if (events.length < rows.length) return undefined;
  try {
    const active = activeEvents(events);
    const state = fold(events);
    const seqs = new Map(rows.map(({ n, seq }) => [n, seq]));
    for (const event of active) remember(customers, event, seqs.get(event.n) ?? 0);
    const held = await readState(read, id);
    if (held === undefined) return 'no-row';
    return isDeepStrictEqual(plain(state), plain(held)) ? undefined : 'differs';
  } catch (error) {
    // A log that begins in the middle, or takes back what never was, is a fault to be named.
    if (error instanceof RangeError || error instanceof TypeError) return 'unfoldable';
    throw error;
  }
}

/** Both sides as JSON has them, so that a field left out equals one that is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** What the log can say of a customer: facts, and where they stand with us. */
type LoggedFact = CustomerFact | 'key' | 'standing' | 'merged_into';

/** What the log says of each customer, with the number of the event that said it last. */
type CustomerLog = Map<
  number,
  Map<LoggedFact, { readonly seq: number; readonly to: string | number | null }>
>;

function remember(customers: CustomerLog, event: ComplaintEvent, seq: number): void {
  if (event.type === 'customer_changed') {
    const { customer, fact, to } = event.body;
    put(customers, customer, fact, to, seq);
  }
  const { customer, added } = writtenDown(event);
  if (customer !== undefined && added !== undefined) {
    for (const [fact, to] of Object.entries(added)) {
      put(customers, customer, fact as CustomerFact, to, seq);
    }
    put(customers, customer, 'key', 0, seq);
    put(customers, customer, 'standing', null, seq);
    put(customers, customer, 'merged_into', null, seq);
  }
}

/** Who was written down with an event, and as what. */
function writtenDown(event: ComplaintEvent): {
  readonly customer?: CustomerId;
  readonly added?: CustomerFacts;
} {
  if (event.type === 'customer_identified') return event.body;
  if (event.type !== 'imported') return {};
  const { state, added } = event.body;
  return {
    ...(state.customer && { customer: state.customer }),
    ...(added && { added }),
  };
}

/** What was done to customers outside any conversation. */
function rememberOfDesk(customers: CustomerLog, { type, body }: DeskHappening, seq: number): void {
  switch (type) {
    case 'customer_changed':
      put(customers, body.customer, body.fact, body.to, seq);
      break;
    case 'customer_key_set':
      put(customers, body.customer, 'key', body.key ? 1 : 0, seq);
      break;
    case 'customer_standing_set':
      put(customers, body.customer, 'standing', body.to, seq);
      break;
    case 'customers_merged':
      put(customers, body.from, 'merged_into', body.apart ? null : body.to, seq);
  }
}

function put(
  customers: CustomerLog,
  customer: number,
  fact: LoggedFact,
  to: string | number | null,
  seq: number,
): void {
  const facts = customers.get(customer) ?? new Map();
  customers.set(customer, facts);
  if ((facts.get(fact)?.seq ?? 0) <= seq) facts.set(fact, { seq, to });
}

async function faultsOfCustomers(read: Reader, customers: CustomerLog): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  for (const [customer, facts] of customers) {
    const row = await read.customer(customer);
    if (row === undefined) {
      faults.push({ code: 'customer-missing', where: String(customer) });
      continue;
    }
    for (const [fact, { to }] of facts) {
      if ((row[fact] ?? null) !== to) {
        faults.push({ code: 'customer-differs', where: `${customer} ${fact}` });
      }
    }
    if (faults.length >= mostFaults) break;
  }
  return faults;
}
