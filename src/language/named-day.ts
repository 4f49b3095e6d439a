/** Days by the names of weekdays and months: "next friday", "27 Nov", "Friday the 27th". */

import {
  calendarDay,
  type DayContext,
  type DayReading,
  dayAndMonth,
  type NoDate,
  nearest,
  onWeekday,
  weekdayNumber,
} from './calendar-day.ts';

const WEEKDAYS =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

const NAMED_DAY = new RegExp(
  `^(?:(${WEEKDAYS})\\.?,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\.?,?(?: (\\d{4}))?$`,
);
const NAMED_MONTH = new RegExp(
  `^(?:(${WEEKDAYS})\\.?,? )?(${MONTHS})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?$`,
);
const DAY_OF_MONTH = new RegExp(`^(?:(${WEEKDAYS})\\.?,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)$`);
const WEEKDAY = new RegExp(
  `^(?:(this|next|last|coming|this coming) )?(${WEEKDAYS})\\.?(?: (this|next|last) week)?$`,
);

function readNamedDate(text: string, context: DayContext): DayReading | NoDate | undefined {
  const named = NAMED_DAY.exec(text);
  const [, weekday, day = '', month = '', year] = named ?? swapped(NAMED_MONTH.exec(text)) ?? [];
  if (month === '') return undefined;
  const number = MONTH_STARTS.indexOf(month.slice(0, 3)) + 1;
  return dayAndMonth(
    Number(day),
    number,
    year === undefined ? undefined : Number(year),
    context,
    weekday,
  );
}

/** "Nov 27" in the order of "27 Nov". */
function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[1], match[3], match[2], match[4]];
}

/** "the 27th": of this month, or of the nearest one that has such a day. */
function readDayOfMonth(text: string, context: DayContext): DayReading | NoDate | undefined {
  const [, weekday, day = ''] = DAY_OF_MONTH.exec(text) ?? [];
  if (day === '') return undefined;
  const step = context.toward === 'ahead' ? 1 : -1;
  const candidates = [0, 1, 2, 3].map((count) => {
    const { year, month } = context.today.with({ day: 1 }).add({ months: count * step });
    return calendarDay(year, month, Number(day));
  });
  const found = nearest(candidates, context);
  return found === undefined ? 'no-such-date' : onWeekday(found, weekday);
}

/**
 * "friday" is the nearest one, today included; "next friday" the one of the week after this, "last
 * friday" the nearest before today.
 */
function readWeekday(text: string, { today, toward }: DayContext): DayReading | undefined {
  const [, which, name, week] = WEEKDAY.exec(text) ?? [];
  if (name === undefined || (which !== undefined && week !== undefined)) return undefined;
  const weekday = weekdayNumber(name);
  const inThisWeek = today.add({ days: weekday - today.dayOfWeek });
  if (which === 'next' || week === 'next') return { day: inThisWeek.add({ days: 7 }) };
  if (week === 'last') return { day: inThisWeek.subtract({ days: 7 }) };
  if (week === 'this') return { day: inThisWeek };
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const behind = (today.dayOfWeek - weekday + 7) % 7;
  if (which === 'last') return { day: today.subtract({ days: behind || 7 }) };
  if (toward === 'behind' && which === undefined) return { day: today.subtract({ days: behind }) };
  const day = today.add({ days: ahead });
  return { day, other: day.add({ days: 7 }) };
}

/** @returns the day; why there is none; undefined when the text is no such name */
export function readNamedDay(text: string, context: DayContext): DayReading | NoDate | undefined {
  return (
    readWeekday(text, context) ?? readNamedDate(text, context) ?? readDayOfMonth(text, context)
  );
}
