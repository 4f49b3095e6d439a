import type { RecordPlace } from '../desk/read-record.ts';
import type { Settings } from './settings.ts';

/** @returns where the record is that this command reads. */
export const placeOf = ({ db, busy }: Settings): RecordPlace => ({ ...db, wait: busy });
