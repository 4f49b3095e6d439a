import type { Migration } from './migration.ts';

/** What a list is narrowed by. An index that has all of it answers any mixture on its own. */
const facets = [
  'stage',
  'owner',
  'channel',
  'product',
  'cause',
  'severity',
  'outcome',
  'verdict',
] as const;

/** One index an order of the list: whatever it is narrowed by, it goes along here to a full page. */
const order = (name: string, columns: string): string =>
  `CREATE INDEX complaint_${name} ON complaint (${columns}, ${facets.join(', ')}, customer_id)`;

/** A span of time is sorted by anything without leaving this index. */
const opened = `CREATE INDEX complaint_opened
  ON complaint (opened_at, id, ${facets.join(', ')}, customer_id, updated_at, answer_due)`;

/**
 * By these a list is narrowed together with others most, and some of them never meet: what an agent
 * has of a channel they do not work, what a product has of a cause it cannot have. Looking for that
 * along a whole order takes twice as long as along a part of it.
 */
const part = (column: string): string => {
  const others = facets.filter((facet) => facet !== column);
  return `CREATE INDEX complaint_${column}
    ON complaint (${column}, opened_at, id, ${others.join(', ')})`;
};

/** Few values, and some of them rare: those are found here at once. Most complaints have none yet. */
const rare = (column: string): string =>
  `CREATE INDEX complaint_${column} ON complaint (${column}, opened_at) WHERE ${column} IS NOT NULL`;

/** The words that texts have, to look up how one that is only begun may go on. They take no space. */
const words = (name: string): string =>
  `CREATE VIRTUAL TABLE ${name}_words USING fts5vocab(${name}_search, instance)`;

/** Every filter with every sort comes straight from an index, at a million complaints too. */
export const lists: Migration = {
  name: 'lists',
  changesData: false,
  statements: [
    ...['opened', 'updated', 'due', 'stage', 'owner', 'product'].map(
      (name) => `DROP INDEX complaint_${name}`,
    ),
    order('number', 'id, opened_at'),
    opened,
    order('updated', 'updated_at, id, opened_at'),
    order('due', 'answer_due, id, opened_at'),
    ...['stage', 'owner', 'product'].map(part),
    ...['severity', 'outcome', 'verdict'].map(rare),
    'CREATE INDEX customer_key ON customer (id) WHERE key = 1',
    words('complaint'),
    words('customer'),
  ],
};
