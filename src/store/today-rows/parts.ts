/** The parts of today's page as SQL: each comes straight from an index, in its order. */

/** The columns that only some kinds have. */
export const special = [
  'what',
  'aim',
  'moved_to',
  'asked_by',
  'amount',
  'currency',
  'percent',
] as const;

/** One part of the page: where it comes from and in which order, straight from an index. */
export interface Part {
  readonly kind: string;
  readonly at: string;
  readonly columns: Readonly<Partial<Record<(typeof special)[number], string>>>;
  /** The table that leads, as `x`; a few rows of it lead to a million complaints, never the other way round. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly unknown[];
  readonly order: string;
  /** Whose else than the owner's it is. */
  readonly or?: string;
}

/** Before the moment, or from it on. */
export type Side = '<' | '>=';

export const promises = (side: Side, now: number): Part => ({
  kind: "'promise'",
  at: 'x.due',
  columns: { what: 'x.what', moved_to: 'x.moved_to' },
  from: 'promise AS x INDEXED BY promise_due',
  where: `x.state = 'open' AND x.due ${side} ?`,
  values: [now],
  order: 'x.due, x.complaint_id, x.n',
});

const contacts = (kinds: string, side: Side, now: number): Part => ({
  kind: 'x.kind',
  at: 'x.at',
  columns: { what: 'x.reason' },
  from: 'contact AS x INDEXED BY contact_at',
  where: `x.state = 'due' AND x.at ${side} ? AND x.kind ${kinds}`,
  values: [now],
  order: 'x.at, x.complaint_id, x.n',
});

export const calls = (side: Side, now: number): Part => contacts("<> 'wait'", side, now);
export const waits = (side: Side, now: number): Part => contacts("= 'wait'", side, now);

export const clocks = (side: Side, now: number): Part => ({
  kind: 'x.kind',
  at: 'x.due',
  columns: { aim: 'x.aim' },
  from: 'clock AS x INDEXED BY clock_due',
  where: `x.since IS NOT NULL AND x.due ${side} ?`,
  values: [now],
  order: 'x.due, x.complaint_id, x.kind',
});

export const approvals: Part = {
  kind: "'approval'",
  at: 'x.asked_at',
  columns: {
    what: 'x.remedy',
    asked_by: 'x.asked_by',
    amount: 'x.amount',
    currency: 'x.currency',
    percent: 'x.percent',
  },
  from: 'approval AS x INDEXED BY approval_open',
  where: "x.state = 'open'",
  values: [],
  order: 'x.asked_at, x.complaint_id, x.n',
  or: "x.asked_by = ? OR (SELECT role FROM agent WHERE name = ?) <> 'agent'",
};

export const places: Part = {
  kind: "'unfinished'",
  at: 'x.at',
  columns: { what: 'coalesce(c.restated, c.words)' },
  from: 'place AS x',
  where: 'true',
  values: [],
  order: 'x.at DESC, x.complaint_id DESC',
  or: 'x.agent = ? OR x.agent = ?',
};
