/**
 * Runs SQL text that reads. The few queries that scripts wait for are written as text and need no
 * more than this, since the query builder takes longer to load than they take to run.
 */
export interface SqlRows {
  /** @throws StoreError when SQLite cannot read */
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}
