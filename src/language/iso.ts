/**
 * Times for machines: ISO 8601 in UTC, whatever the language or the zone of the person.
 * @param at epoch milliseconds
 * @returns `2026-11-21T09:03:00.000Z`
 * @throws RangeError when `at` is no moment
 */
export function isoUtc(at: number): string {
  return new Date(at).toISOString();
}
