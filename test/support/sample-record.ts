import { join } from 'node:path';
import { answer, finish, promise, putOffers, settlePromises } from '../../src/desk/converse.ts';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Acted, Desk } from '../../src/desk/desk.ts';
import { keptCounting } from '../../src/desk/kept-counting.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Answered } from '../../src/rules/events.ts';
import type { Role } from '../../src/rules/playbook.ts';
import type { CustomerFacts } from '../../src/rules/state.ts';
import { agentName, currency, millis, minor } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';
import { atTestEnd } from './at-test-end.ts';

/** Saturday 21 November 2026, 09:03 in Sofia. */
export const sampleMorning = Date.UTC(2026, 10, 21, 7, 3);
const DAY = 86_400_000;

export interface SampleDeskOptions {
  readonly agent?: string;
  readonly role?: Role;
  /** The first moment in epoch milliseconds; each look at the clock is a second later. */
  readonly now?: number;
}

/**
 * Opens Sam's repairs desk.
 * @param folder where `amends.db` is or will be; the record is closed when the test ends
 */
export async function openSampleDesk(
  folder: string,
  { agent = 'Sam', role = 'agent', now = sampleMorning }: SampleDeskOptions = {},
): Promise<Desk> {
  const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
  if (!loaded.ok) throw new Error('the playbook has faults');
  const store = await openStore({ path: join(folder, 'amends.db') });
  atTestEnd(() => store.close());
  let moment = now;
  return {
    store,
    playbook: loaded.playbook,
    agent: { name: agentName(agent), role, team: 'repairs desk' },
    business: 'Kettle & Co',
    reachUs: '02 123 4567',
    zone: 'Europe/Sofia',
    counting: keptCounting(),
    now: () => {
      moment += 1000;
      return millis(moment);
    },
  };
}

/** What is different from the kettle of the sketches. */
export interface SampleComplaint {
  readonly customer?: CustomerFacts;
  readonly answers?: Readonly<Partial<Record<Answered['question'], unknown>>>;
  /** What is promised; nothing when it is empty, and then the complaint is resolved. */
  readonly promised?: string;
  /** By when it is promised, epoch milliseconds; six days after the sample morning unless it says otherwise. */
  readonly due?: number;
}

/**
 * Holds a whole conversation at a desk, question by question, to its end.
 * @returns the conversation
 */
export async function completeComplaint(
  desk: Desk,
  {
    customer,
    answers = {},
    promised = 'new kettle by express',
    due = sampleMorning + 6 * DAY,
  }: SampleComplaint = {},
): Promise<Conversation> {
  let conversation = await startComplaint(desk);
  const take = async (acting: Promise<Acted>): Promise<void> => {
    const acted = await acting;
    if (!acted.ok) throw new Error(JSON.stringify(acted.refusals));
    conversation = acted.conversation;
  };
  const say = async (question: Answered['question'], usual: unknown): Promise<void> => {
    const value = Object.hasOwn(answers, question) ? answers[question] : usual;
    await take(answer(desk, conversation, { question, value } as Answered));
  };
  await take(addCustomer(desk, conversation, customer ?? maria));
  await say('channel', 'phone');
  await say('words', 'The kettle arrived in pieces.');
  await say('restated', 'Broken on arrival; she wants a new one.');
  await say('confirmed', true);
  await say('product', 'kettle');
  await say('cause', 'delivery/damaged');
  await say('severity', 'normal');
  await say('wish', 'replacement');
  await say('fault', 'ours');
  await say('apology', 'I am sorry. That was our packing.');
  const refund = { remedy: 'refund', amount: minor(2990), currency: currency('EUR') };
  await take(putOffers(desk, conversation, [{ remedy: 'replacement' }, refund]));
  await say('chosen', 1);
  await say('done', 'Packed a new one.');
  if (promised !== '') {
    await take(promise(desk, conversation, { what: promised, who: 'Sam', due: millis(due) }));
  }
  await take(settlePromises(desk, conversation));
  if (promised !== '') await say('takes', 'six days');
  await say('outcome', promised === '' ? 'resolved' : 'promised');
  await say('improves', 'how we pack kettles');
  await say('followup', millis(sampleMorning + 2 * DAY));
  await say('thanked', true);
  await take(finish(desk, conversation));
  return conversation;
}

const maria: CustomerFacts = { name: 'Maria Petrova', phone: '+359 88 123 4567', language: 'bg' };
