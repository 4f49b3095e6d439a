import {
  type Behind,
  complaintsBehind,
  complaintsOpen,
} from '../desk/figures/complaints-behind.ts';
import {
  figureNamed,
  figureNames,
  hourOfWeek,
  type NamedFigure,
  partKindOf,
  partsRecorded,
} from '../desk/figures/figure-parts.ts';
import type { FigureRecord } from '../desk/read-record.ts';
import { zoneOf } from '../desk/zone.ts';
import { OTHER_WISH } from '../rules/questions.ts';
import { millis } from '../rules/values.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';
import { unknownChoice } from './filter-values.ts';
import { playbookFor } from './people.ts';
import { playbookChoices } from './playbook-choices.ts';

type Place = Parameters<typeof complaintsBehind>[1];

/**
 * Reads `--figure`: a figure of a report, or `offered:refund` for a part of one.
 * @returns the numbers of the complaints behind it
 * @throws Fault `usage` when there is no such figure, when neither the playbook nor the record has such
 *   a part of it, and for `open` with a beginning: it is counted at a moment
 */
export async function readFigure(
  context: Context,
  given: string,
  record: FigureRecord,
  behind: Behind,
): Promise<readonly number[]> {
  const now = millis(Date.now());
  if (given === 'open') {
    if (behind.since !== undefined) {
      throw new Fault('usage', 'not-together', { first: '--figure open', second: '--since' });
    }
    return complaintsOpen(record, behind.until ?? now, behind.facets);
  }
  const named = figureNamed(given);
  if (named === undefined) throw unknownChoice('--figure', given, figureNames());
  const place = { now, zone: await zoneOf(record.read) };
  await requirePart(context, record, place, named);
  return complaintsBehind(record, place, named, behind);
}

async function requirePart(
  context: Context,
  record: FigureRecord,
  place: Place,
  { figure, part }: NamedFigure,
): Promise<void> {
  if (part === undefined) return;
  if (partKindOf(figure) === 'hour') {
    if (hourOfWeek(part) !== undefined) return;
    throw new Fault('usage', 'no-such-hour', { given: `${figure.name}:${part}` });
  }
  // What nobody said has no name.
  if (part === '') return;
  const listed = await partsListed(context, record, figure);
  if (listed === undefined || listed.includes(part)) return;
  const recorded = await partsRecorded(record, place, figure);
  if (recorded.includes(part)) return;
  const named = (parts: readonly string[]) => parts.map((one) => `${figure.name}:${one}`);
  const others = recorded.filter((one) => !listed.includes(one));
  throw unknownChoice('--figure', `${figure.name}:${part}`, named(listed), named(others));
}

/** @returns the parts that there are without any complaint; undefined where nobody can say. */
async function partsListed(
  context: Context,
  record: FigureRecord,
  figure: NamedFigure['figure'],
): Promise<readonly string[] | undefined> {
  if (partKindOf(figure) === 'person') return (await record.read.people()).map(({ name }) => name);
  const playbook = await playbookFor(context);
  if (playbook.name === '') return undefined;
  const remedies = playbookChoices.remedy(playbook).map(({ id }) => id);
  // Something else can be wished for that no remedy is.
  return figure.name === 'wished' ? [...remedies, OTHER_WISH] : remedies;
}
