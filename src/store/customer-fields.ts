import { decimal, isoTime, jsonArray, jsonObject, shortNumber } from './machine-form.ts';
import type { FieldKind, RecordField } from './record-fields.ts';

/** The table a customer is read from: `k`. */
export const customerTable = 'customer AS k';

const of = (kind: FieldKind, name: string, sql = `k.${name}`): RecordField => ({ name, kind, sql });

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

const history = jsonArray(
  jsonObject([
    ['reference', "'C-' || id"],
    ['opened_at', isoTime('opened_at')],
    ['stage', 'stage'],
    ['owner', 'owner'],
    ['product', 'product'],
    ['cause', 'cause'],
    ['outcome', 'outcome'],
    ['verdict', 'verdict'],
    ['closed_at', isoTime('closed_at')],
    ['merged_into', "'C-' || merged_into"],
  ]),
  `SELECT c.* FROM ${theirs} ORDER BY c.opened_at DESC, c.id DESC`,
);

// A customer's complaints are few, so that they lead to what hangs on them, by the cross join.
const hangingOn = (table: string) =>
  `complaint AS c INDEXED BY complaint_customer CROSS JOIN ${table} AS x
    ON x.complaint_id = c.id WHERE c.customer_id = k.id`;

const promises = jsonArray(
  jsonObject([
    ['reference', "'C-' || complaint_id"],
    ['n', 'n'],
    ['what', 'what'],
    ['who', 'who'],
    ['due', isoTime('due')],
    ['state', 'state'],
    ['first_due', isoTime('first_due')],
    ['settled_at', isoTime('settled_at')],
    ['reason', 'reason'],
  ]),
  `SELECT x.* FROM ${hangingOn('promise')} ORDER BY x.due DESC, x.complaint_id DESC, x.n DESC`,
);

const remedies = jsonArray(
  jsonObject([
    ['reference', "'C-' || complaint_id"],
    ['remedy', 'remedy'],
    ['amount', decimal('amount', 'currency')],
    ['currency', 'currency'],
    ['percent', shortNumber('percent')],
    ['at', isoTime('at')],
  ]),
  `SELECT x.*, coalesce(c.finished_at, c.opened_at) AS at FROM ${hangingOn('offer')}
    AND x.state = 'chosen' ORDER BY at DESC, x.complaint_id DESC`,
);

const given = jsonArray(
  jsonObject([
    ['currency', 'currency'],
    ['amount', decimal('amount', 'currency')],
  ]),
  `SELECT x.currency, sum(x.amount) AS amount FROM ${hangingOn('offer')}
    AND x.state = 'chosen' AND x.amount IS NOT NULL GROUP BY x.currency ORDER BY x.currency`,
);

const satisfaction = jsonArray(
  jsonObject([
    ['reference', "'C-' || complaint_id"],
    ['at', isoTime('coalesce(done_at, at)')],
    ['satisfied', "json(iif(satisfied IS NULL, NULL, iif(satisfied, 'true', 'false')))"],
    ['score', 'score'],
  ]),
  `SELECT x.* FROM ${hangingOn('contact')} AND (x.satisfied IS NOT NULL OR x.score IS NOT NULL)
    ORDER BY coalesce(x.done_at, x.at) DESC, x.complaint_id DESC`,
);

/**
 * Everything that is known of a customer (P2, P8, P38, P39): what a list shows, then every complaint
 * with how it ended, every promise with what became of it, every remedy they were given with the sums
 * that were named, and what they said when they were asked whether it was really solved; the newest
 * first.
 */
export const customerFields: readonly RecordField[] = [
  ...customerListFields,
  of('json', 'history', history),
  of('json', 'promises', promises),
  of('json', 'remedies', remedies),
  of('json', 'given', given),
  of('json', 'satisfaction', satisfaction),
];
