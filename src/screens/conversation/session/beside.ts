import { findCustomers, historyOf } from '../../../desk/find-customers.ts';
import { type Repeats, repeatsOf } from '../../../desk/repeats.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { textOf } from '../../kit/text-buffer.ts';
import { withHits } from '../fields/customer.ts';
import { repeatsText } from '../known-text.ts';
import type { ConversationView } from '../view.ts';
import type { Shown } from './shown.ts';

/** How many people the search shows while a name is typed. */
const HITS = 8;

/** Reads what stands beside the question in hand: who fits what is typed, or what was before (P8). */
export async function readBeside(shown: Shown): Promise<void> {
  const { conversation, field, history } = shown.view;
  const { customer, state } = conversation;
  if (field?.kind === 'customer') await searchCustomers(shown);
  const before =
    customer && (history ?? (await historyOf(shown.scene.desk, customer.id, state.id)));
  const repeats = await repeatsOf(shown.scene.desk, conversation);
  shown.show({ history: before, repeats, ...noticeOf(shown, repeats) });
}

/** What may be on record already is told when it is found; from then on it stands in what is known. */
function noticeOf(shown: Shown, repeats: Repeats): Partial<ConversationView> {
  const view = { ...shown.view, repeats };
  if (likeliestIn(repeats) === likeliestIn(shown.view.repeats)) return {};
  return { notice: safeLine(repeatsText(view)) };
}

const likeliestIn = ({ complaints: [complaint], people: [person] }: Repeats): string =>
  `${complaint?.id ?? ''} ${complaint?.why.join() ?? ''} ${person?.hit.id ?? ''}`;

/** Finds whom the typed text may mean; nothing where another field is in hand. */
export async function searchCustomers(shown: Shown): Promise<void> {
  const { field } = shown.view;
  if (field?.kind !== 'customer') return;
  const text = textOf(field.buffer);
  const hits = await findCustomers(shown.scene.desk, text, HITS);
  const now = shown.view.field;
  if (now?.kind === 'customer') shown.show({ field: withHits(now, text, hits) });
}
