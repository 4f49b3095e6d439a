import type { Desk } from '../../desk/desk.ts';
import { hoursNow } from '../../desk/own-hours.ts';
import { AROUND_THE_CLOCK, weekText } from '../../desk/set-up/hours-text.ts';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import type { SetUpDone } from './carry-out.ts';
import type { OwnFolder } from './own-folder.ts';
import type { WantedSetUp } from './wanted.ts';

/** Says how the desk is set up now, what was done to the playbook, and what is left to do. */
export async function tellSetUp(
  context: Context,
  store: Desk['store'],
  { setUp, zone }: WantedSetUp,
  { folder }: SetUpDone,
): Promise<void> {
  const words = await context.words();
  const { business, agent, team, role } = setUp;
  const lines = [
    words.say('cli.init.done', { business, agent, team, role }),
    await hoursLine(words, store, zone),
    ...(folder === undefined ? [] : folderLines(words, folder)),
    ...(await pinLine(words, store)),
  ];
  for (const line of lines) await context.note(safeLine(line));
}

async function hoursLine(words: Messages, { read }: Desk['store'], zone: string): Promise<string> {
  const held = await hoursNow(read);
  const hours = held === undefined ? AROUND_THE_CLOCK : weekText(held.week);
  return words.say('cli.init.hours', { hours, zone, holidays: held?.holidays.length ?? 0 });
}

function folderLines(
  words: Messages,
  { folder, files, currency, remembered }: OwnFolder,
): string[] {
  return [
    ...(files.length === 0
      ? []
      : [words.say('cli.init.written', { folder, files: files.join(', ') })]),
    ...(currency === undefined ? [] : [words.say('cli.init.currency', { currency })]),
    ...(remembered === undefined
      ? []
      : [words.say('cli.init.remembered', { folder, file: remembered })]),
  ];
}

/** A decision is signed by a PIN, which nobody else should see: so it is not asked here. */
async function pinLine(words: Messages, { read }: Desk['store']): Promise<string[]> {
  const deciders = (await read.agents()).filter(
    ({ role, pin, retired_at }) => role !== 'agent' && pin === null && retired_at === null,
  );
  const [first] = deciders;
  if (first === undefined) return [];
  const names = deciders.map(({ name }) => name).join(', ');
  return [words.say('cli.init.pin', { names, name: first.name })];
}
