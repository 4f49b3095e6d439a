import {
  type Behind,
  complaintsBehind,
  complaintsOpen,
  figureNamed,
  figureNames,
} from '../desk/figures/complaints-behind.ts';
import type { FigureRecord } from '../desk/read-record.ts';
import { zoneOf } from '../desk/zone.ts';
import { millis } from '../rules/values.ts';
import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

/**
 * Reads `--figure`: a figure of a report, or `offered:refund` for a part of one.
 * @returns the numbers of the complaints behind it
 * @throws Fault `usage` when there is no such figure
 */
export async function readFigure(
  given: string,
  record: FigureRecord,
  behind: Behind,
): Promise<readonly number[]> {
  const now = millis(Date.now());
  if (given === 'open') return complaintsOpen(record, behind.until ?? now, behind.facets);
  const named = figureNamed(given);
  if (named !== undefined) {
    const place = { now, zone: await zoneOf(record.read) };
    return complaintsBehind(record, place, named, behind);
  }
  const names = figureNames();
  throw new Fault(
    'usage',
    'unknown-choice',
    { given, option: '--figure', known: names.join(', ') },
    similarTo(given, names),
  );
}
