import { customerListFields, customerTable } from '../customer-fields.ts';
import { recordFields, recordTables } from '../record-fields.ts';
import { events } from './events.ts';
import type { ExportName, ExportTable } from './export-table.ts';
import { offers } from './offers.ts';
import { promises } from './promises.ts';
import { surveys } from './surveys.ts';

const complaints: ExportTable = {
  name: 'complaints',
  fields: recordFields,
  from: recordTables,
  by: 'complaint',
  number: 'c.id',
};

/** Everybody who is known, also who was merged into somebody else (`merged_into`). */
const customers: ExportTable = {
  name: 'customers',
  fields: customerListFields,
  from: customerTable,
  by: 'customer',
  number: 'k.id',
};

/** Everything that can be exported, by its name. */
export const exportTables: Readonly<Record<ExportName, ExportTable>> = {
  complaints,
  events,
  customers,
  promises,
  offers,
  surveys,
};
