import { openForSetUp } from '../desk/open-for-set-up.ts';
import { type SetUp, setUpDesk } from '../desk/set-up.ts';
import { type Role, roles } from '../rules/playbook.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

export interface InitFlags {
  readonly business?: string;
  readonly agent?: string;
  readonly team?: string;
  readonly role?: string;
  readonly reachUs?: string;
  readonly zone?: string;
}

/** Sets the desk up, or changes how it is set up: by flags, or by questions when there are none. */
export async function init(context: Context, flags: InitFlags): Promise<ExitCode> {
  const role = readRole(flags.role);
  const zone = readZone(flags.zone);
  for (const [option, given] of Object.entries({ business: flags.business, agent: flags.agent })) {
    if (given?.trim() === '') throw new Fault('usage', 'empty-option', { option: `--${option}` });
  }
  const words = await context.words();
  const byFlags = Object.values(flags).some((given) => given !== undefined);
  const { settings } = context;
  const terminal = byFlags
    ? undefined
    : (await import('./require-answers.ts')).requireAnswers(context, '--business NAME');
  const { store, before: readBefore } = await openForSetUp(settings.db.path, settings.busy);
  try {
    const before = await readBefore(flags.agent ?? settings.as);
    const asked =
      terminal &&
      (await (await import('./set-up/ask-set-up.ts')).askSetUp(context, terminal, before));
    const setUp: SetUp = asked ?? {
      business: flags.business ?? before.business,
      agent: flags.agent ?? before.agent,
      team: flags.team ?? (before.team || words.say('cli.set-up.usual-team')),
      role: role ?? before.role,
      reachUs: flags.reachUs ?? before.reachUs,
    };
    await setUpDesk(store, setUp, zone ?? before.zone, Date.now());
    const { business, agent, team } = setUp;
    await context.note(
      safeLine(words.say('cli.init.done', { business, agent, team, role: setUp.role })),
    );
    return exitCodes.done;
  } finally {
    await store.close();
  }
}

function readRole(given: string | undefined): Role | undefined {
  const role = roles.find((known) => known === given);
  if (given === undefined || role !== undefined) return role;
  throw new Fault(
    'usage',
    'unknown-role',
    { given, known: roles.join(', ') },
    similarTo(given, roles),
  );
}

/** A zone is one that the machine's own calendar knows. */
function readZone(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    const known = Intl.supportedValuesOf('timeZone');
    throw new Fault('usage', 'unknown-zone', { given }, similarTo(given, known));
  }
}
