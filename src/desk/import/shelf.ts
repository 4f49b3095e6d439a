import type { ImportLookup } from '../../store/import-lookup.ts';
import type { ImportWriter } from '../../store/import-writer.ts';

/** What placing a complaint asks and does; the record itself, or a rehearsal of it. */
export type Shelf = Pick<ImportLookup, keyof ImportLookup> &
  Pick<
    ImportWriter,
    | 'addCustomer'
    | 'addCustomerSource'
    | 'nextComplaint'
    | 'addComplaint'
    | 'addComplaintSource'
    | 'addOutcome'
    | 'addEvent'
  >;
