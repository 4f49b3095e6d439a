import { type WallClock, wallClock } from '../../language/zone-time.ts';
import {
  type DateOrder,
  dateOrders,
  inOrder,
  readDateShape,
  type WrittenDate,
} from './date-text.ts';
import type { ImportFieldName } from './import-fields.ts';
import { isoMoment } from './own-lists.ts';
import { RowRefused } from './row-problem.ts';

const MINUTE = 60_000;
/** The last moment that ISO 8601 writes in four digits of a year. */
const LAST = 253_402_300_799_999;

/** Reads the dates of a file, once it is settled in which order they are. */
export class ColumnDates {
  readonly #clock: WallClock;
  readonly #orderOf: (field: ImportFieldName) => DateOrder | undefined;

  /**
   * @param zone of dates that name none
   * @param orderOf in which order a field's dates are; undefined where no date left it open
   * @throws RangeError for an unknown zone
   */
  constructor(zone: string, orderOf: (field: ImportFieldName) => DateOrder | undefined) {
    this.#clock = wallClock(zone);
    this.#orderOf = orderOf;
  }

  /** @returns epoch milliseconds; a date without a time is the beginning of its day. @throws RowRefused */
  moment(text: string, field: ImportFieldName): number {
    const exact = isoMoment(text);
    if (exact !== undefined) return exact;
    const { year, month, day, time = 0, offset } = this.#read(text, field);
    const date = dayText({ year, month, day });
    const at =
      offset === undefined
        ? this.#clock.momentOf(date, Math.floor(time / MINUTE)) + (time % MINUTE)
        : Date.UTC(year, month - 1, day) + time - offset * MINUTE;
    if (at < 0) throw new RowRefused('too-early', { text }, field);
    if (at > LAST) throw new RowRefused('ahead', { text }, field);
    return at;
  }

  /** @returns `2026-11-21`. @throws RowRefused */
  day(text: string, field: ImportFieldName): string {
    return dayText(this.#read(text, field));
  }

  #read(written: string, field: ImportFieldName): WrittenDate {
    const text = written.trim();
    const shape = readDateShape(text);
    if (shape === undefined) throw new RowRefused('not-a-date', { text }, field);
    if ('date' in shape) return shape.date;
    const order = this.#orderOf(field);
    const read = order === undefined ? sameBothWays(shape) : inOrder(shape, order);
    if (read !== undefined) return read;
    // The 31st of April is no date in any order.
    const none = dateOrders.every((other) => inOrder(shape, other) === undefined);
    if (none) throw new RowRefused('not-a-date', { text }, field);
    throw new RowRefused('other-order', { text, order: order ?? 'none' }, field);
  }
}

/** @returns a date that is the same one in either order; undefined when it is not. */
function sameBothWays(shape: Parameters<typeof inOrder>[0]): WrittenDate | undefined {
  const dayFirst = inOrder(shape, 'dmy');
  const monthFirst = inOrder(shape, 'mdy');
  return dayFirst?.day === monthFirst?.day ? dayFirst : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

const dayText = ({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
