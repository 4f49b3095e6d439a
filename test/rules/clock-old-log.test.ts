import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { clockOf } from '../../src/desk/rows/day.ts';
import type { Happening } from '../../src/rules/events.ts';
import { fold } from '../../src/rules/fold.ts';
import type { ComplaintState } from '../../src/rules/state.ts';
import { record } from '../../src/store/migrations/0001-record.ts';
import { life } from '../../src/store/migrations/0002-life.ts';
import type { ClockRow } from '../../src/store/tables/clock.ts';
import { HELLO, hoursLater, logOf, opened } from './sample-complaint.ts';

/** @returns the clocks that a record from before there were any has after it was brought up to date. */
function broughtUpToDate({ id, openedAt, answerAim, answerDue, finishedAt }: ComplaintState) {
  const database = new Sqlite(':memory:');
  try {
    for (const statement of record.statements) database.exec(statement);
    database
      .prepare(
        `INSERT INTO complaint (id, revision, stage, opened_at, opened_by, owner, passed, answer_aim,
           answer_due, updated_at, finished_at) VALUES (?, 1, 'open', ?, 'Sam', 'Sam', '[]', ?, ?, ?, ?)`,
      )
      .run(id, openedAt, answerAim, answerDue, openedAt, finishedAt ?? null);
    for (const statement of life.statements) database.exec(statement);
    return database.prepare<[], ClockRow>('SELECT * FROM clock').all().map(clockOf);
  } finally {
    database.close();
  }
}

const urgent: Happening = {
  type: 'answered',
  body: { question: 'severity', value: 'urgent', aim: hoursLater(1.6), due: hoursLater(2) },
};
const finished: Happening = { type: 'finished', body: {} };

test.each<[string, readonly Happening[]]>([
  ['that just began', [opened]],
  ['with another severity', [opened, urgent]],
  ['whose conversation has ended', [opened, urgent, finished]],
])(
  'a complaint from before there were clocks, %s, has the clock its log tells of',
  (_which, told) => {
    const state = fold(logOf(told));
    if (state === undefined) throw new Error('an opened complaint has a state');
    expect(state.clocks).toMatchObject([{ kind: 'answer', started: HELLO }]);
    expect(broughtUpToDate(state)).toEqual(state.clocks);
  },
);
