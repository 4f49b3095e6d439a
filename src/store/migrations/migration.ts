/** One numbered change of the tables. Once released it is never edited: a correction is the next number. */
export interface Migration {
  /** What it is for, in a few words. */
  readonly name: string;
  /** Whether it rewrites what is already stored, so that a backup is due before it. */
  readonly changesData: boolean;
  /** The statements, in order. */
  readonly statements: readonly string[];
}
