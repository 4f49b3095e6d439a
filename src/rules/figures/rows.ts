/** Rows of a chunk as they are counted. */
export interface Rows {
  /** The second at which each counts; 0 for one that does not. */
  readonly moments: Uint32Array;
  /** The complaint of each row, by its place in the chunk; none where rows are complaints. */
  readonly complaints: Uint16Array | undefined;
  /** The group of each row; none where they are all one. */
  readonly groups: Uint32Array | undefined;
}
