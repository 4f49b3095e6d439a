import type { ComplaintPage } from '../../../desk/complaint-page.ts';
import type { Voice } from '../../../desk/saying.ts';
import type { WhyDue } from '../../../desk/why-due.ts';
import type { Millis } from '../../../rules/values.ts';
import type { PaneRow } from '../pane-row.ts';
import type { SectionName } from '../sections.ts';
import { clocksRows } from './clocks-rows.ts';
import { customerRows } from './customer-rows.ts';
import { promisesRows } from './promises-rows.ts';
import { recordRows } from './record-rows.ts';
import { similarRows } from './similar-rows.ts';
import { timelineRows } from './timeline-rows.ts';

/** What a section is made from. */
export interface SectionSource {
  readonly page: ComplaintPage;
  readonly voice: Voice;
  readonly now: Millis;
  /** Why the clocks stand where they stand; undefined while nobody has asked. */
  readonly whyDue: readonly WhyDue[] | undefined;
}

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
