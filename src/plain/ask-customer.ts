import {
  addCustomer,
  changeCustomer,
  identifyCustomer,
  passCustomerQuestion,
} from '../desk/customer.ts';
import { type CustomerHit, findCustomers } from '../desk/find-customers.ts';
import { readReach } from '../rules/customer-facts.ts';
import { refuse } from '../rules/values.ts';
import { entries, type Listed, numbersOf, tellNumbered } from './numbered.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import type { Talk } from './talk.ts';

/** How many people a search tells. */
const HITS = 8;

/** Finds the customer by a part of what identifies them, or writes somebody new down (P2, P8). */
export async function askCustomer(talk: Talk, draft: string): Promise<Reply> {
  const recorded = talk.conversation.customer;
  if (recorded !== undefined) talk.tell('plain.recorded', { text: recorded.name });
  else if (draft !== '') talk.tell('plain.draft', { text: draft });
  let next = await typeName(talk, draft);
  for (;;) {
    if (typeof next !== 'string') return next;
    if (next === '' && recorded !== undefined) return same;
    next = await chooseFrom(talk, next);
  }
}

/** @returns what is searched for, or a reply that goes elsewhere. */
async function typeName(talk: Talk, draft: string): Promise<string | Reply> {
  const recorded = talk.conversation.customer;
  const enter =
    recorded !== undefined
      ? talk.say('plain.entry.keep')
      : draft === ''
        ? undefined
        : talk.say('plain.entry.draft');
  const prompt = talk.say('plain.customer', {
    entries: entries(enter, talk.say('plain.entry.write')),
  });
  const entry = await talk.ask(prompt, 'write');
  if (entry.kind === 'moving') return moving(entry.command, draft);
  const typed = entry.kind === 'text' ? entry.text.trim() : '';
  return typed === '' && recorded === undefined ? draft : typed;
}

/** @returns what came of the choice, or what is to be searched for instead. */
async function chooseFrom(talk: Talk, name: string): Promise<string | Reply> {
  const hits = name === '' ? [] : await findCustomers(talk.desk, name, HITS);
  const list: Listed[] = hits.map((hit) => ({ id: String(hit.id), label: hitText(talk, hit) }));
  if (name !== '') list.push({ id: 'new', label: talk.say('plain.customer.new', { name }) });
  list.push({ id: 'nobody', label: talk.say('plain.customer.nobody') });
  tellNumbered(talk, list);
  const onlyNew = hits.length === 0 && name !== '';
  const prompt = talk.say('plain.which', {
    commands: entries(
      numbersOf(talk, list),
      onlyNew ? talk.say('plain.entry.usual', { choice: '1' }) : undefined,
      talk.say('plain.entry.choose'),
    ),
  });
  for (;;) {
    const entry = await talk.ask(prompt, 'choose');
    // One step back is the name that was typed.
    if (entry.kind === 'moving')
      return entry.command === 'back' ? typeName(talk, name) : moving(entry.command, name);
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    const picked = typed === '' && onlyNew ? list[0] : list[Number(typed) - 1];
    if (picked !== undefined) return pick(talk, picked.id, name, hits);
    if (typed !== '' && !/^\d+$/.test(typed)) return typed;
    talk.tell('plain.nothing-fits', { typed });
  }
}

function pick(
  talk: Talk,
  id: string,
  name: string,
  hits: readonly CustomerHit[],
): string | Reply | Promise<string | Reply> {
  const recorded = talk.conversation.customer;
  if (id === 'nobody') {
    return acting((desk, before) => passCustomerQuestion(desk, before, 'customer'));
  }
  const hit = hits.find((each) => String(each.id) === id);
  if (hit !== undefined) {
    if (hit.id === recorded?.id) return same;
    return acting((desk, before) => identifyCustomer(desk, before, hit.id), name);
  }
  if (readReach(name) !== undefined) {
    talk.tellRefusal(refuse('name_is_a_number', {}, 'customer'));
    return typeName(talk, '');
  }
  return recorded === undefined
    ? acting((desk, before) => addCustomer(desk, before, { name }), name)
    : acting((desk, before) => changeCustomer(desk, before, 'name', name), name);
}

/** "Maria Petrova, +359 88 123 4567, 2 complaints, the last 3 weeks ago" */
function hitText({ desk, voice }: Talk, hit: CustomerHit): string {
  const customer = [hit.name, hit.phone ?? hit.email ?? hit.account]
    .filter((text) => text !== undefined)
    .join(', ');
  if (hit.lastComplaintAt === undefined)
    return voice.words.say('plain.customer.first', { customer });
  const ago = voice.spoken.fromNow(hit.lastComplaintAt, desk.now());
  return voice.words.say('plain.customer.complaints', { customer, count: hit.complaints, ago });
}
