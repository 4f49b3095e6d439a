import type { Desk } from '../../../src/desk/desk.ts';
import type { NewComplaint } from '../../../src/store/tables/complaint.ts';
import { openSampleDesk, sampleMorning } from '../../support/sample-record.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const HOUR = 3_600_000;

/** Who complains; all people are sample data. */
export const customers = [
  { name: 'Maria Petrova', phone: '+359 88 123 4567', language: 'bg' },
  { name: 'Νίκος Αλεξίου', phone: '+30 21 0123 4567', language: 'el' },
  { name: 'สมชาย ใจดี', phone: '+66 81 234 5678', language: 'th' },
  { name: 'Б. Болдбаатар', phone: '+976 11 123456', language: 'mn' },
  { name: 'Amra Hodžić', phone: '+387 33 123 456', language: 'bs' },
] as const;

/** What each of them says. */
const words = [
  'Чайникът пристигна счупен.',
  'Ο βραστήρας έσπασε.',
  'กาต้มน้ำแตกตอนมาถึง',
  'Данх хагарсан байна.',
  'Čajnik je pukao. The lid is missing.',
] as const;

const stages = ['open', 'waiting', 'escalated', 'resolved', 'closed'] as const;
const products = ['kettle', 'toaster', 'repair'] as const;
const causes = ['delivery/damaged', 'delivery/late', 'communication/contradicting'] as const;

const one = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length] as Value;

/**
 * Opens a desk with so many complaints, an hour between two: the first is the oldest and has the
 * lowest number. Number `n` (from 0) is customer, words, stage, product and cause `n` of their lists.
 */
export async function deskWith(many: number): Promise<Desk> {
  const desk = await openSampleDesk(temporaryFolder());
  await desk.store.transact(async (tx) => {
    const ids: number[] = [];
    for (const facts of customers) {
      const at = { created_at: sampleMorning, updated_at: sampleMorning };
      ids.push(await tx.insertCustomer({ ...facts, email: null, account: null, ...at }));
    }
    for (let n = 0; n < many; n += 1) {
      const complaint = complaintAt(sampleMorning - (many - n) * HOUR, {
        stage: one(stages, n),
        customer_id: one(ids, n),
        product: one(products, n),
        cause: one(causes, n),
        channel: 'phone',
        words: one(words, n),
      });
      const id = await tx.insertComplaint(complaint);
      await tx.indexComplaint(id, one(words, n));
    }
  });
  return desk;
}

/** @returns a complaint as it is when it was just opened, with these differences. */
export function complaintAt(at: number, differences: Partial<NewComplaint> = {}): NewComplaint {
  return {
    revision: 1,
    stage: 'open',
    opened_at: at,
    opened_by: 'Sam',
    owner: 'Sam',
    passed: '[]',
    answer_aim: at + 8 * HOUR,
    answer_due: at + 10 * HOUR,
    updated_at: at,
    ...differences,
  };
}

/** Somebody in another window writes a complaint, as that window would: with its event. */
export async function writeElsewhere(
  desk: Desk,
  differences: Partial<NewComplaint> = {},
): Promise<number> {
  return desk.store.transact(async (tx) => {
    const complaint = complaintAt(desk.now(), differences);
    const id = await tx.insertComplaint(complaint);
    const { opened_at: at, opened_by: agent } = complaint;
    await tx.appendEvent({ complaint: id, n: 1, at, agent, type: 'opened', body: { due: at } });
    return id;
  });
}
