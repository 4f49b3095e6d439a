import type { ComplaintEvent } from './events.ts';
import type { ComplaintState, CustomerFacts } from './state.ts';
import type { Millis } from './values.ts';

/** Where an imported complaint comes from. */
export interface Source {
  /** The system it was in before: `nyc311`, `old-desk`. */
  readonly system: string;
  /** Its number there, as text. */
  readonly id: string;
}

/** What a complaint that was imported came with: its whole state, but for what the event itself says. */
export type ImportedState = Omit<ComplaintState, 'id' | 'revision' | 'updatedAt' | 'clocks'>;

/** What an `imported` event says. It is the first of its complaint, as `opened` is of the others. */
export interface Imported {
  readonly source: Source;
  /** When it was imported; the event's own moment is when the complaint last changed, there. */
  readonly imported: Millis;
  readonly state: ImportedState;
  /** The customer was written down with it. */
  readonly added?: CustomerFacts;
  /** What had no place here: the text of each such column by its name. */
  readonly rest?: Readonly<Record<string, string>>;
}

/**
 * The state that an `imported` begins. No clock runs: what was owed, was owed by another desk.
 * @param event the event; its `n` is the revision that the complaint had where it comes from
 */
export function beginImported(
  event: ComplaintEvent & { readonly type: 'imported' },
): ComplaintState {
  const { complaint: id, n: revision, at: updatedAt, body } = event;
  return { ...body.state, id, revision, updatedAt, clocks: [] };
}
