import { expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import {
  completeFilter,
  countBefore,
  countRows,
  type ListAsked,
  readAround,
  readFilter,
  readRows,
  readRowsBefore,
} from '../../src/desk/list-page.ts';
import { createMessages } from '../../src/language/messages.ts';
import { complaintId } from '../../src/rules/values.ts';
import { deskWith, HOUR } from '../screens/list/many-complaints.ts';

const words = createMessages('en');
const newest: ListAsked = {
  filter: {},
  sort: { by: 'opened_at', direction: 'desc' },
  columns: ['reference', 'customer'],
};
const filterOf = async (desk: Desk, text: string) => {
  const { filter, refusals } = await readFilter(desk, words, text);
  return refusals.length === 0 ? filter : refusals.map(({ code }) => code);
};

it('pages forward and pages back give the same complaints in the same order', async () => {
  const desk = await deskWith(70);
  for (const direction of ['asc', 'desc'] as const) {
    for (const by of ['opened_at', 'updated_at', 'answer_due', 'id'] as const) {
      const asked = { ...newest, sort: { by, direction } };
      const forward: number[] = [];
      for (let last: number | undefined; ; last = forward.at(-1)) {
        const behind = last === undefined ? undefined : complaintId(last);
        const { rows, done } = await readRows(desk, asked, 16, behind);
        forward.push(...rows.map(({ id }) => id));
        if (done) break;
      }
      const back: number[] = [];
      for (let first: number | undefined; ; first = back[0]) {
        const before = first === undefined ? undefined : complaintId(first);
        const { rows, done } = await readRowsBefore(desk, asked, 16, before);
        back.unshift(...rows.map(({ id }) => id));
        if (done) break;
      }
      expect(forward).toHaveLength(70);
      expect(back).toEqual(forward);
    }
  }
});

it('read anew around a complaint, it stands among its neighbours; one that left leaves its place', async () => {
  const desk = await deskWith(40);
  const id = complaintId(1020);
  const around = await readAround(desk, newest, 5, id);
  expect(around.rows.map((row) => row.id)).toEqual([
    1025, 1024, 1023, 1022, 1021, 1020, 1019, 1018, 1017, 1016,
  ]);
  expect(around.rows[around.at]?.id).toBe(id);
  const open = { ...newest, filter: { stage: ['open'] as const } };
  const left = await readAround(desk, open, 3, id);
  expect(left.rows[left.at]?.id).toBe(1016);
  expect(await countBefore(desk, newest, id)).toBe(20);
  expect(await countRows(desk, open)).toBe(8);
});

it.each([
  ['kettle', { text: 'kettle' }],
  ['stage:open,wait broken', { stage: ['open', 'waiting'], text: 'broken' }],
  ['stage:re', { stage: ['resolved'] }],
  ['owner:me', { owner: 'Sam' }],
  ['owner:sa', { owner: 'Sam' }],
  ['cause:del', { cause: 'delivery' }],
  ['cause:delivery/late', { cause: 'delivery/late' }],
  ['product:"Red kettle"', { product: 'Red kettle' }],
  ['CHANNEL:Phone', { channel: 'phone' }],
  ['key:yes', { key: true }],
  ['customer:amra', { customer: 5 }],
  ['outcome:prom', { outcome: 'promised' }],
  ['"stage:open"', { text: 'stage:open' }],
  ['stage: owner:', {}],
  ['', {}],
])('%j narrows the list to what it says', async (typed, filter) => {
  expect(await filterOf(await deskWith(5), typed)).toEqual(filter);
});

it.each([
  ['colour:red', ['filter_name']],
  ['stage:lost', ['filter_value']],
  ['owner:nobody', ['filter_value']],
  ['customer:xyzzy', ['filter_value']],
  ['cause:it', ['filter_several']],
  ['since:someday until:never', ['filter_date', 'filter_date']],
])('%j is not understood, and why is said', async (typed, codes) => {
  expect(await filterOf(await deskWith(5), typed)).toEqual(codes);
});

it('what is understood is listed, whatever stands beside it', async () => {
  const read = await readFilter(await deskWith(5), words, 'stage:open colour:red');
  expect(read.filter).toEqual({ stage: ['open'] });
  expect(read.refusals.map(({ code }) => code)).toEqual(['filter_name']);
});

it('late means an answer that was due before now (P25)', async () => {
  const desk = await deskWith(1);
  const now = desk.now();
  const { late = 0 } = (await readFilter(desk, words, 'late:yes')).filter;
  expect(late).toBeGreaterThan(now);
  expect(late).toBeLessThan(now + HOUR);
});

it('a day is the whole day, where the desk is, also when the clocks change', async () => {
  const desk = { ...(await deskWith(0)), zone: 'Europe/Sofia' };
  const { filter } = await readFilter(desk, words, 'since:2026-10-25 until:2026-10-25');
  const { since = 0, until = 0 } = filter;
  expect(new Date(since).toISOString()).toBe('2026-10-24T21:00:00.000Z');
  expect(until - since).toBe(25 * HOUR);
});

it('names and values are completed where the cursor is, and the rest stays', async () => {
  const desk = await deskWith(5);
  const at = async (text: string, cursor: number) =>
    (await completeFilter(desk, words, text, cursor)).map((each) => each.text);
  expect(await at('kettle sta', 10)).toEqual(['kettle stage:']);
  expect(await at('st broken', 2)).toEqual(['stage: broken']);
  expect(await at('stage:open,cl', 13)).toEqual(['stage:open,closed ']);
  expect(await at('customer:amra', 13)).toEqual(['customer:5 ']);
  expect(await at('owner:m kettle', 7)).toEqual(['owner:me kettle']);
  expect(await at('kettle ', 7)).toEqual([]);
});
