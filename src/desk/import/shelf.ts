import type { ImportWriter } from '../../store/import-writer.ts';

/** What placing a complaint asks and does; the record itself, or a rehearsal of it. */
export type Shelf = Pick<
  ImportWriter,
  | 'complaintFrom'
  | 'complaintOf'
  | 'customerFrom'
  | 'hasCustomer'
  | 'isFrom'
  | 'customersWith'
  | 'addCustomer'
  | 'addCustomerSource'
  | 'addComplaint'
  | 'addComplaintSource'
  | 'addOutcome'
  | 'addEvent'
>;
