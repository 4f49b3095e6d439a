import { expect, test } from 'vitest';
import type { SqlRows } from '../../src/store/sql-rows.ts';
import { mostRows, readToday, type TodayQuery } from '../../src/store/today-rows.ts';
import type { Transactor } from '../../src/store/transactor.ts';
import { morning, openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const HOUR = 3_600_000;
const now = morning;

/** Gives a complaint a promise. */
const promised = (
  tx: Transactor,
  complaint: number,
  due: number,
  n = 1,
  state: 'open' | 'withdrawn' = 'open',
) =>
  tx.putPromise({
    complaint_id: complaint,
    n,
    what: `promise of ${complaint}`,
    who: 'Sam',
    due,
    made_at: morning - HOUR,
    state,
  });

test('every part of the page comes straight from an index, in order, whoever’s page it is', async () => {
  const store = await tempStore();
  const raw = rawDatabase(store.path);
  /** How SQLite would go about each query of the page. */
  const plans = async (query: TodayQuery): Promise<readonly string[]> => {
    const steps: string[] = [];
    const explaining: SqlRows = {
      async rows(sql, values = []) {
        const explained = raw.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
        steps.push(
          explained
            .all(...values)
            .map(({ detail }) => detail)
            .join('; '),
        );
        return [];
      },
    };
    await readToday(explaining, query);
    return steps;
  };
  const lookups = [
    'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH k USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
    'SEARCH l USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
  ];
  const behind = (leads: string): string => [leads, ...lookups].join('; ');
  for (const query of [{ now }, { now, owner: 'Sam' }, { now, owner: 'Sam', agent: 'Sam' }]) {
    const steps = await plans(query);
    const roles = /; SCALAR SUBQUERY \d+; SEARCH agent [^;]*/;
    expect(steps.map((step) => step.replace(roles, ''))).toEqual([
      behind('SEARCH x USING INDEX promise_due (state=? AND due<?)'),
      behind('SEARCH x USING INDEX contact_at (state=? AND at<?)'),
      behind('SEARCH x USING INDEX clock_due (due<?)'),
      behind('SEARCH x USING INDEX promise_due (state=? AND due>?)'),
      behind('SEARCH x USING INDEX contact_at (state=? AND at>?)'),
      behind('SEARCH x USING INDEX clock_due (due>?)'),
      behind('SCAN x USING INDEX approval_open'),
      behind('SEARCH x USING INDEX contact_at (state=? AND at<?)'),
      behind('SEARCH x USING INDEX contact_at (state=? AND at>?)'),
      // The few conversations that are under way have no index, and are sorted.
      `SCAN x; ${lookups.join('; ')}; USE TEMP B-TREE FOR ORDER BY`,
    ]);
  }
});

test('however much is late, a bounded part of it is read, the longest late first, and the rest is counted', async () => {
  const store = await tempStore();
  const many = mostRows + 30;
  await store.transact(async (tx) => {
    for (let n = 0; n < many; n += 1) {
      await promised(tx, await openComplaint(tx), now - HOUR - n * 1000);
    }
    await promised(tx, await openComplaint(tx), now + HOUR);
  });
  const { late, ahead } = await store.read.today({ now });
  expect(late.rows).toHaveLength(mostRows);
  expect(late.more).toBe(30);
  const times = late.rows.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBe(now - HOUR - (many - 1) * 1000);
  // What is late never crowds out what is due next.
  expect(ahead).toMatchObject({ rows: [{ at: now + HOUR }], more: 0 });
});

test('what is closed, merged into another or withdrawn never appears', async () => {
  const store = await tempStore();
  await store.transact(async (tx) => {
    const kept = await openComplaint(tx);
    await promised(tx, kept, now + HOUR);
    await promised(tx, await openComplaint(tx, { stage: 'closed', closed_at: now }), now + HOUR);
    const twin = await openComplaint(tx);
    await promised(tx, twin, now + HOUR);
    await tx.updateComplaint(twin, { merged_into: kept });
    await promised(tx, kept, now + HOUR, 2, 'withdrawn');
  });
  const { late, ahead } = await store.read.today({ now });
  expect(late.rows).toEqual([]);
  expect(ahead.rows.map(({ what }) => what)).toEqual(['promise of 1001']);
});

test('a clock that is paused or has stopped is not on the page; one that runs is, with its aim (P25)', async () => {
  const store = await tempStore();
  const id = await store.transact(async (tx) => {
    const complaint = await openComplaint(tx);
    const clock = {
      complaint_id: complaint,
      started: now - HOUR,
      target: 10 * HOUR,
      aim_target: 8 * HOUR,
      calendar: 0,
      counted: 0,
      aim: now + 7 * HOUR,
      due: now + 9 * HOUR,
      stopped_at: null,
    } as const;
    await tx.putClock({ ...clock, kind: 'answer', since: now - HOUR });
    await tx.putClock({ ...clock, kind: 'resolve', since: null, counted: HOUR });
    await tx.putClock({ ...clock, kind: 'acknowledge', since: null, stopped_at: now });
    return complaint;
  });
  const { ahead } = await store.read.today({ now });
  expect(ahead.rows).toMatchObject([
    { id, kind: 'answer', at: now + 9 * HOUR, aim: now + 7 * HOUR, finished: 0 },
  ]);
});

test('a page of one’s own has what one owns, asked for or left, and a supervisor’s all that is asked for (P21)', async () => {
  const store = await tempStore();
  const { mine, theirs } = await store.transact(async (tx) => {
    const person = { team: '', language: 'en', created_at: now };
    await tx.putAgent({ ...person, name: 'Sam', role: 'agent' });
    await tx.putAgent({ ...person, name: 'Vera', role: 'supervisor' });
    const own = await openComplaint(tx);
    const other = await openComplaint(tx, { owner: 'Lejla' });
    for (const complaint of [own, other]) await promised(tx, complaint, now + HOUR);
    const asked = {
      n: 1,
      remedy: 'refund',
      reason: 'loyal',
      asked_at: now,
      state: 'open',
    } as const;
    await tx.replaceApprovals(own, [{ ...asked, complaint_id: own, asked_by: 'Sam' }]);
    await tx.replaceApprovals(other, [{ ...asked, complaint_id: other, asked_by: 'Lejla' }]);
    await tx.setPlace({
      complaint_id: other,
      question: 'words',
      draft: null,
      agent: 'Sam',
      at: now,
    });
    return { mine: own, theirs: other };
  });
  const idsOf = async (name: string) => {
    const page = await store.read.today({ now, owner: name, agent: name });
    return {
      dues: page.ahead.rows.map(({ id }) => id),
      approvals: page.approvals.rows.map(({ id }) => id),
      left: page.unfinished.rows.map(({ id }) => id),
    };
  };
  expect(await idsOf('Sam')).toEqual({ dues: [mine], approvals: [mine], left: [theirs] });
  expect(await idsOf('Vera')).toEqual({ dues: [], approvals: [mine, theirs], left: [] });
  const owned = await store.read.today({ now, owner: 'Lejla' });
  expect(owned.ahead.rows.map(({ id }) => id)).toEqual([theirs]);
  expect(owned.approvals.rows.map(({ asked_by }) => asked_by)).toEqual(['Lejla']);
});
