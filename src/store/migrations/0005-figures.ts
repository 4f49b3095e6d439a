import type { Migration } from './migration.ts';

/**
 * What an event has to be to be counted by itself: what the state of its complaint does not tell.
 * A query that repeats these words is answered from the index.
 */
export const countedEvent = `(type IN ('reopened', 'escalated', 'referred', 'undone')
  OR (type = 'answered' AND instr(body, '"question":"severity"') > 0))`;

/**
 * The columns that figures are counted from (`rules/figures/sheets.ts`). They hold nothing that the
 * other tables do not, and no personal data of customers: what is missing or stale is made anew.
 */
export const figures: Migration = {
  name: 'figures',
  changesData: false,
  statements: [
    `CREATE TABLE figure_sheet (
       sheet INTEGER NOT NULL,
       chunk INTEGER NOT NULL,
       bytes BLOB NOT NULL,
       PRIMARY KEY (sheet, chunk)
     ) STRICT`,
    'CREATE TABLE figure_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT',
    // One row: of which layout the sheets are, up to which event they are true, and who is making them anew.
    `CREATE TABLE figure_state (
       one INTEGER PRIMARY KEY CHECK (one = 1),
       version INTEGER NOT NULL,
       through INTEGER NOT NULL,
       maker TEXT NOT NULL
     ) STRICT`,
    `CREATE INDEX event_counted ON event (complaint_id, n, type, at) WHERE ${countedEvent}`,
  ],
};
