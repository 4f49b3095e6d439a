import type { ComplaintState } from '../rules/state.ts';
import { refOf } from '../rules/values.ts';
import type { DeskAgent } from './desk.ts';
import type { Voice } from './saying.ts';

/**
 * Says how a conversation was left, and how it goes on.
 * @param agent who left it: a complaint that is somebody else's now was handed over
 * @returns one line; what was typed may stand in it, so make it safe before printing
 */
export function leftText(
  { words, spoken }: Voice,
  { id, owner, stage, contacts, finishedAt }: ComplaintState,
  agent: Pick<DeskAgent, 'name'>,
): string {
  const reference = refOf(id);
  if (finishedAt !== undefined) return words.say('cli.new.taken', { reference });
  if (owner !== agent.name) return words.say('left.handover', { reference, to: owner });
  // Going on with a conversation settles these, so one that is due was agreed before it was left.
  const agreed = contacts.findLast(({ kind, state }) => kind !== 'followup' && state === 'due');
  if (agreed !== undefined && agreed.kind !== 'followup') {
    return words.say(`left.${agreed.kind}`, { reference, date: spoken.fullMoment(agreed.at) });
  }
  if (stage === 'escalated') return words.say('left.supervisor', { reference });
  return words.say('cli.new.kept', { reference });
}
