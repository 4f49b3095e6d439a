import {
  type ImportField,
  importFieldNames,
  importFields,
} from '../../../src/desk/import/import-fields.ts';
import { table } from './table.ts';

const kinds: Readonly<Record<ImportField['kind'], string>> = {
  text: 'text',
  choice: 'one of',
  'yes-no': 'yes or no',
  whole: 'a whole number',
  time: 'a date, with a time or without',
  day: 'a date',
  sum: 'a sum',
  list: 'a list of objects, as the export writes it',
};

/** @returns what a mapping can fill, and with what. */
export const importFieldTable = (): string =>
  table(
    ['field', 'takes'],
    importFieldNames.map((name) => {
      const { kind, known = [] }: ImportField = importFields[name];
      const words = known.map((word) => ` \`${word}\``).join('');
      return [`\`${name}\``, `${kinds[kind]}${words}`];
    }),
  );
