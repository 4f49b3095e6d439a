import type { Interval } from '../rules/playbook.ts';
import { type CheckedFile, faultAt } from './check-file.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';
import { intervalText } from './quantities.ts';

/**
 * Checks the opening hours: times of a day in order and apart, no day off named twice, and open at
 * some time of the week, since a promise in business hours would never fall due otherwise.
 */
export function checkHours(file: CheckedFile<'hours'>): readonly PlaybookFault[] {
  const { hours, holidays } = file.contents;
  const week = hours === 'around the clock' ? [] : Object.entries(hours);
  const open = week.filter(([, times]) => times !== 'closed');
  return [
    ...(week.length > 0 && open.length === 0 ? [faultAt(file, ['hours'], 'never_open', {})] : []),
    ...week.flatMap(([day, times]) =>
      times === 'closed' ? [] : overlaps(file, ['hours', day], times),
    ),
    ...holidays.flatMap((holiday, index) => {
      const path = ['holidays', index];
      const first = holidays.findIndex(({ day }) => day === holiday.day);
      const { line } = file.tree.placeOf(['holidays', first, 'day']);
      return [
        ...(first === index
          ? []
          : [faultAt(file, [...path, 'day'], 'duplicate_id', { found: holiday.day, first: line })]),
        ...overlaps(file, [...path, 'open'], holiday.open ?? []),
      ];
    }),
  ];
}

/** Intervals that only touch are two shifts, and no fault. */
function overlaps(
  file: CheckedFile<'hours'>,
  path: FieldPath,
  times: readonly Interval[],
): readonly PlaybookFault[] {
  return times.flatMap((interval, index) => {
    const before = times[index - 1];
    if (before === undefined || interval[0] >= before[1]) return [];
    const facts = { found: intervalText(interval), before: intervalText(before) };
    return [faultAt(file, [...path, index], 'not_in_order', facts)];
  });
}
