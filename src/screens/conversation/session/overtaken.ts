import { openConversation } from '../../../desk/act.ts';
import { changesSince, changesText } from '../../../desk/timeline.ts';
import type { Refusal } from '../../../rules/values.ts';
import { draftOf } from '../fields/open-field.ts';
import { viewAt } from '../view.ts';
import { readBeside } from './beside.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/** Why the desk changed nothing. */
interface Refused {
  readonly refusals: readonly Refusal[];
}

/**
 * Tells a refusal by the desk beside the field.
 * @param again whether Enter does what was refused, once it is known what changed
 */
export async function tellRefused(
  shown: Shown,
  places: Places,
  refused: Refused,
  again = true,
): Promise<void> {
  const [refusal] = refused.refusals;
  if (refusal === undefined) return;
  const told = await catchUp(shown, places, refused, again);
  if (told === undefined) shown.refuse(refusal);
  else shown.warn(told);
}

/**
 * Where another window went on, the next Enter builds on what it did, with what is typed here.
 * @returns in words what changed, by whom, and whether it is the question in hand; undefined when the
 *   refusal is about something else
 */
export async function catchUp(
  shown: Shown,
  places: Places,
  { refusals: [refusal] }: Refused,
  again = true,
): Promise<string | undefined> {
  if (refusal?.code !== 'changed_elsewhere') return undefined;
  const { conversation, at, field, overlay } = shown.view;
  const { desk, voice } = shown.scene;
  const fresh = await openConversation(desk, conversation.state.id);
  if (fresh === undefined) return undefined;
  const changes = await changesSince(desk, voice, conversation.state);
  // What is filled in over the conversation is no answer to the question beneath it.
  const same =
    overlay === undefined &&
    changes.some(({ question, takenBack }) => question === at && !takenBack);
  const draft = field && draftOf(field);
  shown.prepare(viewAt(shown.scene, fresh, { at, draft, likeness: shown.view.likeness }));
  places.moved(fresh);
  await readBeside(shown);
  const concern = same ? 'same' : 'beside';
  return changesText(voice, desk.agent.name, changes, again ? concern : 'known');
}
