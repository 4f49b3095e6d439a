import { openForSetUp } from '../desk/open-for-set-up.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { carryOutSetUp } from './set-up/carry-out.ts';
import { playbookBefore } from './set-up/playbook-before.ts';
import { type InitFlags, readGiven } from './set-up/read-given.ts';
import { recountForPeople } from './set-up/recount-for-people.ts';
import { tellSetUp } from './set-up/tell-set-up.ts';
import type { WantedSetUp } from './set-up/wanted.ts';

export type { InitFlags } from './set-up/read-given.ts';

/**
 * Sets the desk up, or changes how it is set up: by flags, or by questions when there are none. What
 * is not given stays as it is.
 */
export async function init(context: Context, flags: InitFlags): Promise<ExitCode> {
  const given = await readGiven(flags, context.words);
  const words = await context.words();
  const { settings } = context;
  const byFlags =
    settings.typed.playbook !== undefined ||
    Object.values(flags).some((one) => one !== undefined && one.length !== 0);
  const terminal = byFlags
    ? undefined
    : (await import('./require-answers.ts')).requireAnswers(context, '--business NAME');
  // The playbook first: a fault in it must not leave an empty record behind.
  const makes = flags.copyPlaybook === true || given.currency !== undefined;
  const playbook = await playbookBefore(settings, makes);
  const { store, before: readBefore } = await openForSetUp(settings.db.path, settings.busy);
  try {
    const before = await readBefore(flags.agent ?? settings.as);
    const asked =
      terminal &&
      (await (
        await import('./set-up/ask-set-up.ts')
      ).askSetUp(context, terminal, {
        before,
        playbook,
      }));
    if (asked === undefined && before.isNew && flags.business === undefined) {
      throw new Fault('usage', 'no-business');
    }
    const wanted: WantedSetUp = asked ?? {
      setUp: {
        business: flags.business ?? before.business,
        agent: flags.agent ?? before.agent,
        team: flags.team ?? (before.team || words.say('cli.set-up.usual-team')),
        role: given.role ?? before.role,
        reachUs: flags.reachUs ?? before.reachUs,
        languages: given.languages,
      },
      zone: given.zone ?? before.zone,
      hours: given.hours,
      currency: given.currency,
      copyPlaybook: flags.copyPlaybook,
    };
    const done = await carryOutSetUp(context, store, { before, playbook }, wanted);
    await tellSetUp(context, store, wanted, done);
    const recounts = done.hoursChanged || wanted.hours !== undefined;
    if (recounts && !before.isNew) await recountForPeople(context, wanted.setUp.agent);
    return exitCodes.done;
  } finally {
    await store.close();
  }
}
