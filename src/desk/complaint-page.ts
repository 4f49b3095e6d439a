import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintId } from '../rules/values.ts';
import { openConversation } from './act.ts';
import type { ActionScene } from './actions/action.ts';
import { sceneOf } from './actions/scene.ts';
import { type CustomerAside, customerAside } from './customer-aside.ts';
import { zoneOfPhone } from './customers/their-zone.ts';
import type { Desk } from './desk.ts';
import type { Voice } from './saying.ts';
import { type SimilarComplaint, similarTo } from './similar.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

/** Everything there is to know of a complaint, read at one moment. */
export interface ComplaintPage {
  readonly conversation: Conversation;
  /** What decides which actions can be done now. */
  readonly scene: ActionScene;
  /** Everything that happened, the first event first. */
  readonly timeline: readonly TimelineEntry[];
  /** What is known of the customer beyond this complaint; undefined while nobody is named. */
  readonly customer: CustomerAside | undefined;
  /** How complaints like this one were put right (P48). */
  readonly similar: readonly SimilarComplaint[];
}

/** As many as are looked at; the likest come first. */
const SIMILAR = 8;

/**
 * Reads a complaint with all that stands beside it.
 * @returns undefined when there is no complaint of that number
 * @throws StoreError when the record cannot be read
 */
export async function complaintPageOf(
  desk: Desk,
  voice: Voice,
  id: ComplaintId,
): Promise<ComplaintPage | undefined> {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) return undefined;
  const { read } = desk.store;
  const { customer, state } = conversation;
  await zoneOfPhone(customer?.phone, desk.now());
  const log = await read.eventsOf(id);
  return {
    conversation,
    scene: await sceneOf(desk, conversation, log),
    timeline: timelineOf(log, voice, desk.playbook),
    customer: customer && (await customerAside(desk, customer.id, state.id)),
    similar: await similarTo(read, { ...state.answers, except: id }, SIMILAR),
  };
}
