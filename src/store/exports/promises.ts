import type { ExportTable } from './export-table.ts';
import { hangingOn, of, ofComplaint } from './of-complaint.ts';

/** Every promise there was, with what became of it (P27, P28). */
export const promises: ExportTable = {
  name: 'promises',
  fields: [
    ...ofComplaint,
    of('integer', 'n'),
    of('text', 'what'),
    of('text', 'who'),
    of('time', 'due'),
    { ...of('text', 'state'), word: true },
    of('time', 'made_at'),
    of('time', 'first_due'),
    of('time', 'moved_to'),
    of('time', 'told_at'),
    of('time', 'settled_at'),
    of('text', 'reason'),
  ],
  from: hangingOn('promise'),
  by: 'complaint',
  number: 'x.complaint_id',
  within: 'x.n',
};
