/** Formats are dear to build: one is kept a language. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * @param day a calendar date, `YYYY-MM-DD`; it has no time and so no zone
 * @param language BCP 47 tag
 * @returns the date in full: `Friday 27 November 2026`
 */
export function dayText(day: string, language: string): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    formats.set(language, format);
  }
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
