import { type ColumnName, columnNames } from '../desk/list-page.ts';
import { type ComplaintId, complaintId, readRef } from '../rules/values.ts';

/** What is typed at a list, with what stands behind its first word. */
export type ListEntry =
  /** A line of the page that was told last, counted from 1. */
  | { readonly kind: 'line'; readonly n: number }
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'sort'; readonly by: ColumnName; readonly turned: boolean }
  | { readonly kind: 'columns'; readonly names: readonly ColumnName[] }
  | { readonly kind: 'more' | 'before' | 'first' | 'last' | 'new' | 'back' | 'quit' | 'help' }
  | { readonly kind: 'unknown'; readonly text: string };

const alone = ['more', 'before', 'first', 'last', 'new', 'back', 'quit', 'help'] as const;
const letters: Readonly<Record<string, string>> = {
  m: 'more',
  b: 'back',
  q: 'quit',
  h: 'help',
  f: 'filter',
  s: 'sort',
  '/': 'search',
};

/**
 * Reads a line at a list: a number opens a line of it, a reference any complaint, a word does what it
 * says (`filter stage:open`, `sort due`, `sort due back`, `columns reference customer phone`). Enter
 * alone goes on to the next page.
 */
export function readListEntry(line: string): ListEntry {
  const typed = line.trim();
  if (typed === '') return { kind: 'more' };
  if (/^\d{1,2}$/.test(typed)) return { kind: 'line', n: Number(typed) };
  const id = readRef(typed);
  if (id !== undefined) return { kind: 'open', id: complaintId(id) };
  const [, first = '', rest = ''] = /^(\/|\S+)\s*(.*)$/s.exec(typed) ?? [];
  const word = letters[first.toLowerCase()] ?? first.toLowerCase();
  const single = alone.find((each) => each === word);
  if (single !== undefined && rest === '') return { kind: single };
  if (word === 'filter' || word === 'search') return { kind: word, text: rest };
  const names = rest
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const columns = names.flatMap((name) => columnNames.find((each) => each === name) ?? []);
  if (word === 'columns' && columns.length === names.length)
    return { kind: 'columns', names: columns };
  const [by] = columns;
  const turned = names[1] === 'back';
  if (word === 'sort' && by !== undefined && names.length === (turned ? 2 : 1)) {
    return { kind: 'sort', by, turned };
  }
  return { kind: 'unknown', text: typed };
}
