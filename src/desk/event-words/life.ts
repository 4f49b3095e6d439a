import type { LifeEvent } from '../../rules/fold/life.ts';
import { fold } from '../../rules/fold.ts';
import type { ComplaintState } from '../../rules/state.ts';
import { type ComplaintId, refOf } from '../../rules/values.ts';
import type { Teller } from '../event-words.ts';
import { labelOfChoice, labelOfOffer } from '../labels.ts';

/** Says what happened in a day's work, in one line: `cli.event.<type>`. */
export function lifeWords(event: LifeEvent, teller: Teller): string {
  const { words, spoken } = teller.voice;
  switch (event.type) {
    case 'assigned':
      return words.say('cli.event.assigned', {
        to: event.body.to,
        reason: orNone(event.body.reason),
      });
    case 'returned':
      return words.say('cli.event.returned', { to: event.body.to, reason: event.body.reason });
    case 'referred':
      return words.say('cli.event.referred', { to: event.body.to, reason: event.body.reason });
    case 'noted': {
      const { text, channel } = event.body;
      return channel === undefined
        ? words.say('cli.event.noted', { text })
        : words.say('cli.event.contact', { text, channel: choice('channel', channel, teller) });
    }
    case 'approval_asked': {
      const what = labelOfOffer(words, teller.playbook, event.body);
      return words.say('cli.event.approval_asked', { what, reason: event.body.reason });
    }
    case 'approved':
    case 'declined':
      return words.say(`cli.event.${event.type}`, {
        what: approvalWords(event.body.approval, teller),
        reason: event.body.reason,
      });
    case 'promise_kept':
      return words.say('cli.event.promise_kept', {
        what: promiseWords(event.body.promise, teller),
        note: orNone(event.body.note),
      });
    case 'promise_broken':
      return words.say('cli.event.promise_broken', {
        what: promiseWords(event.body.promise, teller),
        reason: event.body.reason,
      });
    case 'promise_delayed': {
      const { promise, due, reason, told } = event.body;
      return words.say('cli.event.promise_delayed', {
        what: promiseWords(promise, teller),
        moment: spoken.fullMoment(due),
        reason,
        told: told === undefined ? 'none' : choice('channel', told, teller),
      });
    }
    case 'promise_told':
      return words.say('cli.event.promise_told', {
        what: promiseWords(event.body.promise, teller),
        how: choice('channel', event.body.how, teller),
      });
    case 'contacted':
      return contactWords(event, teller);
    case 'resolved':
      return words.say('cli.event.resolved', {
        text: event.body.text,
        accepted: event.body.accepted ? 'yes' : 'no',
        decision: event.body.decision ?? '',
      });
    case 'closed':
      return words.say('cli.event.closed', {
        cause: choice('cause', event.body.cause, teller),
        verdict: words.say(`choice.verdict.${event.body.verdict}`),
        changed: orNone(event.body.changed),
      });
    case 'reopened':
      return words.say('cli.event.reopened', { to: event.body.to, reason: event.body.reason });
    case 'merged':
      return words.say('cli.event.merged', named(event.body.into, event.body.reason));
    case 'absorbed':
      return words.say('cli.event.absorbed', named(event.body.from, event.body.reason));
    case 'customer_merged':
      return words.say(
        event.body.apart ? 'cli.event.customer_apart' : 'cli.event.customer_merged',
        { from: String(event.body.from), to: String(event.body.to) },
      );
    case 'reclocked':
      return words.say(`cli.event.reclocked.${event.body.because}`);
  }
}

/** A message chooses by it whether there is anything to say. */
const orNone = (text: string): string => (text === '' ? 'none' : text);

const named = (id: ComplaintId, reason: string) => ({ reference: refOf(id), reason });

const choice = (question: 'channel' | 'cause', id: string, { voice, playbook }: Teller): string =>
  labelOfChoice(voice.words, playbook, question, id);

function contactWords(
  { body }: LifeEvent & { readonly type: 'contacted' },
  teller: Teller,
): string {
  const { words, spoken } = teller.voice;
  const contact = before(teller)?.contacts.find(({ n }) => n === body.contact);
  if (contact?.kind === 'wait') return words.say('cli.event.heard', { note: body.note });
  return words.say('cli.event.contacted', {
    kind: contact?.kind ?? 'callback',
    outcome: body.outcome,
    note: orNone(body.note),
    moment: body.at === undefined ? 'none' : spoken.fullMoment(body.at),
    satisfied: body.satisfied === undefined ? 'unsaid' : body.satisfied ? 'yes' : 'no',
    score: body.score === undefined ? 'none' : String(body.score),
  });
}

/** What a number in an event stood for when it was said. */
const before = (teller: Teller): ComplaintState | undefined => fold(teller.before);

const promiseWords = (n: number, teller: Teller): string =>
  before(teller)?.promises.find((promise) => promise.n === n)?.what ?? String(n);

function approvalWords(n: number, teller: Teller): string {
  const { voice, playbook } = teller;
  const approval = before(teller)?.approvals.find((one) => one.n === n);
  return approval === undefined ? String(n) : labelOfOffer(voice.words, playbook, approval);
}
