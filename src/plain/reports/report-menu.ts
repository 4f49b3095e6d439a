import type { Desk } from '../../desk/desk.ts';
import { askMenu, type MenuReply } from '../menu.ts';
import { fitting, type Listed, tellNumbered } from '../numbered.ts';
import type { Telling } from '../telling.ts';
import { type ReportCommand, reportCommands } from './report-commands.ts';

/** Who is asked about reports, and of which desk. */
export interface ReportsAsking {
  readonly telling: Telling;
  readonly desk: Desk;
}

/**
 * Asks what to do at the reports.
 * @param prompted the commands that work here
 * @throws Ended when nobody is there any more
 */
export function askReportMenu(
  { telling, desk }: ReportsAsking,
  items: readonly Listed[],
  prompted: readonly ReportCommand[],
): Promise<MenuReply<ReportCommand>> {
  return askMenu(telling, {
    items,
    commands: reportCommands.filter(({ name }) => prompted.includes(name)),
    prompted,
    help: 'plain.reports.help',
    exists: async (id) => (await desk.store.read.complaint(id)) !== undefined,
  });
}

/**
 * @param typed what was said in one go with the command, if anything was
 * @returns the id of the one that was typed, or is picked by its number; undefined for none
 * @throws Ended when nobody is there any more
 */
export async function pickListed(
  asking: ReportsAsking,
  kind: 'period' | 'step',
  items: readonly Listed[],
  typed: string,
): Promise<string | undefined> {
  if (typed !== '') return fitting(items, typed)[0]?.id;
  const { telling } = asking;
  telling.tellHeading(telling.voice.words.say(`reports.pick.${kind}`));
  tellNumbered(telling, items);
  const reply = await askReportMenu(asking, items, ['back']);
  return reply.kind === 'item' ? items[reply.at]?.id : undefined;
}
