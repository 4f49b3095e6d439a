import { openConversation } from '../../../desk/act.ts';
import { mergeCustomers } from '../../../desk/customers.ts';
import { mergeIntoEarlier } from '../../../desk/repeats/go-on-with.ts';
import { noRepeats } from '../../../desk/repeats.ts';
import type { ComplaintId } from '../../../rules/values.ts';
import { unconfirmedIn } from '../fields/open-field.ts';
import { tellRefused } from './overtaken.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/**
 * Merges this complaint into the likeliest earlier one (P8).
 * @returns that one, which goes on; undefined when it was refused, which is told
 */
export async function mergeIntoLikeliest(
  shown: Shown,
  places: Places,
): Promise<ComplaintId | undefined> {
  const { conversation, repeats } = shown.view;
  const { desk, voice } = shown.scene;
  const [repeat] = repeats.complaints;
  if (repeat === undefined) return undefined;
  // What is typed and not confirmed stays with this one, where undo finds it.
  await places.keep();
  const merged = await mergeIntoEarlier(desk, voice, conversation, repeat);
  if (merged.ok) return repeat.id;
  await tellRefused(shown, places, merged, false);
  return undefined;
}

/** Makes one customer of this one and who has the same number: the one who was there first stays (P2). */
export async function takeAsSamePerson(shown: Shown, places: Places): Promise<void> {
  const { conversation, repeats, field, context, at } = shown.view;
  const { desk, voice } = shown.scene;
  const [person] = repeats.people;
  if (person === undefined || conversation.customer === undefined) return;
  const both = [conversation.customer.id, person.hit.id].sort((one, other) => one - other);
  const [into = person.hit.id, from = conversation.customer.id] = both;
  const merged = await mergeCustomers(desk, { from, into });
  if (!merged.ok) return tellRefused(shown, places, merged, false);
  const fresh = await openConversation(desk, conversation.state.id);
  if (fresh === undefined) return;
  shown.prepare({ ...shown.view, conversation: fresh, history: undefined, repeats: noRepeats });
  places.moved(fresh);
  // What is being typed keeps its place.
  const stays = field !== undefined && unconfirmedIn(field, context) !== '';
  await places.goTo(fresh, stays ? at : undefined);
  const name = fresh.customer?.name ?? person.hit.name;
  shown.tell(voice.words.say('notice.same-person', { name }));
}
