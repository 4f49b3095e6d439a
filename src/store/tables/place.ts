import type { Insertable, Selectable } from 'kysely';

/**
 * Where an unfinished conversation stands, with the text that is typed but not yet confirmed. It
 * is a bookmark, not part of the record: it has no events and goes when the conversation ends.
 */
export interface PlaceTable {
  complaint_id: number;
  question: string;
  draft: string | null;
  agent: string;
  at: number;
}

export type PlaceRow = Selectable<PlaceTable>;
export type NewPlace = Insertable<PlaceTable>;
