import { digitsOf, type FoldedText, foldLetters, foldQuery } from '../language/fold.ts';
import { type ComplaintId, complaintId, type Millis, millis, readRef } from '../rules/values.ts';
import type { ComplaintFilter } from '../store/find-complaints.ts';
import { type RecordField, recordFields } from '../store/record-fields.ts';
import type { RecordReader } from '../store/record-reader.ts';
import { contextOf, type Marked, placesIn } from './search/mark.ts';

export { joinMarked, type Marked } from './search/mark.ts';

/** Where something was found: what the complaint says first, then who complained. */
export const foundIn = [
  'words',
  'restated',
  'product',
  'done',
  'resolution',
  'customer_name',
  'customer_phone',
  'customer_email',
  'customer_account',
] as const;
export type FoundIn = (typeof foundIn)[number] | 'reference';

/** A complaint that was found, and what it was found by. */
export interface SearchHit {
  readonly id: ComplaintId;
  readonly openedAt: Millis;
  readonly stage: string;
  readonly owner: string;
  readonly customer: string | undefined;
  readonly foundIn: FoundIn;
  /** The text around what was found, on one line; not yet made safe for a terminal. */
  readonly context: readonly Marked[];
}

/** What narrows a search, and how much of it is wanted. */
export interface SearchOptions {
  readonly filter?: Omit<ComplaintFilter, 'text'>;
  /** How many at most; 50 without it. */
  readonly limit?: number;
  /** The last complaint of the page before. */
  readonly after?: ComplaintId;
}

const usual = 50;

/**
 * Searches the record: references (C-1042, 1042, #1042), names, telephone numbers however they are
 * written, emails, accounts, and the words of complaints. Case and accents do not matter, each word
 * may be only begun, and each has to stand in the complaint or in what is known of its customer.
 * @param text what somebody has typed so far
 * @returns the complaint whose reference it is, then the newest first; empty for a text without words
 */
export async function searchRecord(
  read: Pick<RecordReader, 'findComplaints' | 'searchComplaints' | 'records'>,
  text: string,
  { filter = {}, limit = usual, after }: SearchOptions = {},
): Promise<readonly SearchHit[]> {
  const meant = readRef(text);
  const own = meant === undefined || after !== undefined ? [] : await having(read, meant, filter);
  // Nobody who writes C-1042 looks for a word "c" and a number.
  const isOnlyReference = meant !== undefined && !/^\s*\d+\s*$/.test(text);
  const behind = after === undefined ? {} : { after };
  const others = isOnlyReference
    ? []
    : await read.searchComplaints({ text, filter, limit, ...behind });
  const ids = [...own, ...others.filter((id) => !own.includes(id))].slice(0, limit);
  const rows = await read.records(ids, rowFields);
  const words = foldQuery(text);
  return rows.map((row, at): SearchHit => {
    const id = complaintId(ids[at] ?? 0);
    return {
      id,
      openedAt: millis(Date.parse(String(row['opened_at']))),
      stage: String(row['stage']),
      owner: String(row['owner']),
      customer: textOf(row['customer_name']),
      ...foundAt(row, words, own.includes(id)),
    };
  });
}

/** A complaint is found by its reference where it passes the filter. */
async function having(
  read: Pick<RecordReader, 'findComplaints'>,
  id: ComplaintId,
  filter: Omit<ComplaintFilter, 'text'>,
): Promise<number[]> {
  const sort = { by: 'id', direction: 'asc' } as const;
  const [found] = await read.findComplaints({ filter, sort, limit: 1, after: id - 1 });
  return found === id ? [id] : [];
}

const wanted = new Set<string>(['opened_at', 'stage', 'owner', ...foundIn]);
const rowFields: readonly RecordField[] = [
  ...recordFields.filter(({ name }) => wanted.has(name)),
  ...(recordFields.some(({ name }) => name === 'resolution')
    ? []
    : [{ name: 'resolution', kind: 'text', sql: 'c.resolution' } as const]),
];

type Row = Readonly<Record<string, unknown>>;

/** The field that has most of the words says why this was found. */
function foundAt(
  row: Row,
  words: readonly string[],
  byReference: boolean,
): Pick<SearchHit, 'foundIn' | 'context'> {
  const said = textOf(row['restated']) ?? textOf(row['words']) ?? '';
  if (byReference) return { foundIn: 'reference', context: contextOf(said, foldLetters(said), []) };
  let best: Found | undefined;
  for (const field of foundIn) {
    const text = textOf(row[field]);
    if (text === undefined) continue;
    const letters = foldLetters(text);
    const phone = field === 'customer_phone' && isPhone(text, words);
    const many = phone ? words.length : placesIn(letters, words).length;
    if (many > (best?.many ?? 0)) best = { field, text, letters, many };
    if (many === words.length) break;
  }
  // What was said since in other words is in the index until the next answer.
  if (best === undefined)
    return { foundIn: 'words', context: contextOf(said, foldLetters(said), []) };
  const { field, text, letters } = best;
  // A number that was typed in other groups is in no one place of it.
  if (field === 'customer_phone') return { foundIn: field, context: [{ text, found: true }] };
  return { foundIn: field, context: contextOf(text, letters, words) };
}

interface Found {
  readonly field: (typeof foundIn)[number];
  readonly text: string;
  readonly letters: FoldedText;
  readonly many: number;
}

/** A telephone number has the digits of all words together, with or without the zero in front. */
function isPhone(text: string, words: readonly string[]): boolean {
  if (!words.every((word) => /^\d+$/.test(word))) return false;
  return digitsOf(text).includes(words.join('').replace(/^0+(?=\d)/, ''));
}

const textOf = (value: unknown): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : String(value);
