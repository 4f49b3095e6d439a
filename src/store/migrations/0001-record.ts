import { eventTriggers } from './0001-event-triggers.ts';
import { moment, oneOf, time, yesNo } from './column-types.ts';
import type { Migration } from './migration.ts';

const customer = `
  CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    phone TEXT, email TEXT, account TEXT, address TEXT, language TEXT,
    ${moment('created_at')}, ${moment('updated_at')},
    phone_key TEXT, email_key TEXT, account_key TEXT
  ) STRICT`;

const complaint = `
  CREATE TABLE complaint (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL,
    ${oneOf('stage', 'open', 'waiting', 'escalated', 'resolved', 'closed')},
    ${moment('opened_at')},
    opened_by TEXT NOT NULL,
    owner TEXT NOT NULL,
    customer_id INTEGER REFERENCES customer (id),
    channel TEXT, words TEXT, restated TEXT, ${yesNo('confirmed')}, unconfirmed_reason TEXT,
    happened TEXT CHECK (happened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), product TEXT, cause TEXT, severity TEXT, wish TEXT, wish_detail TEXT,
    fault TEXT, apology TEXT, only_reason TEXT, chosen TEXT, instead TEXT, done TEXT, takes TEXT,
    outcome TEXT, unsatisfied_reason TEXT, improves TEXT, ${yesNo('thanked')},
    ${time('followup')},
    passed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(passed)),
    ${moment('answer_aim')}, ${moment('answer_due')}, ${moment('updated_at')},
    ${time('finished_at')}, ${time('resolved_at')}, ${time('closed_at')}
  ) STRICT`;

const offer = `
  CREATE TABLE offer (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    n INTEGER NOT NULL,
    remedy TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    currency TEXT CHECK (length(currency) = 3),
    percent REAL,
    ${oneOf('state', 'put', 'chosen', 'declined')},
    PRIMARY KEY (complaint_id, n),
    CHECK ((amount IS NULL) = (currency IS NULL))
  ) STRICT, WITHOUT ROWID`;

const promise = `
  CREATE TABLE promise (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    n INTEGER NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    ${moment('due')}, ${moment('made_at')},
    ${oneOf('state', 'open', 'withdrawn', 'kept', 'broken')},
    PRIMARY KEY (complaint_id, n)
  ) STRICT, WITHOUT ROWID`;

const contact = `
  CREATE TABLE contact (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    n INTEGER NOT NULL,
    ${oneOf('kind', 'callback', 'followup', 'wait')},
    ${moment('at')},
    reason TEXT NOT NULL,
    reach TEXT,
    ${oneOf('state', 'due', 'done', 'dropped')},
    PRIMARY KEY (complaint_id, n)
  ) STRICT, WITHOUT ROWID`;

const place = `
  CREATE TABLE place (
    complaint_id INTEGER PRIMARY KEY REFERENCES complaint (id),
    question TEXT NOT NULL,
    draft TEXT,
    agent TEXT NOT NULL,
    ${moment('at')}
  ) STRICT`;

const agent = `
  CREATE TABLE agent (
    name TEXT PRIMARY KEY,
    team TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    ${moment('created_at')},
    ${time('retired_at')}
  ) STRICT, WITHOUT ROWID`;

const setting = `
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`;

const event = `
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    complaint_id INTEGER,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    agent TEXT NOT NULL,
    type TEXT NOT NULL,
    salt BLOB,
    body TEXT,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (complaint_id, n),
    CHECK ((salt IS NULL) = (body IS NULL))
  ) STRICT`;

/**
 * Every filter of the list leads an index that continues with the time of opening, so that the
 * newest twenty are found without sorting a million. `cause` has two: for a cause, and for a
 * group with all its causes.
 */
const indexes = [
  'CREATE INDEX customer_phone ON customer (phone_key) WHERE phone_key IS NOT NULL',
  'CREATE INDEX customer_email ON customer (email_key) WHERE email_key IS NOT NULL',
  'CREATE INDEX customer_account ON customer (account_key) WHERE account_key IS NOT NULL',
  'CREATE INDEX complaint_opened ON complaint (opened_at)',
  'CREATE INDEX complaint_updated ON complaint (updated_at)',
  'CREATE INDEX complaint_due ON complaint (answer_due)',
  'CREATE INDEX complaint_stage ON complaint (stage, opened_at)',
  'CREATE INDEX complaint_owner ON complaint (owner, opened_at)',
  'CREATE INDEX complaint_channel ON complaint (channel, opened_at)',
  'CREATE INDEX complaint_product ON complaint (product, opened_at)',
  'CREATE INDEX complaint_cause ON complaint (cause, opened_at)',
  `CREATE INDEX complaint_cause_group
     ON complaint (substr(cause, 1, instr(cause || '/', '/') - 1), opened_at)`,
  'CREATE INDEX complaint_customer ON complaint (customer_id, opened_at)',
  'CREATE INDEX promise_due ON promise (state, due)',
  'CREATE INDEX contact_at ON contact (state, at)',
];

/**
 * The search index holds no text, only where words occur. What goes in was folded before, so the
 * tokenizer only has to cut at everything that is not a letter, a number or a mark.
 */
const search = (name: string, prefixes: string) => [
  `CREATE VIRTUAL TABLE ${name} USING fts5 (
     text, content = '', contentless_delete = 1, prefix = '${prefixes}',
     tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
   )`,
  // In a table that holds no text this alone does not take deleted words away; `scrubIndexes` does.
  `INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1)`,
];

export const record: Migration = {
  name: 'the record',
  changesData: false,
  statements: [
    customer,
    complaint,
    offer,
    promise,
    contact,
    place,
    agent,
    setting,
    event,
    ...eventTriggers,
    ...indexes,
    ...search('complaint_search', '1 2 3'),
    // Customers are found as their name is typed, a key at a time.
    ...search('customer_search', '1 2 3 4 5 6'),
    // References have four digits from the first day on.
    "INSERT INTO sqlite_sequence (name, seq) VALUES ('complaint', 1000)",
  ],
};
