import type { Messages } from '../../language/messages.ts';
import type { OutputRecord } from '../output/field.ts';

/** @returns a field as text; empty where nothing is known. */
export const textIn = (row: OutputRecord, field: string): string => {
  const value = row[field];
  return value === null || value === undefined ? '' : String(value);
};

/** @returns whether somebody is a key customer, came back or left (P39); empty for most. */
export function standingText(row: OutputRecord, words: Messages): string {
  const standing = row['standing'];
  return [
    row['key'] === true ? words.say('customer.key') : '',
    standing === 'returned' || standing === 'lost' ? words.say(`customer.${standing}`) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
