/**
 * A minute as somebody may type it: read back in the same zone, it is the same minute.
 * @param at epoch milliseconds
 * @param zone an IANA time zone
 * @returns `2026-11-23 10:00`
 */
export function localMinute(at: number, zone: string): string {
  // The Swedish form of a date is the ISO form.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}
