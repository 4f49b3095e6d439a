import { listField } from './field-sql.ts';
import { decimal, shortNumber } from './machine-form.ts';
import type { FieldKind, RecordField } from './record-fields.ts';

/** The table a customer is read from: `k`. */
export const customerTable = 'customer AS k';

const of = (kind: FieldKind, name: string, sql = `k.${name}`): RecordField => ({ name, kind, sql });

/** A column of a row that hangs on the customer. */
const part = (kind: FieldKind, name: string, sql = name): RecordField => ({ name, kind, sql });

const theirs = 'complaint AS c INDEXED BY complaint_customer WHERE c.customer_id = k.id';

/** What a list shows of a customer: a stable row, the contract with scripts. */
export const customerListFields: readonly RecordField[] = [
  of('integer', 'number', 'k.id'),
  of('text', 'name'),
  of('text', 'phone'),
  of('text', 'email'),
  of('text', 'account'),
  of('text', 'address'),
  of('text', 'language'),
  of('boolean', 'key'),
  of('text', 'standing'),
  of('integer', 'complaints', `(SELECT count(*) FROM ${theirs})`),
  of(
    'integer',
    'open',
    `(SELECT count(*) FROM ${theirs} AND c.stage IN ('open', 'waiting', 'escalated'))`,
  ),
  of('time', 'last_complaint_at', `(SELECT max(c.opened_at) FROM ${theirs})`),
  of('time', 'created_at'),
  of('time', 'updated_at'),
  of('integer', 'merged_into'),
];

const history = listField(
  'history',
  [
    part('text', 'reference', "'C-' || id"),
    part('time', 'opened_at'),
    part('text', 'stage'),
    part('text', 'owner'),
    part('text', 'product'),
    part('text', 'cause'),
    part('text', 'outcome'),
    part('text', 'verdict'),
    part('time', 'closed_at'),
    part('text', 'merged_into', "'C-' || merged_into"),
  ],
  `(SELECT c.* FROM ${theirs} ORDER BY c.opened_at DESC, c.id DESC)`,
);

// A customer's complaints are few, so that they lead to what hangs on them, by the cross join.
const hangingOn = (table: string) =>
  `complaint AS c INDEXED BY complaint_customer CROSS JOIN ${table} AS x
    ON x.complaint_id = c.id WHERE c.customer_id = k.id`;

const promises = listField(
  'promises',
  [
    part('text', 'reference', "'C-' || complaint_id"),
    part('integer', 'n'),
    part('text', 'what'),
    part('text', 'who'),
    part('time', 'due'),
    part('text', 'state'),
    part('time', 'first_due'),
    part('time', 'settled_at'),
    part('text', 'reason'),
  ],
  `(SELECT x.* FROM ${hangingOn('promise')} ORDER BY x.due DESC, x.complaint_id DESC, x.n DESC)`,
);

const remedies = listField(
  'remedies',
  [
    part('text', 'reference', "'C-' || complaint_id"),
    part('text', 'remedy'),
    part('decimal', 'amount', decimal('amount', 'currency')),
    part('text', 'currency'),
    part('number', 'percent', shortNumber('percent')),
    part('time', 'at'),
  ],
  `(SELECT x.*, coalesce(c.finished_at, c.opened_at) AS at FROM ${hangingOn('offer')}
    AND x.state = 'chosen' ORDER BY at DESC, x.complaint_id DESC)`,
);

const given = listField(
  'given',
  [part('text', 'currency'), part('decimal', 'amount', decimal('amount', 'currency'))],
  `(SELECT x.currency, sum(x.amount) AS amount FROM ${hangingOn('offer')}
    AND x.state = 'chosen' AND x.amount IS NOT NULL GROUP BY x.currency ORDER BY x.currency)`,
);

const satisfaction = listField(
  'satisfaction',
  [
    part('text', 'reference', "'C-' || complaint_id"),
    part('time', 'at', 'coalesce(done_at, at)'),
    part('boolean', 'satisfied'),
    part('integer', 'score'),
  ],
  `(SELECT x.* FROM ${hangingOn('contact')} AND (x.satisfied IS NOT NULL OR x.score IS NOT NULL)
    ORDER BY coalesce(x.done_at, x.at) DESC, x.complaint_id DESC)`,
);

/**
 * Everything that is known of a customer (P2, P8, P38, P39): what a list shows, then every complaint
 * with how it ended, every promise with what became of it, every remedy they were given with the sums
 * that were named, and what they said when they were asked whether it was really solved; the newest
 * first.
 */
export const customerFields: readonly RecordField[] = [
  ...customerListFields,
  history,
  promises,
  remedies,
  given,
  satisfaction,
];
