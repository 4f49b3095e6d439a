import { stages } from '../../rules/steps.ts';
import { fieldsByName } from './column-names.ts';
import { OrderOf } from './date-order.ts';
import { readDateShape } from './date-text.ts';
import type { FileRow } from './file-row.ts';
import type { FileShape } from './file-shape.ts';
import { type ImportField, type ImportFieldName, importFields } from './import-fields.ts';
import type { FieldSource, Mapping } from './mapping.ts';
import { stageCalled } from './stage-words.ts';

/** Why a column was taken for a field; the text is `import.suggest.<code>`. */
export interface SuggestNote {
  /** The path into the mapping. */
  readonly at: readonly string[];
  readonly code: 'by-values' | 'order-open' | 'order-contradicts' | 'unknown-stage' | 'twice';
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Suggested {
  readonly mapping: Mapping;
  readonly notes: readonly SuggestNote[];
}

/**
 * Proposes a mapping from the names of the columns and the first thousand rows: a column has to hold
 * what its name says. What nobody can tell is left to the owner, with a note.
 * @param source what the system is to be called
 */
export function suggestMapping({ columns, first }: FileShape, source: string): Suggested {
  const sample = new Sample(columns, first);
  const named = fieldsByName(columns);
  const fields: Partial<Record<ImportFieldName, FieldSource>> = {};
  const notes: SuggestNote[] = [];
  for (const [field, column] of named) {
    if (field === 'id') continue;
    const { kind }: ImportField = importFields[field];
    if (!sample.fits(column, kind)) continue;
    fields[field] = sourceOf(field, column, sample);
    notes.push(...notesOf(field, column, kind, sample));
  }
  if (fields.opened_at === undefined && fields.received_at === undefined) {
    const column = columns.find(
      (name) => sample.fits(name, 'time') && ![...named.values()].includes(name),
    );
    if (column !== undefined) {
      fields.opened_at = { columns: [column] };
      notes.push({ at: ['fields', 'opened_at'], code: 'by-values', facts: { column } });
    }
  }
  const id = named.get('id');
  const alone = id !== undefined && sample.isUnique(id);
  if (id !== undefined && !alone)
    notes.push({ at: ['source'], code: 'twice', facts: { column: id } });
  return { mapping: { source, id: alone ? [id] : [], fields, rest: 'keep' }, notes };
}

function sourceOf(field: ImportFieldName, column: string, sample: Sample): FieldSource {
  const { known }: ImportField = importFields[field];
  if (known === undefined) return { columns: [column] };
  const words = sample.words(column).filter((word) => !known.includes(word.toLowerCase()));
  if (words.length === 0) return { columns: [column] };
  const as = (word: string): string => (field === 'stage' ? (stageCalled(word) ?? 'open') : '');
  return { columns: [column], values: Object.fromEntries(words.map((word) => [word, as(word)])) };
}

function notesOf(
  field: ImportFieldName,
  column: string,
  kind: ImportField['kind'],
  sample: Sample,
): readonly SuggestNote[] {
  const at = ['fields', field];
  if (field === 'stage') return unknownStages(column, sample);
  if (kind !== 'time' && kind !== 'day') return [];
  const { order, either } = sample.order(column);
  if (order === 'open') {
    return [{ at, code: 'order-open', facts: { rows: either.rows.join(', ') } }];
  }
  return order === 'contradicts' ? [{ at, code: 'order-contradicts', facts: {} }] : [];
}

/** What nobody here knows is taken for open, by which nothing is lost; the owner has to know that. */
const unknownStages = (column: string, sample: Sample): readonly SuggestNote[] =>
  sample
    .words(column)
    .filter((word) => stageCalled(word) === undefined)
    .map((word) => ({
      at: ['fields', 'stage', 'values', word],
      code: 'unknown-stage',
      facts: { known: stages.join(', ') },
    }));

/** Most of what stands in a column has to be what it is taken for. */
const share = 0.9;
/** A column of more different words is no choice. */
const mostWords = 30;

/** The first rows, a column at a time. */
class Sample {
  readonly #columns: readonly string[];
  readonly #rows: readonly FileRow[];

  constructor(columns: readonly string[], rows: readonly FileRow[]) {
    this.#columns = columns;
    this.#rows = rows.filter(({ fault }) => fault === undefined);
  }

  texts(column: string): readonly { readonly row: number; readonly text: string }[] {
    const at = this.#columns.indexOf(column);
    return this.#rows.flatMap(({ row, cells }) => {
      const cell = cells[at];
      return typeof cell === 'string' && cell.trim() !== '' ? [{ row, text: cell.trim() }] : [];
    });
  }

  /** @returns the different texts of a column, as long as they are few. */
  words(column: string): readonly string[] {
    const words = new Set(this.texts(column).map(({ text }) => text));
    return words.size > mostWords ? [] : [...words];
  }

  fits(column: string, kind: ImportField['kind']): boolean {
    const texts = this.texts(column);
    if (kind === 'list') return false;
    if (kind === 'text') return texts.length > 0;
    if (kind === 'choice') return texts.length > 0 && this.words(column).length > 0;
    const fit = texts.filter(({ text }) => isOf(kind, text));
    return texts.length > 0 && fit.length >= texts.length * share;
  }

  order(column: string) {
    const order = new OrderOf(column);
    for (const { row, text } of this.texts(column)) order.add(row, text);
    return order.found;
  }

  isUnique(column: string): boolean {
    const texts = this.texts(column);
    return (
      texts.length === this.#rows.length &&
      new Set(texts.map(({ text }) => text)).size === texts.length
    );
  }
}

function isOf(kind: ImportField['kind'], text: string): boolean {
  switch (kind) {
    case 'time':
    case 'day':
      return readDateShape(text) !== undefined;
    case 'whole':
      return /^\d{1,9}$/.test(text);
    case 'yes-no':
      return /^(true|false|yes|no|y|n|0|1)$/i.test(text);
    case 'sum':
      return /\d/.test(text) && !/\p{L}{4}/u.test(text);
    default:
      return true;
  }
}
