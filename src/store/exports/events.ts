import type { ExportTable } from './export-table.ts';
import { of } from './of-complaint.ts';

/** The log, line by line (P36), as `log` gives it; `body` is empty once its words were erased. */
export const events: ExportTable = {
  name: 'events',
  fields: [
    of('integer', 'seq'),
    { ...of('text', 'reference', "'C-' || x.complaint_id"), word: true },
    of('integer', 'n'),
    of('time', 'at'),
    of('text', 'agent'),
    { ...of('text', 'type'), word: true },
    of('json', 'body'),
    { ...of('text', 'hash', 'lower(hex(x.hash))'), word: true },
  ],
  from: 'event AS x',
  by: 'event',
  number: 'x.seq',
};
