import { findCustomers, historyOf } from '../../../desk/find-customers.ts';
import { textOf } from '../../kit/text-buffer.ts';
import { withHits } from '../fields/customer.ts';
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
  shown.show({ history: before });
}

/** Finds whom the typed text may mean; nothing where another field is in hand. */
export async function searchCustomers(shown: Shown): Promise<void> {
  const { field } = shown.view;
  if (field?.kind !== 'customer') return;
  const text = textOf(field.buffer);
  const hits = await findCustomers(shown.scene.desk, text, HITS);
  const now = shown.view.field;
  if (now?.kind === 'customer') shown.show({ field: withHits(now, text, hits) });
}
