import { customerListFields } from '../../desk/customers/customer-record.ts';
import { peekRecord, type ReadRecord } from '../../desk/read-record.ts';
import { placeOf } from '../record-place.ts';
import type { Settings } from '../settings.ts';
import { nothing, type Suggestion } from './suggestion.ts';

/** Nobody looks through more. */
const most = 50;

/** What of the record would fit. */
type Look = (record: ReadRecord, begun: string) => Promise<Suggestion>;

/** Opens the record, where there is one. */
const inRecord =
  (look: Look) =>
  async (settings: Settings, begun: string): Promise<Suggestion> => {
    const record = await peekRecord(placeOf(settings));
    if (record === undefined) return nothing;
    try {
      return await look(record, begun);
    } finally {
      await record.close();
    }
  };

/** References that begin so, the newest first, each with its customer; written as they were begun. */
export const references = inRecord(async (record, begun) => {
  const [, sign = '', digits] = /^(c-|C-|#|[cC]?)(\d{0,15})$/.exec(begun) ?? [];
  if (digits === undefined) return nothing;
  const found = await record.read.referencesBeginning(digits, most);
  const before = sign === '' && digits === '' ? 'C-' : sign.replace(/^([cC])$/, '$1-');
  return {
    kind: 'words',
    words: found.map(({ id, customer }) => ({ value: `${before}${id}`, says: customer })),
  };
});

/** Who works here, with what they are. */
export const agents = inRecord(async (record) => ({
  kind: 'words',
  words: (await record.read.agentsHere()).map(({ name, role }) => ({ value: name, says: role })),
}));

/** Customers whose name has what was begun, with their number. */
export const customers = inRecord(async (record, begun) => {
  const search = { ...(begun.trim() === '' ? {} : { text: begun }), limit: most };
  const fields = customerListFields.filter(({ name }) => name === 'name' || name === 'number');
  const ids = await record.read.listCustomers(search);
  const found = await record.read.customerRecords(ids, fields);
  return {
    kind: 'words',
    words: found.map((row) => ({ value: String(row['name']), says: String(row['number']) })),
  };
});
