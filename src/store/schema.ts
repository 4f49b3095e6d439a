import type { AgentTable } from './tables/agent.ts';
import type { ApprovalTable } from './tables/approval.ts';
import type { CalendarTable } from './tables/calendar.ts';
import type { ClockTable } from './tables/clock.ts';
import type { ComplaintTable } from './tables/complaint.ts';
import type { ContactTable } from './tables/contact.ts';
import type { CustomerTable } from './tables/customer.ts';
import type { EventTable } from './tables/event.ts';
import type { OfferTable } from './tables/offer.ts';
import type { PlaceTable } from './tables/place.ts';
import type { PromiseTable } from './tables/promise.ts';
import type { SettingTable } from './tables/setting.ts';
import type { ComplaintSourceTable, CustomerSourceTable } from './tables/source.ts';

/** The tables as the newest migration leaves them. */
export interface Database {
  agent: AgentTable;
  approval: ApprovalTable;
  calendar: CalendarTable;
  clock: ClockTable;
  complaint: ComplaintTable;
  contact: ContactTable;
  customer: CustomerTable;
  event: EventTable;
  offer: OfferTable;
  place: PlaceTable;
  promise: PromiseTable;
  setting: SettingTable;
  complaint_source: ComplaintSourceTable;
  customer_source: CustomerSourceTable;
}

/** `user_version` of a file with these tables: the number of its newest migration. */
export const schemaVersion = 6;

/** `application_id` of our files: the letters AMND. */
export const applicationId = 0x414d_4e44;
