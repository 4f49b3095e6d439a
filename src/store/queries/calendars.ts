import { prepared } from '../prepared.ts';
import type { CalendarRow, NewCalendar } from '../tables/calendar.ts';

export const allCalendars = prepared<Record<string, never>, CalendarRow>((db) =>
  db.selectFrom('calendar').selectAll().orderBy('version'),
);

export const addCalendar = prepared<NewCalendar & Record<string, unknown>, unknown>((db, value) =>
  db.insertInto('calendar').values({
    version: value('version'),
    zone: value('zone'),
    hours: value('hours'),
    holidays: value('holidays'),
    set_at: value('set_at'),
  }),
);
