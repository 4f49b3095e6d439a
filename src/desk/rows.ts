/** How the state that rules speak of lies in the tables, and back. One place for both ways. */

export {
  changedColumns,
  complaintColumns,
  searchTextOf,
  stateOf,
} from './rows/complaint.ts';
export { customerColumns, customerOf } from './rows/customer.ts';
export { eventOf } from './rows/event.ts';
export { contactRow, offerRow, promiseRow } from './rows/outcome.ts';
