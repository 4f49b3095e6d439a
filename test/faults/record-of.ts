import { join } from 'node:path';

/** @returns where the record is in a home as `cleanEnvironment` lays it out. */
export const recordOf = (home: string): string => join(home, 'share', 'amends', 'amends.db');
