import type { Store } from '../store/open-store.ts';

/**
 * @param read the record, or undefined where there is none yet
 * @returns where the desk is, as an IANA time zone: its own setting, else the machine's
 */
export async function zoneOf(read: Pick<Store['read'], 'setting'> | undefined): Promise<string> {
  const set = await read?.setting('zone');
  return set ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
