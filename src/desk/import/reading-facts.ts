import type { Whereabouts } from '../../store/country.ts';
import type { CalendarRow } from '../../store/tables/calendar.ts';
import { countingOf } from '../counting.ts';
import { ColumnDates } from './column-dates.ts';
import type { DateOrder } from './date-text.ts';
import type { FileShape } from './file-shape.ts';
import type { ImportFieldName } from './import-fields.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './read-draft.ts';
import { RowFields } from './row-fields.ts';

/** All that rows are read with, as plain facts: what can be handed to a thread. */
export interface ReadingFacts extends Omit<Reading, 'fields' | 'dates' | 'counting'> {
  readonly shape: Omit<FileShape, 'first'>;
  readonly mapping: Mapping;
  /** Texts of the file have an apostrophe before what a spreadsheet would run. */
  readonly guarded: boolean;
  /** Of dates that name none. */
  readonly zone: string;
  /** Of the fields whose dates are three numbers. */
  readonly orders: Readonly<Partial<Record<ImportFieldName, DateOrder>>>;
  /** The desk's opening hours, in all their versions. */
  readonly calendars: readonly CalendarRow[];
  /** Where phone numbers without a country's code are dialled. */
  readonly whereabouts: Whereabouts;
}

/** @returns what rows are read with. @throws RangeError for an unknown zone */
export async function readingOf(facts: ReadingFacts): Promise<Reading> {
  const { mapping, guarded, zone, orders, calendars } = facts;
  return {
    ...facts,
    fields: new RowFields(mapping, guarded),
    dates: new ColumnDates(zone, (field) => orders[field]),
    counting: await countingOf({ calendars: async () => [...calendars] }),
  };
}
