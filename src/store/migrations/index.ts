import { record } from './0001-record.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; the first brings an empty file to `user_version` 1. */
export const migrations: readonly Migration[] = [record];
