import type { Imported } from '../rules/imported.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import { eventOf } from './rows.ts';

/**
 * @returns where a complaint was imported from, with what had no place here; undefined for one that
 *   was opened here, or whose words were erased
 */
export async function importedFrom(
  read: Pick<Reader, 'eventsOf'>,
  id: ComplaintId,
): Promise<Imported | undefined> {
  const [row] = await read.eventsOf(id);
  const first = row && eventOf(row);
  return first?.type === 'imported' ? first.body : undefined;
}
