/** How the state that rules speak of lies in the tables, and back. One place for both ways. */

export {
  changedColumns,
  complaintColumns,
  type OutcomeRows,
  searchTextOf,
  stateOf,
} from './rows/complaint.ts';
export { customerColumns, customerOf } from './rows/customer.ts';
export { approvalRow, clockRow } from './rows/day.ts';
export { eventOf } from './rows/event.ts';
export { contactRow, offerRow, promiseRow } from './rows/outcome.ts';
