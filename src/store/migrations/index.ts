import { record } from './0001-record.ts';
import { life } from './0002-life.ts';
import { lists } from './0003-lists.ts';
import { customers } from './0004-customers.ts';
import { figures } from './0005-figures.ts';
import { sources } from './0006-sources.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; the first brings an empty file to `user_version` 1. */
export const migrations: readonly Migration[] = [record, life, lists, customers, figures, sources];
