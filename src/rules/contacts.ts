import type { ComplaintEvent } from './events.ts';
import { activeEvents } from './undo.ts';

/**
 * Counts the contacts with the customer (P36, P40): the first conversation, each time it was taken
 * up again, each note with a channel, and each call-back or follow-up that reached them.
 * @param events all events of one complaint by `n`
 */
export const contactsIn = (events: readonly ComplaintEvent[]): number =>
  activeEvents(events).filter(isContact).length;

function isContact(event: ComplaintEvent): boolean {
  switch (event.type) {
    case 'opened':
    case 'imported':
    case 'taken_up':
    case 'reopened':
      return true;
    case 'noted':
      return event.body.channel !== undefined;
    case 'contacted':
      return event.body.outcome === 'reached';
    default:
      return false;
  }
}
