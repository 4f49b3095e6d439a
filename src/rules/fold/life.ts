import type { ComplaintEvent, EventBodies, EventType } from '../events.ts';
import type { Approval, ComplaintState, Contact, Promised } from '../state.ts';
import { addContact, declineAll, drop, without } from './changes.ts';

/** The events of a day's work: everything that happens to a complaint beside its conversation. */
const lifeTypes = [
  'assigned',
  'returned',
  'referred',
  'noted',
  'approval_asked',
  'approved',
  'declined',
  'promise_kept',
  'promise_broken',
  'promise_delayed',
  'promise_told',
  'contacted',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'absorbed',
  'customer_merged',
  'reclocked',
] as const satisfies readonly EventType[];

type LifeType = (typeof lifeTypes)[number];
export type LifeEvent = Extract<ComplaintEvent, { readonly type: LifeType }>;

/** @returns the complaint after an event of a day's work. */
export function live(state: ComplaintState, event: LifeEvent): ComplaintState {
  switch (event.type) {
    case 'referred':
    case 'noted':
    case 'absorbed':
    case 'reclocked':
      return state;
    case 'assigned':
      return { ...state, owner: event.body.to };
    case 'returned':
      return { ...state, owner: event.body.to, stage: 'open' };
    case 'approval_asked':
      return asked(state, event);
    case 'approved':
    case 'declined':
      return approval(state, event.body.approval, {
        state: event.type,
        decidedBy: event.agent,
        decidedAt: event.at,
        decision: event.body.reason,
      });
    case 'promise_kept':
      return promise(state, event.body.promise, (before) => ({
        ...before,
        state: 'kept',
        settledAt: event.at,
      }));
    case 'promise_broken': {
      const { reason } = event.body;
      return promise(state, event.body.promise, (before) => ({
        ...before,
        state: 'broken',
        settledAt: event.at,
        reason,
      }));
    }
    case 'promise_delayed':
      return delayed(state, event);
    case 'promise_told':
      return promise(state, event.body.promise, (before) => toldOf(before, event));
    case 'contacted':
      return contacted(state, event);
    case 'resolved':
      return resolved(state, event);
    case 'closed': {
      const { cause, verdict, changed, contacts } = event.body;
      const found = { rootCause: cause, verdict, contactsTaken: contacts };
      const learnt = changed === '' ? {} : { changed };
      return { ...state, stage: 'closed', closedAt: event.at, ...found, ...learnt };
    }
    case 'reopened':
      return reopened(state, event.body.to);
    case 'merged':
      return { ...state, stage: 'closed', closedAt: event.at, mergedInto: event.body.into };
    case 'customer_merged':
      return { ...state, customer: event.body.to };
  }
}

function asked(
  state: ComplaintState,
  { body, agent, at }: LifeEvent & { readonly type: 'approval_asked' },
): ComplaintState {
  const n = (state.approvals.at(-1)?.n ?? 0) + 1;
  const { clocks: _, ...what } = body;
  const made: Approval = { n, ...what, askedBy: agent, askedAt: at, state: 'open' };
  return { ...state, approvals: [...state.approvals, made] };
}

const approval = (state: ComplaintState, n: number, change: Partial<Approval>): ComplaintState => ({
  ...state,
  approvals: state.approvals.map((one) => (one.n === n ? { ...one, ...change } : one)),
});

function promise(
  state: ComplaintState,
  n: number,
  change: (before: Promised) => Promised,
): ComplaintState {
  const promises = state.promises.map((one) => (one.n === n ? change(one) : one));
  return { ...state, promises };
}

/** The date that was given stands until the customer knows of another (P28). */
function delayed(
  state: ComplaintState,
  event: LifeEvent & { readonly type: 'promise_delayed' },
): ComplaintState {
  const { promise: n, due, reason, told } = event.body;
  const moved = promise(state, n, (before) => ({ ...before, movedTo: due, reason }));
  return told === undefined ? moved : promise(moved, n, (before) => toldOf(before, event));
}

/** Told of a delay, the customer has a new date; `movedTo` goes by being replaced by `due`. */
function toldOf(before: Promised, { at }: ComplaintEvent): Promised {
  const { movedTo, ...rest } = before;
  return {
    ...rest,
    due: movedTo ?? before.due,
    firstDue: before.firstDue ?? before.due,
    toldAt: at,
  };
}

function contacted(
  state: ComplaintState,
  { body, at }: LifeEvent & { readonly type: 'contacted' },
): ComplaintState {
  const was = state.contacts.find(({ n }) => n === body.contact);
  if (was === undefined) return state;
  const came: Contact = { ...was, state: 'done', doneAt: at, outcome: body.outcome, ...said(body) };
  const contacts = state.contacts.map((one) => (one === was ? came : one));
  const told = { ...state, contacts, stage: stageAfterContact(state, was, body.outcome) };
  if (body.at === undefined) return told;
  const { kind, reason, reach } = was;
  const again = { kind, at: body.at, reason };
  return addContact(told, reach === undefined ? again : { ...again, reach });
}

/** Their answer is what was waited for. */
const stageAfterContact = (state: ComplaintState, was: Contact, outcome: string) =>
  was.kind === 'wait' && outcome === 'reached' && state.stage === 'waiting' ? 'open' : state.stage;

const said = ({ note, satisfied, score }: EventBodies['contacted']) => ({
  ...(note === '' ? {} : { note }),
  ...(satisfied === undefined ? {} : { satisfied }),
  ...(score === undefined ? {} : { score }),
});

function resolved(
  state: ComplaintState,
  { body, agent, at }: LifeEvent & { readonly type: 'resolved' },
): ComplaintState {
  const after: ComplaintState = {
    ...state,
    stage: 'resolved',
    resolvedAt: at,
    resolvedBy: agent,
    resolution: body.text,
    accepted: body.accepted,
    ...(body.decision === undefined ? {} : { decision: body.decision }),
    contacts: state.contacts.map((contact) => settled(contact, body.followup !== undefined)),
  };
  if (body.followup === undefined) return after;
  return addContact(after, { kind: 'followup', at: body.followup, reason: '' });
}

/** Nothing is waited for any more, and a new follow-up takes the place of the one agreed before. */
function settled(contact: Contact, anew: boolean): Contact {
  if (contact.state !== 'due') return contact;
  if (contact.kind === 'wait') return { ...contact, state: 'done' };
  return contact.kind === 'followup' && anew ? { ...contact, state: 'dropped' } : contact;
}

/** The story stays as it was told (P8); how it was put right, and how it ended, is open again. */
function reopened(before: ComplaintState, to: ComplaintState['owner']): ComplaintState {
  const state = declineAll(before);
  const answers = without(state.answers, [
    'done',
    'takes',
    'outcome',
    'unsatisfied_reason',
    'improves',
    'thanked',
    'followup',
  ]);
  const contacts = state.contacts.map(
    (contact): Contact =>
      contact.kind === 'followup' && contact.state === 'due'
        ? { ...contact, state: 'dropped' }
        : contact,
  );
  return {
    ...drop(state, 'finishedAt', 'resolvedAt', 'closedAt', 'accepted', 'decision', 'resolution'),
    stage: 'open',
    owner: to,
    answers,
    contacts,
    passed: state.passed.filter((name) => !answeredAnew.includes(name)),
    reopened: state.reopened + 1,
  };
}

/** Passed over at the end of the last conversation, these are asked again at the end of the next. */
const answeredAnew = ['done', 'promises', 'improves', 'followup'];
