import { isUnsolved } from '../../rules/closing.ts';
import type { ComplaintState } from '../../rules/state.ts';
import { refOf } from '../../rules/values.ts';
import type { Voice } from '../saying.ts';
import type { ActionName } from './names.ts';

/**
 * @param before the complaint before the action
 * @param after the complaint after it
 * @returns what was done, in one sentence: `do.<name>.done`
 */
export function doneText(
  { words }: Voice,
  name: ActionName,
  before: ComplaintState,
  after: ComplaintState,
): string {
  const values = { reference: refOf(after.id), to: after.owner };
  // A remedy is put or asked for, as the authority of whoever offers it is.
  const asked = name === 'offer' && after.approvals.length > before.approvals.length;
  if (asked) return words.say('do.offer.asked', values);
  if (name === 'followup' && isUnsolved(after)) return words.say('do.followup.unsolved', values);
  return words.say(`do.${name}.done`, values);
}
