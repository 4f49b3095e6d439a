import { type OrderFound, OrderOf } from './date-order.ts';
import type { DateOrder } from './date-text.ts';
import { type FileShape, type ImportFile, rowsOf } from './file-shape.ts';
import { type ImportFieldName, importFieldNames, importFields } from './import-fields.ts';
import type { RowFields } from './row-fields.ts';

/** In which order the dates of each field are, and how that was found out. */
export interface FileOrders {
  readonly orders: Readonly<Partial<Record<ImportFieldName, DateOrder>>>;
  /** What is worth saying: each column whose dates are three numbers. */
  readonly found: readonly OrderFound[];
  /** Fields whose order nobody can tell; where there are any, nothing is imported. */
  readonly unclear: readonly OrderFound[];
}

const dateFields = importFieldNames.filter((name) =>
  ['time', 'day'].includes(importFields[name].kind),
);

/**
 * Tells the order of day and month from all values of a column, never from the first few: the whole
 * file is read for it, unless its first thousand rows write their dates so that none is in doubt.
 * @param said the order that somebody named
 */
export async function findOrders(
  file: ImportFile,
  shape: FileShape,
  fields: RowFields,
  said: DateOrder | undefined,
): Promise<FileOrders> {
  const { mapping } = fields;
  if (said !== undefined || mapping.exact) {
    const orders = said === undefined ? [] : dateFields.map((field) => [field, said] as const);
    return { orders: Object.fromEntries(orders), found: [], unclear: [] };
  }
  fields.look(shape.columns);
  const columns = dateFields
    .filter((field) => fields.has(field))
    .map((field) => {
      const named = mapping.fields[field]?.columns.join(' + ') ?? field;
      return { field, order: new OrderOf(named) };
    });
  const look = (row: Parameters<RowFields['text']>[0]): void => {
    for (const { field, order } of columns) {
      const text = fields.text(row, field);
      if (text !== undefined) order.add(row.row, text.trim());
    }
  };
  for (const row of shape.first) look(row);
  const inDoubt = columns.some(({ order }) => order.found.order !== 'told');
  const last = shape.first.at(-1)?.row ?? 0;
  if (inDoubt) {
    for await (const { rows, columns } of rowsOf(file, shape)) {
      fields.look(columns);
      for (const row of rows) if (row.row > last) look(row);
    }
  }
  const found = columns.map(({ order }) => order.found).filter(({ order }) => order !== 'told');
  const orders = new Set(found.map(({ order }) => order));
  // One column that leaves it open is of the order of the others, when they agree.
  const others = (['dmy', 'mdy'] as const).filter((order) => orders.has(order));
  const [only] = others.length === 1 ? others : [];
  const known = new Map(columns.map(({ field, order }) => [field, order.found.order] as const));
  const each = dateFields.flatMap((field) => {
    const found = known.get(field);
    const order = found === 'dmy' || found === 'mdy' ? found : only;
    return order === undefined ? [] : [[field, order] as const];
  });
  return {
    orders: Object.fromEntries(each),
    found,
    unclear: found.filter(
      ({ order }) => order === 'contradicts' || (order === 'open' && only === undefined),
    ),
  };
}
