import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { handOver, waitForCustomer } from '../../src/desk/leave.ts';
import { entriesOfPage, type TodayEntry, todayOf } from '../../src/desk/today.ts';
import { agentName, millis, refOf } from '../../src/rules/values.ts';
import type { Transactor } from '../../src/store/transactor.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import {
  aMorning,
  at,
  complaintOf,
  dueContact,
  nineTwelve,
  promised,
  ticking,
} from './a-morning.ts';
import { heardUntil, inHours, taken, withClock } from './at-the-desk.ts';

/** @returns a desk on the morning of the sketch, at 09:12. */
const atNine = async (): Promise<Desk> => withClock(await openSampleDesk(), millis(nineTwelve));

/** @returns the page of a desk on which just this was written. */
async function pageAfter(write: (tx: Transactor) => Promise<unknown>) {
  const desk = await atNine();
  await desk.store.transact(write);
  return todayOf(desk);
}

const shortOf = ({ id, section, kind, next }: TodayEntry): string =>
  `${refOf(id)} ${section}: ${kind}, ${next}`;

describe('the page of today', () => {
  it('has each thing that wants doing in its part, with what to do next (P9, P21, P25, P28, P29)', async () => {
    const desk = await atNine();
    await aMorning(desk);
    expect(entriesOfPage(await todayOf(desk)).map(shortOf)).toEqual([
      'C-1001 late: promise, promise-delay',
      'C-1002 due_next: callback, called',
      'C-1003 due_next: answer, resolve',
      'C-1005 asked: approval, approve',
      'C-1004 waiting: wait, wait',
      'C-1006 not_finished: unfinished, resume',
    ]);
  });

  it('is empty when nothing wants doing', async () => {
    expect(entriesOfPage(await todayOf(await atNine()))).toEqual([]);
  });

  it('names a complaint once, with what presses most before what else there is (P29)', async () => {
    const { late, dueNext } = await pageAfter(async (tx) => {
      const id = await complaintOf(tx, 'Maria Petrova', null, { finished_at: at(9) });
      await promised(tx, id, at(8));
      await ticking(tx, id, at(16, 40), { kind: 'resolve' });
      await dueContact(tx, id, 'callback', at(10, 30), 'about the repair');
    });
    expect(dueNext).toEqual([]);
    expect(late).toMatchObject([
      {
        kind: 'promise',
        next: 'promise-delay',
        also: [
          { kind: 'callback', next: 'called' },
          { kind: 'resolve', next: 'resolve' },
        ],
      },
    ]);
  });

  it('puts the broken promise, which the customer knows of, before our own target (P28, P29)', async () => {
    const { late } = await pageAfter(async (tx) => {
      const id = await complaintOf(tx, 'Maria Petrova', null, { finished_at: at(7) });
      await ticking(tx, id, at(7, 30), { kind: 'resolve' });
      await promised(tx, id, at(8));
    });
    expect(late.map(shortOf)).toEqual(['C-1001 late: promise, promise-delay']);
  });

  it('never proposes to resolve what something is still promised for (P26, P28)', async () => {
    const { late } = await pageAfter(async (tx) => {
      const id = await complaintOf(tx, 'Maria Petrova', null, { finished_at: at(7) });
      await ticking(tx, id, at(8), { kind: 'resolve' });
      await promised(tx, id, at(18));
    });
    expect(late.map(shortOf)).toEqual(['C-1001 late: resolve, promise-keep']);
  });

  it('wants a delay to be told before the old date passes, and a promise of the day to be kept (P28)', async () => {
    const { dueNext } = await pageAfter(async (tx) => {
      await promised(tx, await complaintOf(tx, 'Maria'), at(17), { moved_to: at(41) });
      await promised(tx, await complaintOf(tx, 'Marko'), at(18));
    });
    expect(dueNext).toMatchObject([
      { next: 'promise-told', at: at(17), movedTo: at(41) },
      { next: 'promise-keep', at: at(18) },
    ]);
  });

  it('brings a conversation that was left, until its inner target passes: then its answer presses (P25)', async () => {
    const left = async (due: number) =>
      pageAfter(async (tx) => {
        const id = await complaintOf(tx, 'Maria Petrova');
        await ticking(tx, id, due);
        const place = { question: 'words', draft: null, agent: 'Sam', at: at(8, 55) };
        await tx.setPlace({ complaint_id: id, ...place });
      });
    const early = await left(at(18));
    expect(early.dueNext).toEqual([]);
    expect(early.notFinished).toMatchObject([
      { question: 'words', next: 'resume', also: [{ kind: 'answer' }] },
    ]);
    // The aim, two hours before, has passed by 09:12.
    const soon = await left(at(11));
    expect(soon.notFinished).toEqual([]);
    expect(soon.dueNext).toMatchObject([
      { kind: 'answer', next: 'resume', also: [{ kind: 'unfinished' }] },
    ]);
    const late = await left(at(9));
    expect(late.late).toMatchObject([{ kind: 'answer', next: 'resume' }]);
  });

  it('counts of the deadlines that passed the furthest, and of those ahead the next (P25)', async () => {
    const { late, dueNext } = await pageAfter(async (tx) => {
      const slow = await complaintOf(tx, 'Maria', null, { finished_at: at(8) });
      await ticking(tx, slow, at(7), { kind: 'acknowledge' });
      await ticking(tx, slow, at(9), { kind: 'answer' });
      await ticking(tx, slow, at(20), { kind: 'resolve' });
      const inTime = await complaintOf(tx, 'Marko', null, { finished_at: at(8) });
      await ticking(tx, inTime, at(16), { kind: 'answer' });
      await ticking(tx, inTime, at(20), { kind: 'resolve' });
    });
    expect(late).toMatchObject([{ kind: 'answer', at: at(9), also: [] }]);
    expect(dueNext).toMatchObject([{ kind: 'answer', at: at(16), also: [] }]);
  });

  it('waits for customers quietly, and reminds them when the day has come', async () => {
    const { waiting, late } = await pageAfter(async (tx) => {
      const waits = { stage: 'waiting' } as const;
      const early = await complaintOf(tx, 'Maria', null, waits);
      await dueContact(tx, early, 'wait', at(48), 'a photo');
      const come = await complaintOf(tx, 'Marko', null, waits);
      await dueContact(tx, come, 'wait', at(8), 'the receipt');
    });
    expect(late).toEqual([]);
    expect(waiting.map(({ what, next }) => [what, next])).toEqual([
      ['the receipt', 'wait'],
      ['a photo', 'heard'],
    ]);
  });

  it('has a follow-up once, though its date and its clock both say so (P33)', async () => {
    const { dueNext } = await pageAfter(async (tx) => {
      const id = await complaintOf(tx, 'Maria', null, { stage: 'resolved', finished_at: at(8) });
      await dueContact(tx, id, 'followup', at(12), 'is it really solved?');
      await ticking(tx, id, at(12), { kind: 'followup', aim: at(12) });
    });
    expect(dueNext).toMatchObject([{ kind: 'followup', next: 'followup', also: [] }]);
  });

  it('gives a supervisor what others asked for to decide, and an agent what is still undecided (P21)', async () => {
    const desk = await atNine();
    await aMorning(desk);
    const vera = { ...desk, agent: { ...desk.agent, name: agentName('Vera') } };
    const page = await todayOf(vera);
    expect(page.toDecide.map(({ askedBy }) => askedBy)).toEqual(['Lejla']);
    expect(page.asked).toEqual([]);
    const lejla = { ...desk, agent: { ...desk.agent, name: agentName('Lejla') } };
    expect((await todayOf(lejla)).asked).toHaveLength(1);
  });

  it('is mine or everybody’s, or one colleague’s (P29)', async () => {
    const desk = await atNine();
    await aMorning(desk);
    const of = async (scope: Parameters<typeof todayOf>[1]) =>
      entriesOfPage(await todayOf(desk, scope)).map(({ id }) => refOf(id));
    expect(await of({ mine: true })).toEqual(['C-1001', 'C-1003', 'C-1004', 'C-1006']);
    expect(await of({ owner: 'Lejla' })).toEqual(['C-1002', 'C-1005']);
    expect(await of({ owner: 'Nobody' })).toEqual([]);
  });

  it('follows a conversation through the desk: left, waiting, handed over', async () => {
    const desk = await atNine();
    const until = async (conversation: Awaited<ReturnType<typeof heardUntil>>) =>
      taken(
        await waitForCustomer(desk, conversation, {
          until: inHours(desk, 48),
          reason: 'a photo of the kettle',
          summary: 'broken on arrival',
        }),
      );
    const waiting = await until(await heardUntil(desk, 'cause'));
    // Its clocks are paused, so no answer presses.
    expect(entriesOfPage(await todayOf(desk))).toMatchObject([
      { section: 'waiting', what: 'a photo of the kettle', also: [{ kind: 'unfinished' }] },
    ]);
    const to = { to: 'Lejla', reason: 'speaks Bulgarian', summary: 'broken on arrival' };
    taken(await handOver(desk, waiting, to));
    const mine = await todayOf(
      { ...desk, agent: { ...desk.agent, name: agentName('Vera') } },
      { mine: true },
    );
    expect(entriesOfPage(mine)).toEqual([]);
    expect(entriesOfPage(await todayOf(desk, { owner: 'Lejla' }))).toHaveLength(1);
  });
});
