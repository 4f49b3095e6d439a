/** Column definitions that several migrations share. They are part of released migrations: never edit one. */

/** Later than any complaint: 9999-12-31T23:59:59.999Z, the last moment ISO 8601 writes in four digits. */
const lastMoment = 253_402_300_799_999;

/** @returns a moment in epoch milliseconds, perhaps none. */
export const time = (column: string): string =>
  `${column} INTEGER CHECK (${column} BETWEEN 0 AND ${lastMoment})`;

/** @returns a moment in epoch milliseconds. */
export const moment = (column: string): string =>
  `${column} INTEGER NOT NULL CHECK (${column} BETWEEN 0 AND ${lastMoment})`;

/** @returns one of a few words. */
export const oneOf = (column: string, ...values: readonly string[]): string =>
  `${column} TEXT NOT NULL CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

/** @returns yes, no or not said. */
export const yesNo = (column: string): string => `${column} INTEGER CHECK (${column} IN (0, 1))`;

/** @returns yes or no; no unless said. */
export const flag = (column: string): string =>
  `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`;
