import type { ExportTable } from './export-table.ts';
import { hangingOn, of, ofComplaint } from './of-complaint.ts';

/**
 * What customers said when they were asked whether it was really solved (P33, P34, P38). `source` says
 * where they were asked: so far at a contact that was agreed.
 */
export const surveys: ExportTable = {
  name: 'surveys',
  fields: [
    ...ofComplaint,
    of('integer', 'n'),
    { ...of('text', 'source', 'x.kind'), word: true },
    of('time', 'at', 'coalesce(x.done_at, x.at)'),
    of('boolean', 'satisfied'),
    of('integer', 'score'),
    of('text', 'note', "nullif(x.note, '')"),
  ],
  from: hangingOn('contact'),
  by: 'complaint',
  number: 'x.complaint_id',
  within: 'x.n',
  where: `x.satisfied IS NOT NULL OR x.score IS NOT NULL
    OR (x.kind = 'followup' AND x.state = 'done' AND x.note <> '')`,
};
