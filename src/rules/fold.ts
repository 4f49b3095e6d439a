import { type ClockKind, clockKinds } from './clock.ts';
import { clocksOfOldEvent } from './clocks.ts';
import type { Answered, ComplaintEvent, EventBodies, OfferPut } from './events.ts';
import { addContact, declineAll, without } from './fold/changes.ts';
import { live } from './fold/life.ts';
import { beginImported } from './imported.ts';
import type { Answers, ComplaintState, Contact, Offer } from './state.ts';
import type { Stage } from './steps.ts';
import { activeEvents } from './undo.ts';
import type { CustomerId, Millis } from './values.ts';

/**
 * Folds a complaint's log into its state: the tables hold exactly this.
 * @param events all events of one complaint by `n`, the first of them `opened` or `imported`
 * @returns the state, or undefined when there are no events
 */
export function fold(events: readonly ComplaintEvent[]): ComplaintState | undefined {
  const newest = events.at(-1);
  if (newest === undefined) return undefined;
  const state = activeEvents(events).reduce<ComplaintState | undefined>(
    (before, event) =>
      before === undefined ? withClocks(begin(event), event) : apply(before, event),
    undefined,
  );
  return state && { ...state, revision: newest.n, updatedAt: newest.at };
}

/**
 * Applies one more event. `undone` is the exception: it changes what came before, so fold again.
 * @param state the complaint before the event
 * @param event the next event, of any type but `undone`
 * @returns the complaint after it
 */
export function apply(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  return withClocks(applyWithoutClocks(state, event), event);
}

/** Applies an event whose clocks are not known yet: they are told from the state before and after. */
export function applyWithoutClocks(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  const after = happen(state, event);
  return { ...after, revision: event.n, updatedAt: event.at };
}

/** The state that an `opened` or an `imported` begins, before any clock runs. */
export function begin(event: ComplaintEvent): ComplaintState {
  if (event.type === 'imported') return beginImported(event);
  if (event.type !== 'opened') throw new RangeError(`a log begins with opened, not ${event.type}`);
  const { aim, due, received } = event.body;
  return {
    id: event.complaint,
    revision: event.n,
    stage: 'open',
    openedAt: event.at,
    openedBy: event.agent,
    owner: event.agent,
    answers: {},
    passed: [],
    offers: [],
    promises: [],
    contacts: [],
    approvals: [],
    clocks: [],
    ...(received === undefined ? {} : { receivedAt: received }),
    answerAim: aim,
    answerDue: due,
    updatedAt: event.at,
    reopened: 0,
  };
}

/** @returns a state with what an event says of its clocks. */
export function withClocks(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  const changed = event.body.clocks ?? clocksOfOldEvent(state.clocks, event);
  if (changed.length === 0) return state;
  const kept = state.clocks.filter(({ kind }) => !changed.some((clock) => clock.kind === kind));
  const answer = changed.find(({ kind }) => kind === 'answer');
  return {
    ...state,
    clocks: [...kept, ...changed].sort((a, b) => order(a.kind) - order(b.kind)),
    ...(answer === undefined ? {} : { answerAim: answer.aim, answerDue: answer.due }),
  };
}

const order = (kind: ClockKind): number => clockKinds.indexOf(kind);

function happen(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  switch (event.type) {
    case 'opened':
    case 'imported':
    case 'undone':
      throw new RangeError(`${event.type} is not applied to a state`);
    case 'customer_identified':
      return identified(state, event.body.customer);
    case 'customer_changed':
      return unpass(state, ...questionsOfFact(event.body.fact));
    case 'customer_passed':
      return pass(state, event.body.question);
    case 'answered':
      return answered(state, event.body);
    case 'offered':
      return offered(state, event.body.offers);
    case 'promised':
      return promised(unpass(state, 'promises'), event);
    case 'promise_withdrawn':
      return withdrawn(state, event.body.promise, event.at);
    case 'promises_settled':
      return pass(state, 'promises');
    case 'handed_over':
      return { ...state, owner: event.body.to };
    case 'escalated':
      return { ...state, stage: 'escalated' };
    case 'callback_set':
      return addContact(state, { kind: 'callback', ...pick(event.body) });
    case 'waiting':
      return waiting(state, event.body);
    case 'taken_up':
      return {
        ...state,
        // What waits for a supervisor goes on waiting for them.
        stage: state.stage === 'waiting' ? 'open' : state.stage,
        contacts: state.contacts.map((contact) =>
          contact.kind !== 'followup' && contact.state === 'due'
            ? { ...contact, state: 'done' }
            : contact,
        ),
      };
    case 'finished':
      return finished(state, event);
    default:
      return live(state, event);
  }
}

/** What one person would not tell is still open for another. */
function identified(state: ComplaintState, customer: CustomerId): ComplaintState {
  const asked = state.customer === customer ? [] : ['reach', 'account', 'language'];
  return { ...unpass(state, 'customer', ...asked), customer };
}

function answered(state: ComplaintState, body: EventBodies['answered']): ComplaintState {
  if (body.question === 'instead' && body.value === 'alternatives') return declineAll(state);
  const kept = without(state.answers, follows(body));
  if (body.value === null) {
    return pass({ ...state, answers: without(kept, [body.question]) }, body.question);
  }
  const answers: Answers = { ...kept, [body.question]: body.value };
  const offers = body.question === 'chosen' ? choose(state.offers, body.value) : state.offers;
  return unpass({ ...state, answers, offers }, body.question);
}

/** Answers that were given about the old answer, and do not stand beside a new one. */
function follows(body: Answered): readonly (keyof Answers)[] {
  switch (body.question) {
    case 'restated':
      return ['confirmed', 'unconfirmed_reason'];
    case 'confirmed':
      return body.value === true ? ['unconfirmed_reason'] : [];
    case 'wish':
      return ['wish_detail'];
    case 'chosen':
      return ['instead'];
    case 'outcome':
      return body.value === 'unsatisfied' ? [] : ['unsatisfied_reason'];
    default:
      return [];
  }
}

function offered(state: ComplaintState, puts: readonly OfferPut[]): ComplaintState {
  const declined = declineAll(state);
  const last = declined.offers.at(-1)?.n ?? 0;
  const fresh = puts.map((put, index): Offer => ({ ...put, n: last + index + 1, state: 'put' }));
  return { ...declined, offers: [...declined.offers, ...fresh] };
}

function choose(offers: readonly Offer[], chosen: Answers['chosen']): readonly Offer[] {
  return offers.map((offer) =>
    offer.state === 'declined' ? offer : { ...offer, state: offer.n === chosen ? 'chosen' : 'put' },
  );
}

/** Waiting anew, until another day, takes the place of the waiting before. */
function waiting(state: ComplaintState, { until, reason }: EventBodies['waiting']): ComplaintState {
  const contacts = state.contacts.map(
    (contact): Contact =>
      contact.kind === 'wait' && contact.state === 'due'
        ? { ...contact, state: 'dropped' }
        : contact,
  );
  const stage = state.stage === 'escalated' ? 'escalated' : 'waiting';
  return addContact({ ...state, contacts, stage }, { kind: 'wait', at: until, reason });
}

function promised(
  state: ComplaintState,
  event: ComplaintEvent & { readonly type: 'promised' },
): ComplaintState {
  const n = (state.promises.at(-1)?.n ?? 0) + 1;
  const { what, who, due } = event.body;
  const made = { n, what, who, due, madeAt: event.at, state: 'open' as const };
  return { ...state, promises: [...state.promises, made] };
}

function withdrawn(state: ComplaintState, n: number, at: Millis): ComplaintState {
  const promises = state.promises.map((promise) =>
    promise.n === n ? { ...promise, state: 'withdrawn' as const, settledAt: at } : promise,
  );
  // How long it takes was said about what was promised (P27).
  const none = promises.every((promise) => promise.state !== 'open');
  return { ...state, promises, answers: none ? without(state.answers, ['takes']) : state.answers };
}

function finished(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  const { outcome, followup, chosen } = state.answers;
  const ended: ComplaintState = {
    ...state,
    stage: stageAfter(state),
    finishedAt: event.at,
    ...(typeof chosen === 'number' ? { accepted: true } : {}),
    ...(outcome === 'resolved' ? { resolvedAt: event.at, resolvedBy: event.agent } : {}),
  };
  if (followup === undefined) return ended;
  return addContact(ended, { kind: 'followup', at: followup, reason: '' });
}

/** A conversation that ends is not a complaint that ends: a promise keeps it open (P26, P30). */
function stageAfter(state: ComplaintState): Stage {
  // It can only be resolved when nothing is left to decide, whoever was asked before.
  if (state.answers.outcome === 'resolved') return 'resolved';
  const asked = state.answers.instead === 'supervisor' || state.stage === 'escalated';
  return asked ? 'escalated' : 'open';
}

function pick({ at, reason, reach }: EventBodies['callback_set']) {
  return reach === undefined ? { at, reason } : { at, reason, reach };
}

const pass = (state: ComplaintState, question: string): ComplaintState =>
  state.passed.includes(question) ? state : { ...state, passed: [...state.passed, question] };

const unpass = (state: ComplaintState, ...given: readonly string[]): ComplaintState =>
  state.passed.some((question) => given.includes(question))
    ? { ...state, passed: state.passed.filter((question) => !given.includes(question)) }
    : state;

/** A phone number or an email address both answer how to reach somebody. */
const questionsOfFact = (fact: string): readonly string[] =>
  fact === 'phone' || fact === 'email' ? ['reach'] : [fact];
