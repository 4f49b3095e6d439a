import type { Migration } from './migration.ts';

const source = (what: 'complaint' | 'customer') => `
  CREATE TABLE ${what}_source (
    system TEXT NOT NULL,
    id TEXT NOT NULL,
    ${what}_id INTEGER NOT NULL REFERENCES ${what} (id),
    PRIMARY KEY (system, id)
  ) STRICT, WITHOUT ROWID`;

/** Where imported complaints and customers come from. */
export const sources: Migration = {
  name: 'sources',
  changesData: false,
  // Whoever takes a customer off the desk asks whether one is named here.
  statements: [
    source('complaint'),
    source('customer'),
    'CREATE INDEX customer_source_of ON customer_source (customer_id)',
  ],
};
