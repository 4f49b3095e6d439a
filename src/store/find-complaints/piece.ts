/** A piece of SQL with the values of its placeholders. */
export interface Piece {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export const piece = (sql: string, ...values: readonly unknown[]): Piece => ({ sql, values });

/** @returns pieces one after the other, with a text between them. */
export const joined = (pieces: readonly Piece[], between: string): Piece => ({
  sql: pieces.map(({ sql }) => sql).join(between),
  values: pieces.flatMap(({ values }) => values),
});

/** @returns a WHERE for all of them, or nothing where there are none. */
export function where(conditions: readonly Piece[]): Piece {
  if (conditions.length === 0) return piece('');
  const { sql, values } = joined(conditions, ' AND ');
  return { sql: ` WHERE ${sql}`, values };
}
