import { openConversation } from '../../desk/act.ts';
import type { Action, Given } from '../../desk/actions/action.ts';
import { runAction } from '../../desk/actions/run-action.ts';
import { sceneOf } from '../../desk/actions/scene.ts';
import type { Desk } from '../../desk/desk.ts';
import { changesSince, changesText } from '../../desk/timeline.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { type ActionForm, atFault, rebased } from './form.ts';

/** What came of a form that was handed in. */
export type CarriedOut =
  | { readonly conversation: Conversation; readonly action: Action }
  | { readonly form: ActionForm };

/**
 * Does what the form says. Where another window went on meanwhile nothing is done: the form comes
 * back with everything typed, with what changed and by whom, and why it cannot be done any more, if
 * that is so. Otherwise the next Enter does it.
 * @throws StoreError when the record cannot be read or written
 */
export async function carryOut(desk: Desk, form: ActionForm, given: Given): Promise<CarriedOut> {
  const { action, scene, voice } = form;
  const acted = await runAction(desk, voice, scene.conversation, action, given);
  if (acted.ok) return { conversation: acted.conversation, action };
  const [refusal] = acted.refusals;
  if (refusal?.code === 'changed_elsewhere') return { form: await caughtUp(desk, form) };
  return { form: refusal === undefined ? form : atFault(form, refusal) };
}

async function caughtUp(desk: Desk, form: ActionForm): Promise<ActionForm> {
  const { state } = form.scene.conversation;
  const fresh = await openConversation(desk, state.id);
  if (fresh === undefined) return form;
  const next = rebased(form, await sceneOf(desk, fresh));
  const fault = form.action.refuses(next.scene);
  const changes = await changesSince(desk, form.voice, state);
  const concern = fault === undefined ? 'beside' : 'known';
  const meanwhile = changesText(form.voice, desk.agent.name, changes, concern);
  return { ...next, meanwhile, fault };
}
