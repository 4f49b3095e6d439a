/** What tells in which country a desk is. */
export interface Whereabouts {
  /** The desk's own setting, an ISO 3166 code. */
  readonly country: string | undefined;
  /** An IANA time zone: `Europe/Sofia`. */
  readonly zone: string;
}

/** @returns the country a desk says it is in, else that of its time zone. */
export async function countryAt({ country, zone }: Whereabouts): Promise<string | undefined> {
  return country ?? countryOfZone(zone);
}

/**
 * @param zone an IANA time zone: `Europe/Sofia`
 * @returns the country whose clocks go by it, an ISO 3166 code; undefined where no country's do (`UTC`)
 */
export async function countryOfZone(zone: string): Promise<string | undefined> {
  if (found.has(zone)) return found.get(zone);
  const { getCountries } = await import('libphonenumber-js/min');
  const sameZone = nameOf(zone);
  const country = getCountries().find((code) => zonesOf(code).some((own) => own === sameZone));
  found.set(zone, country);
  return country;
}

/** Asking takes up to some tens of milliseconds, and a desk does not move. */
const found = new Map<string, string | undefined>();

/** A zone has several names (`Asia/Kolkata`, `Asia/Calcutta`); Intl goes by one of them. */
function nameOf(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return zone;
    throw error;
  }
}

/** Node 22 has the zones as a property, later ones as a method (ECMA-402, Intl Locale Info). */
interface LocaleZones {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
}

/** @returns the time zones of a country, by its ISO 3166 code. */
export function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & LocaleZones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
