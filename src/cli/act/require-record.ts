import { existsSync } from 'node:fs';
import { openWholeRecord } from '../../desk/read-record.ts';
import { Fault } from '../fault.ts';
import { placeOf } from '../record-place.ts';
import type { Settings } from '../settings.ts';

/**
 * Makes sure that there is a record before a desk is opened, which would begin one: a mistyped --db
 * must not leave an empty file behind.
 * @throws StoreError when the named file is not there; Fault `notFound` when nobody named one
 */
export async function requireRecord(settings: Settings): Promise<void> {
  if (existsSync(settings.db.path)) return;
  // The opening itself knows best why there is none.
  const record = await openWholeRecord(placeOf(settings));
  if (record === undefined) throw new Fault('notFound', 'nothing-there');
  await record.close();
}
