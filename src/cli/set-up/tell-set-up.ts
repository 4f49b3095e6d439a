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
    ...(await decidersLine(words, store, agent)),
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

/**
 * Says who decides, and how. A decision is signed by a PIN, which nobody else should see: so it is not
 * asked here. Where nobody may decide, whatever is asked for would wait for ever (P21).
 */
async function decidersLine(
  words: Messages,
  { read }: Desk['store'],
  me: string,
): Promise<string[]> {
  const deciders = (await read.agents()).filter(
    ({ role, retired_at }) => role !== 'agent' && retired_at === null,
  );
  if (deciders.length === 0) return [words.say('cli.init.nobody-decides', { name: me })];
  const unsigned = deciders.filter(({ pin }) => pin === null);
  const [first] = unsigned;
  if (first === undefined) return [];
  const names = unsigned.map(({ name }) => name).join(', ');
  return [words.say('cli.init.pin', { names, name: first.name })];
}
