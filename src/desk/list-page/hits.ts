import {
  type ComplaintId,
  type CustomerId,
  complaintId,
  customerId,
  type Millis,
  millis,
  readRef,
} from '../../rules/values.ts';
import { recordFields } from '../../store/record-fields.ts';
import type { Desk } from '../desk.ts';
import { findCustomers } from '../find-customers.ts';
import { type Mark, marksIn } from './context.ts';

/** A complaint that was found, with the text it was found by. */
export interface Hit {
  readonly id: ComplaintId;
  /** Undefined while no name was given. */
  readonly customer: string | undefined;
  readonly stage: string;
  readonly openedAt: Millis;
  /** One line, as it was said. */
  readonly text: string;
  /** What of the text was searched for. */
  readonly marks: readonly Mark[];
}

/** A customer who was found. */
export interface FoundCustomer {
  readonly id: CustomerId;
  readonly name: string;
  readonly nameMarks: readonly Mark[];
  /** How to reach them: a phone number, else an email address. */
  readonly reach: string;
  readonly reachMarks: readonly Mark[];
  readonly complaints: number;
}

/** What a search finds. */
export interface Hits {
  readonly customers: readonly FoundCustomer[];
  /** The newest first. */
  readonly complaints: readonly Hit[];
}

/** The texts that a hit is shown by; the first with a match is the one. */
const texts = [
  'words',
  'restated',
  'product',
  'done',
  'resolution',
  'customer_name',
  'customer_phone',
  'customer_email',
  'customer_account',
];
const shown = new Set(['reference', 'stage', 'opened_at', ...texts]);
const fields = recordFields.filter(({ name }) => shown.has(name));

/**
 * Searches names, references, phone numbers, email addresses, account numbers and whatever was said,
 * in any of the languages; each word may be only begun (P8).
 * @param limit how many complaints at most
 * @throws StoreError when the record cannot be read
 */
export async function findHits(desk: Desk, text: string, limit: number): Promise<Hits> {
  if (text.trim() === '') return { customers: [], complaints: [] };
  const { read } = desk.store;
  const newest = { sort: { by: 'id', direction: 'desc' }, limit } as const;
  const customers = await customersFor(desk, text);
  const ids = new Set(await read.findComplaints({ filter: { text }, ...newest }));
  // What is known of a customer stands with the customer, and theirs are meant as well.
  for (const { id } of customers) {
    for (const one of await read.findComplaints({ filter: { customer: id }, ...newest }))
      ids.add(one);
  }
  const sorted = [...ids].toSorted((one, other) => other - one).slice(0, limit);
  const meant = readRef(text);
  const first = meant === undefined ? sorted : [meant, ...sorted.filter((id) => id !== meant)];
  const complaints = (await read.records(first, fields)).map((record) => hitOf(record, text));
  return { customers, complaints };
}

/** More customers than this belong on a list of their own. */
const CUSTOMERS = 3;

async function customersFor(desk: Desk, text: string): Promise<readonly FoundCustomer[]> {
  const found = await findCustomers(desk, text, CUSTOMERS);
  return found.map(({ id, name, phone, email, complaints }) => {
    const reach = phone ?? email ?? '';
    return {
      id: customerId(id),
      name,
      nameMarks: marksIn(name, text),
      reach,
      reachMarks: marksIn(reach, text),
      complaints,
    };
  });
}

function hitOf(record: Readonly<Record<string, unknown>>, sought: string): Hit {
  const textOf = (name: string): string => String(record[name] ?? '').replace(/\s+/g, ' ');
  const found = texts
    .map((name) => ({ text: textOf(name), marks: marksIn(textOf(name), sought) }))
    .find(({ marks }) => marks.length > 0);
  return {
    id: readRef(textOf('reference')) ?? complaintId(0),
    customer: textOf('customer_name') || undefined,
    stage: textOf('stage'),
    openedAt: millis(Date.parse(textOf('opened_at'))),
    ...(found ?? { text: textOf('restated') || textOf('words'), marks: [] }),
  };
}
