/** Customers outside any conversation: put right, merged and taken apart again (P2, P8, P39). */

export {
  type CustomerEdit,
  type CustomerEdited,
  editCustomer,
} from './customers/edit-customer.ts';
export { type FactConflict, factConflicts } from './customers/fact-conflicts.ts';
export { meantCustomer } from './customers/meant-customer.ts';
export { type CustomersMerged, mergeCustomers } from './customers/merge-customers.ts';
export { partCustomers } from './customers/part-customers.ts';
