import { contactsIn } from '../../rules/contacts.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { agentName } from '../../rules/values.ts';
import type { StoredEvent } from '../../store/event-log.ts';
import type { Reader } from '../../store/reader.ts';
import type { AgentRow } from '../../store/tables/agent.ts';
import { withGivenNow } from '../act.ts';
import { knownZoneOf } from '../customers/their-zone.ts';
import { type Desk, occasionOf } from '../desk.ts';
import { proposedFollowUp } from '../follow-up.ts';
import { eventOf } from '../rows.ts';
import { roleOf } from '../usual-agent.ts';
import type { ActionScene, Person } from './action.ts';

/**
 * @param log the complaint's log, where it was read already
 * @returns what actions look at, read now
 */
export async function sceneOf(
  desk: Desk,
  conversation: Conversation,
  log?: readonly StoredEvent[],
): Promise<ActionScene> {
  const { read } = desk.store;
  const rows = log ?? (await read.eventsOf(conversation.state.id));
  const events = rows.flatMap((row) => eventOf(row) ?? []);
  return {
    conversation: await withGivenNow(read, desk, conversation, desk.now()),
    people: await peopleOf(read),
    occasion: occasionOf(desk),
    counting: await desk.counting(read),
    contacts: contactsIn(events),
    theirZone: knownZoneOf(conversation.customer?.phone),
    get followUp() {
      return proposedFollowUp(desk.playbook.targets, desk.zone, desk.now());
    },
  };
}

/** @returns everybody who works here now, by name. */
export async function peopleOf(read: Reader): Promise<readonly Person[]> {
  return (await read.agents()).filter(({ retired_at }) => retired_at === null).map(personOf);
}

const personOf = (row: AgentRow): Person => ({
  name: agentName(row.name),
  role: roleOf(row.role),
  team: row.team,
  languages: [row.language, ...(JSON.parse(row.languages) as string[])],
  hasPin: row.pin !== null,
});
