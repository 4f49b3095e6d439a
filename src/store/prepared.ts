import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** What a query of the store runs on: the database, or a transaction of it. */
export type Queryable = Kysely<Database>;

/** Stands in a compiled query where a value goes at each run. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A query that is built and compiled once, at its first run: building it again for each run would
 * cost more than running it.
 * @param build makes the query; `value(name)` stands where the value of that name goes
 * @returns runs the query with these values; one that is left out is NULL
 */
export function prepared<Given extends Values, Row>(
  build: (
    db: Queryable,
    value: <Name extends keyof Given & string>(name: Name) => Given[Name],
  ) => Compilable<Row>,
): (db: Queryable, given: Given) => Promise<QueryResult<Row>> {
  let compiled: CompiledQuery<Row> | undefined;
  const value = <Name extends keyof Given & string>(name: Name) =>
    new Placeholder(name) as unknown as Given[Name];
  return (db, given) => {
    compiled ??= build(db, value).compile();
    return db.executeQuery({ ...compiled, parameters: fill(compiled.parameters, given) });
  };
}

function fill(parameters: readonly unknown[], given: Values): unknown[] {
  return parameters.map((parameter) =>
    parameter instanceof Placeholder ? (given[parameter.name] ?? null) : parameter,
  );
}
