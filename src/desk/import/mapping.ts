import type { DateOrder } from './date-text.ts';
import type { ImportFieldName } from './import-fields.ts';

/** Where a field gets its text from. */
export interface FieldSource {
  /** One column, or several that are put together; those that are empty are left out. */
  readonly columns: readonly string[];
  /** What stands between several; a line end if not said. */
  readonly join?: string;
  /** What the words of the file are called here, whatever their case. Others stay as they are. */
  readonly values?: Readonly<Record<string, string>>;
  /** The same for every row, or for those whose columns are empty. */
  readonly otherwise?: string;
}

/** How the columns of a file become complaints. The owner has it in their hands as YAML. */
export interface Mapping {
  /** The system the file comes from: with the id it tells a complaint from all others. */
  readonly source: string;
  /** The columns whose text is the complaint's number there; none: the row itself is. */
  readonly id: readonly string[];
  readonly fields: Readonly<Partial<Record<ImportFieldName, FieldSource>>>;
  /** The IANA time zone of dates that name none. */
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  /** ISO 4217, for sums that name none. */
  readonly currency?: string;
  /** Whether the text of other columns is kept with the complaint. */
  readonly rest: 'keep' | 'drop';
  /** A known layout, of which files may leave columns out. */
  readonly loose?: true;
  /** Written by our own export: everything stands as it is, nothing is told from anything else. */
  readonly exact?: true;
}

/** @returns the columns that a mapping reads. */
export function columnsIn({ id, fields }: Mapping): ReadonlySet<string> {
  return new Set([...id, ...Object.values(fields).flatMap((from) => from?.columns ?? [])]);
}
