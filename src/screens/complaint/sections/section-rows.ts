import type { PaneRow } from '../pane-row.ts';
import type { SectionName } from '../sections.ts';
import { clocksRows } from './clocks-rows.ts';
import { customerRows } from './customer-rows.ts';
import { promisesRows } from './promises-rows.ts';
import { recordRows } from './record-rows.ts';
import type { SectionSource } from './section-source.ts';
import { similarRows } from './similar-rows.ts';
import { timelineRows } from './timeline-rows.ts';

const makers: Readonly<
  Record<SectionName, (source: SectionSource, columns: number) => readonly PaneRow[]>
> = {
  timeline: timelineRows,
  record: recordRows,
  promises: promisesRows,
  clocks: clocksRows,
  customer: customerRows,
  similar: similarRows,
};

/** @returns the rows of a section, wrapped to the width. */
export const sectionRows = (
  section: SectionName,
  source: SectionSource,
  columns: number,
): readonly PaneRow[] => makers[section](source, columns);
