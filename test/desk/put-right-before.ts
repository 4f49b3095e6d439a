import type { Desk } from '../../src/desk/desk.ts';
import { recordFromText } from '../../src/desk/record-file.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';

interface Before {
  readonly name: string;
  readonly words: string;
  readonly chosen?: string;
  readonly satisfied?: boolean;
}

/** Writes down that a kettle came broken and was put right, and what the customer said of that later. */
async function putRightBefore(
  desk: Desk,
  { name, words, chosen = 'refund', satisfied = true }: Before,
): Promise<void> {
  const outcome = await recordFromText(
    desk,
    JSON.stringify({
      customer: { name, phone: '+359 88 765 4321' },
      channel: 'phone',
      words,
      restated: { text: words, confirmed: true },
      product: 'kettle',
      cause: 'delivery/damaged',
      wish: 'refund',
      apology: { fault: 'ours', text: 'I am sorry that it broke.' },
      offers: [{ remedy: 'refund', amount: '29.90 EUR' }, { remedy: 'replacement' }],
      chosen,
      done: 'Done at once.',
      outcome: 'resolved',
      thanked: true,
    }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const { id } = outcome.conversation.state;
  await desk.store.transact(async (tx) => {
    await tx.updateComplaint(id, { stage: 'resolved', resolved_at: desk.now() });
    await tx.putContact({
      ...{ complaint_id: id, n: 9, kind: 'followup', at: 1, reason: 'is it solved', reach: null },
      ...{ state: 'done', outcome: 'reached', done_at: 2, note: null, score: null },
      satisfied: Number(satisfied) as 0 | 1,
    });
  });
}

/** @returns Sam's desk, which put three broken kettles right: two refunds and a replacement, and all were satisfied. */
export async function deskWithKettles(): Promise<Desk> {
  const desk = await openSampleDesk();
  await putRightBefore(desk, { name: 'Ana Horvat', words: 'Ana says the kettle came in pieces.' });
  await putRightBefore(desk, {
    name: 'Νίκος',
    words: 'The kettle was in pieces; call 0887654321.',
  });
  await putRightBefore(desk, {
    name: 'สมชาย ใจดี',
    words: 'กาต้มน้ำแตกตอนมาถึง คุณสมชายโทรมา',
    chosen: 'replacement',
  });
  return desk;
}
