import { stages } from '../../rules/steps.ts';
import { fieldsByName } from './column-names.ts';
import { Sample } from './column-sample.ts';
import { fieldsByValues } from './column-values.ts';
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
  const left = columns.filter((column) => ![...named.values()].includes(column));
  for (const [field, column] of fieldsByValues(left, Object.keys(fields), sample)) {
    fields[field] = { columns: [column] };
    notes.push({ at: ['fields', field], code: 'by-values', facts: { column } });
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
