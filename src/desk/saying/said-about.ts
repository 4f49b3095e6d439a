import type { LineVariable, Moment } from '../../playbook/script-words.ts';
import type { OfferPut } from '../../rules/events.ts';
import { openPromises } from '../../rules/promises.ts';
import type { Approval, ComplaintState, Contact, Promised } from '../../rules/state.ts';
import type { Millis } from '../../rules/values.ts';

/** What lines are about, where the moment alone does not tell; also what is not on record yet. */
export interface SaidAbout {
  /** Its number; else the promise that the moment is most likely about. */
  readonly promise?: number;
  /** The new date of that promise, while they are about to be told of it (P28). */
  readonly newDue?: Millis;
  /** Its number; else the latest. */
  readonly approval?: number;
  /** What is about to be asked for. */
  readonly asked?: OfferPut;
  /** Its number; else the last one due of the moment's kind. */
  readonly contact?: number;
  /** When they are about to be called. */
  readonly callAt?: Millis;
  /** What is about to be put; else what is. */
  readonly offers?: readonly OfferPut[];
  /** Anything else, ready to be said. */
  readonly values?: Readonly<Partial<Record<LineVariable, string>>>;
}

/** @returns the promise that is spoken of: which one it is differs by the moment (P28). */
export function promiseSpokenOf(
  { promises, ...state }: ComplaintState,
  at: string,
  n: number | undefined,
): Promised | undefined {
  if (n !== undefined) return promises.find((promise) => promise.n === n);
  if (at === 'kept' || at === 'broken') return promises.findLast((each) => each.state === at);
  const open = openPromises({ ...state, promises });
  const moved = at === 'delay' ? open.findLast(({ movedTo }) => movedTo !== undefined) : undefined;
  return moved ?? open.at(-1);
}

/** @returns the request for a decision that is spoken of (P21). */
export const approvalSpokenOf = (
  { approvals }: ComplaintState,
  n: number | undefined,
): Approval | undefined =>
  n === undefined ? approvals.at(-1) : approvals.find((approval) => approval.n === n);

const contactKinds: Readonly<Partial<Record<string, Contact['kind']>>> = {
  callback: 'callback',
  calling: 'callback',
  not_reached: 'callback',
  waiting: 'wait',
  reminder: 'wait',
  followup_call: 'followup',
} satisfies Partial<Record<Moment, Contact['kind']>>;

/** @returns the contact that is spoken of: the last one due of the moment's kind (P9, P33). */
export const contactSpokenOf = (
  { contacts }: ComplaintState,
  at: string,
  n: number | undefined,
): Contact | undefined =>
  n === undefined
    ? contacts.findLast(({ kind, state }) => kind === contactKinds[at] && state === 'due')
    : contacts.find((contact) => contact.n === n);
