import type { Desk } from '../desk/desk.ts';
import { faultText } from '../desk/fault-text.ts';
import { type FoundCustomer, findHits } from '../desk/list-page.ts';
import type { Voice } from '../desk/saying.ts';
import { joinMarked, type SearchHit } from '../desk/search.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import type { Lines } from './lines.ts';
import type { OpenInLines } from './list.ts';
import { ListTeller } from './list-teller.ts';

/** Where the agent goes from the search. */
export type PlainSearchChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  /** A list with this filter. */
  | { readonly kind: 'list'; readonly filter: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'quit' };

/** So many complaints can be listened to at once. */
const MOST = 10;

type Found =
  | { readonly kind: 'customer'; readonly customer: FoundCustomer }
  | { readonly kind: 'complaint'; readonly hit: SearchHit };

/**
 * Searches the whole record in lines: what is found comes numbered, customers first, then complaints,
 * the newest first, each with the words around what was searched for.
 * @param text what to search for first; without it, that is asked
 * @param open where complaints are read that are picked, so that what was found is there behind them
 * @throws Ended when nobody is there any more
 */
export async function searchInLines(
  desk: Desk,
  voice: Voice,
  lines: Lines,
  text = '',
  open?: OpenInLines,
): Promise<PlainSearchChoice> {
  const teller = new ListTeller(voice, lines);
  let found: readonly Found[] = text.trim() === '' ? [] : await search(desk, teller, text);
  for (;;) {
    const typed = (await teller.ask('plain.search.which')).trim();
    if (/^(b|back)?$/i.test(typed)) return { kind: 'back' };
    const one = /^\d{1,2}$/.test(typed) ? found[Number(typed) - 1] : undefined;
    if (one?.kind === 'complaint') {
      const { id } = one.hit;
      if (open === undefined) return { kind: 'open', id };
      if ((await open(id)) === 'quit') return { kind: 'quit' };
      continue;
    }
    if (one?.kind === 'customer') return { kind: 'list', filter: `customer:${one.customer.id}` };
    found = await search(desk, teller, typed);
  }
}

async function search(desk: Desk, teller: ListTeller, text: string): Promise<readonly Found[]> {
  const { words, spoken } = teller.voice;
  try {
    const { customers, complaints } = await findHits(desk, text, MOST);
    const found: readonly Found[] = [
      ...customers.map((customer) => ({ kind: 'customer', customer }) as const),
      ...complaints.map((hit) => ({ kind: 'complaint', hit }) as const),
    ];
    if (found.length === 0) teller.tell('search.nothing');
    for (const [at, one] of found.entries()) {
      const n = String(at + 1);
      if (one.kind === 'customer') {
        const { name, reach, complaints: count } = one.customer;
        const many = words.say('search.complaints', { complaints: count });
        const said = { name: joinMarked(name, '', ''), reach: joinMarked(reach, '', '') };
        teller.tell('plain.search.customer', { n, ...said, many });
      } else {
        const { id, customer, openedAt, context } = one.hit;
        teller.tell('plain.search.complaint', {
          n,
          reference: refOf(id),
          name: customer ?? words.say('conversation.nobody'),
          when: spoken.moment(openedAt, desk.now()),
          text: joinMarked(context, '', ''),
        });
      }
    }
    return found;
  } catch (error) {
    teller.tellLine(faultText(words, error));
    return [];
  }
}
