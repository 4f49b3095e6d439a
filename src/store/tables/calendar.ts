import type { Insertable, Selectable } from 'kysely';

/** Opening hours as they held from a moment on; never changed, only followed by the next. */
export interface CalendarTable {
  /** 1, 2, 3 ... */
  version: number;
  /** An IANA time zone. */
  zone: string;
  /** Seven lists of `[from, to]` in minutes of the day, Monday first; a JSON array. */
  hours: string;
  /** `{day, label, hours?}`, a JSON array. */
  holidays: string;
  set_at: number;
}

export type CalendarRow = Selectable<CalendarTable>;
export type NewCalendar = Insertable<CalendarTable>;
