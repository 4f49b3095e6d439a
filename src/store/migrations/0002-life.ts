import { flag, moment, oneOf, time, yesNo } from './column-types.ts';
import type { Migration } from './migration.ts';

/** A decision that somebody with a wider authority is asked for (P21). */
const approval = `
  CREATE TABLE approval (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    n INTEGER NOT NULL,
    remedy TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    currency TEXT CHECK (length(currency) = 3),
    percent REAL,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    ${moment('asked_at')},
    ${oneOf('state', 'open', 'approved', 'declined', 'withdrawn')},
    decided_by TEXT,
    ${time('decided_at')},
    decision TEXT,
    PRIMARY KEY (complaint_id, n),
    CHECK ((amount IS NULL) = (currency IS NULL))
  ) STRICT, WITHOUT ROWID`;

/** A deadline counted in business time; every sum of time is in milliseconds. */
const clock = `
  CREATE TABLE clock (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    ${oneOf('kind', 'pickup', 'acknowledge', 'answer', 'resolve', 'followup')},
    ${moment('started')},
    target INTEGER NOT NULL CHECK (target >= 0),
    aim_target INTEGER NOT NULL CHECK (aim_target >= 0),
    calendar INTEGER NOT NULL,
    counted INTEGER NOT NULL CHECK (counted >= 0),
    ${time('since')},
    ${moment('aim')}, ${moment('due')},
    ${time('stopped_at')},
    PRIMARY KEY (complaint_id, kind)
  ) STRICT, WITHOUT ROWID`;

/** Opening hours as they once held: what was counted by them stays explained. */
const calendar = `
  CREATE TABLE calendar (
    version INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    hours TEXT NOT NULL CHECK (json_valid(hours)),
    holidays TEXT NOT NULL CHECK (json_valid(holidays)),
    ${moment('set_at')}
  ) STRICT`;

const column = (table: string, definition: string) =>
  `ALTER TABLE ${table} ADD COLUMN ${definition}`;

/** What a day's work adds to a conversation: people, decisions, clocks, and what comes after. */
export const life: Migration = {
  name: 'a day of work',
  // Every open complaint gets the clock that its two columns have spoken of until now.
  changesData: true,
  statements: [
    approval,
    clock,
    calendar,
    ...[
      "languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages))",
      'authority TEXT CHECK (json_valid(authority))',
      'pin TEXT',
      'pin_misses INTEGER NOT NULL DEFAULT 0',
      time('pin_wait_until'),
    ].map((definition) => column('agent', definition)),
    ...[
      flag('key'),
      "standing TEXT CHECK (standing IN ('returned', 'lost'))",
      'merged_into INTEGER REFERENCES customer (id)',
    ].map((definition) => column('customer', definition)),
    ...[
      time('received_at'),
      yesNo('accepted'),
      'decision TEXT',
      'resolution TEXT',
      'root_cause TEXT',
      "verdict TEXT CHECK (verdict IN ('upheld', 'partly', 'not_upheld'))",
      'changed TEXT',
      'contacts_taken INTEGER CHECK (contacts_taken >= 0)',
      'reopened INTEGER NOT NULL DEFAULT 0',
      'resolved_by TEXT',
      'merged_into INTEGER REFERENCES complaint (id)',
    ].map((definition) => column('complaint', definition)),
    ...[
      time('first_due'),
      time('moved_to'),
      time('told_at'),
      time('settled_at'),
      'reason TEXT',
    ].map((definition) => column('promise', definition)),
    ...[
      "outcome TEXT CHECK (outcome IN ('reached', 'not_reached', 'moved'))",
      time('done_at'),
      'note TEXT',
      yesNo('satisfied'),
      'score INTEGER CHECK (score BETWEEN 1 AND 10)',
    ].map((definition) => column('contact', definition)),
    "CREATE INDEX approval_open ON approval (asked_at) WHERE state = 'open'",
    'CREATE INDEX clock_due ON clock (due) WHERE since IS NOT NULL',
    'CREATE INDEX complaint_merged ON complaint (merged_into) WHERE merged_into IS NOT NULL',
    'CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL',
    `INSERT INTO clock (complaint_id, kind, started, target, aim_target, calendar, counted, since, aim, due, stopped_at)
       SELECT id, 'answer', opened_at, answer_due - opened_at, answer_aim - opened_at, 0,
         iif(finished_at IS NULL, 0, finished_at - opened_at),
         iif(finished_at IS NULL, opened_at, NULL), answer_aim, answer_due, finished_at
       FROM complaint`,
  ],
};
