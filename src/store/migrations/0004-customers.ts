import type { Migration } from './migration.ts';

/** Customers are listed a page at a time, whatever they are narrowed by (P39). */
export const customers: Migration = {
  name: 'customers',
  changesData: false,
  statements: [
    'CREATE INDEX customer_name ON customer (name COLLATE NOCASE, id)',
    'CREATE INDEX customer_standing ON customer (standing, id) WHERE standing IS NOT NULL',
    'CREATE INDEX customer_language ON customer (language, id)',
    'CREATE INDEX customer_language_name ON customer (language, name COLLATE NOCASE, id)',
    // What a firm of a hundred thousand complaints has open is counted from the index alone.
    'DROP INDEX complaint_customer',
    'CREATE INDEX complaint_customer ON complaint (customer_id, opened_at, stage)',
  ],
};
