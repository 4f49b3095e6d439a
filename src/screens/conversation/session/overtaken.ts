import { openConversation } from '../../../desk/act.ts';
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

/** Tells a refusal by the desk beside the field. */
export async function tellRefused(shown: Shown, places: Places, refused: Refused): Promise<void> {
  const [refusal] = refused.refusals;
  if (refusal === undefined) return;
  await catchUp(shown, places, refused);
  shown.refuse(refusal);
}

/** Where another window went on, the next Enter builds on what it did, with what is typed here. */
export async function catchUp(
  shown: Shown,
  places: Places,
  { refusals: [refusal] }: Refused,
): Promise<void> {
  if (refusal?.code !== 'changed_elsewhere') return;
  const { conversation, at, field } = shown.view;
  const fresh = await openConversation(shown.scene.desk, conversation.state.id);
  if (fresh === undefined) return;
  shown.prepare(viewAt(shown.scene, fresh, { at, draft: field && draftOf(field) }));
  places.moved(fresh);
  await readBeside(shown);
}
