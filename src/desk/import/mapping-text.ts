import { Document, isScalar } from 'yaml';
import type { FieldSource, Mapping } from './mapping.ts';

/**
 * Writes a mapping as the YAML that `--mapping` reads.
 * @param notes what to say beside a value, with the path to it
 */
export function mappingText(
  mapping: Mapping,
  notes: readonly (readonly [path: readonly string[], note: string])[],
): string {
  const { source, id, zone, dateOrder, currency, fields, rest } = mapping;
  const document = new Document({
    source,
    ...(id.length === 0 ? {} : { id: id.length === 1 ? id[0] : id }),
    ...(zone === undefined ? {} : { zone }),
    ...(dateOrder === undefined ? {} : { date_order: dateOrder }),
    ...(currency === undefined ? {} : { currency }),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, from]) => [name, from && plainSource(from)]),
    ),
    rest,
  });
  for (const [path, note] of notes) {
    const node = document.getIn(path, true);
    if (isScalar(node)) node.comment = ` ${note}`;
  }
  return document.toString({ lineWidth: 0 });
}

function plainSource({ columns, join, values, otherwise }: FieldSource): unknown {
  const [only] = columns;
  if (columns.length === 1 && values === undefined && otherwise === undefined) return only;
  return {
    ...(columns.length === 1 ? { column: only } : {}),
    ...(columns.length > 1 ? { columns } : {}),
    ...(join === undefined ? {} : { join }),
    ...(values === undefined ? {} : { values }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}
