/** Sums of money as people and machines write them. Sums are whole numbers of the smallest unit. */

/**
 * ISO 4217 currencies whose decimal places are not two. A table and not `Intl`, since a sum on record
 * must mean the same with every version of the locale data (which gives the Iraqi dinar 0 places,
 * ISO 4217 gives 3).
 */
export const otherPlaces: readonly {
  readonly places: number;
  readonly codes: readonly string[];
}[] = [
  {
    places: 0,
    codes: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  },
  { places: 3, codes: 'BHD IQD JOD KWD LYD OMR TND'.split(' ') },
];

const PLACES: ReadonlyMap<string, number> = new Map(
  otherPlaces.flatMap(({ places, codes }) => codes.map((code) => [code, places] as const)),
);

const formats = new Map<string, Intl.NumberFormat>();

/** @returns how many decimal places a currency has (ISO 4217); two for one that is not in it. */
export function placesOf(currency: string): number {
  return PLACES.get(currency) ?? 2;
}

/**
 * Money for machines.
 * @param minor whole number of the smallest unit
 * @param currency ISO 4217 code
 * @returns `29.90`; `-5.00`; `1200` for a currency without decimals; never grouped
 */
export function decimalText(minor: number, currency: string): string {
  const places = placesOf(currency);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * Money for people.
 * @param language BCP 47 tag
 * @returns `€34.00`, `1.234,50 €`, as the language writes it
 */
export function moneyText(minor: number, currency: string, language: string): string {
  const key = `${language} ${currency}`;
  const places = placesOf(currency);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      numberingSystem: 'latn',
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    formats.set(key, format);
  }
  return format.format(minor / 10 ** places);
}
