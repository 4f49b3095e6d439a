/** The append-only log, one immutable line an action; see `event-hash.ts` for its chain. */
export interface EventTable {
  /** 1, 2, 3 ... over the whole file, without holes. */
  seq: number;
  /** Null for what concerns the desk and no complaint. */
  complaint_id: number | null;
  /** 1, 2, 3 ... within the complaint. */
  n: number;
  at: number;
  agent: string;
  type: string;
  /** Null once the person it speaks of was erased, as is `body`. */
  salt: Uint8Array | null;
  /** A JSON object. */
  body: string | null;
  commitment: Uint8Array;
  hash: Uint8Array;
}
