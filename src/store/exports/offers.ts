import { decimal, shortNumber } from '../machine-form.ts';
import type { ExportTable } from './export-table.ts';
import { hangingOn, of, ofComplaint } from './of-complaint.ts';

/** Every remedy that was put before a customer, and whether they chose it (P19, P23). */
export const offers: ExportTable = {
  name: 'offers',
  fields: [
    ...ofComplaint,
    of('integer', 'n'),
    of('text', 'remedy'),
    of('decimal', 'amount', decimal('x.amount', 'x.currency')),
    { ...of('text', 'currency'), word: true },
    of('number', 'percent', shortNumber('x.percent')),
    { ...of('text', 'state'), word: true },
  ],
  from: hangingOn('offer'),
  by: 'complaint',
  number: 'x.complaint_id',
  within: 'x.n',
};
