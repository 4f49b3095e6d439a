import type { GivenRemedy } from '../rules/conversation.ts';
import type { Contact } from '../rules/state.ts';
import { type ComplaintId, type CustomerId, type Millis, millis } from '../rules/values.ts';
import type { Desk } from './desk.ts';
import { type CustomerHistory, historyOf } from './find-customers.ts';
import { givenTo } from './given-remedies.ts';
import { contactOf } from './rows/outcome.ts';

/** What is known of a customer beyond one complaint (P8, P39). */
export interface CustomerAside {
  readonly history: CustomerHistory;
  /** What they were given in other complaints, the oldest first. */
  readonly given: readonly GivenRemedy[];
  /** What they said when we asked whether it was really solved, the newest first (P33, P38). */
  readonly satisfaction: readonly Satisfaction[];
}

/** One answer to whether it was solved. */
export interface Satisfaction {
  readonly complaint: ComplaintId;
  readonly at: Millis;
  readonly satisfied: boolean;
  /** 1 to 10. */
  readonly score: number | undefined;
}

/** Of so many complaints, the newest first, it is read what they said afterwards. */
const ASKED = 20;

/** @throws StoreError when the record cannot be read */
export async function customerAside(
  desk: Desk,
  customer: CustomerId,
  complaint: ComplaintId,
): Promise<CustomerAside> {
  const { read } = desk.store;
  const history = await historyOf(desk, customer, complaint);
  const asked = [complaint, ...history.earlier.map(({ id }) => id)].slice(0, ASKED);
  const satisfaction: Satisfaction[] = [];
  for (const id of asked) {
    const contacts = (await read.contactsOf(id)).map(contactOf);
    satisfaction.push(...contacts.flatMap((contact) => satisfactionIn(id, contact)));
  }
  return {
    history,
    given: await givenTo(read, customer, { since: millis(0), except: complaint }, desk.playbook),
    satisfaction: satisfaction.sort((a, b) => b.at - a.at),
  };
}

const satisfactionIn = (
  complaint: ComplaintId,
  { satisfied, score, doneAt, at }: Contact,
): readonly Satisfaction[] =>
  satisfied === undefined ? [] : [{ complaint, at: doneAt ?? at, satisfied, score }];
