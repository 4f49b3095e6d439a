import type { ImportedState } from '../../rules/imported.ts';
import type { CustomerFacts } from '../../rules/state.ts';
import type { ComplaintId, Millis } from '../../rules/values.ts';

/** A complaint as a row tells it, before anybody knows its number and its customer here. */
export interface Draft {
  readonly row: number;
  readonly raw: string;
  /** Its number where it comes from. */
  readonly id: string;
  /** The number that it wants to keep. */
  readonly wants?: ComplaintId;
  readonly revision: number;
  /** When it last changed there. */
  readonly at: Millis;
  readonly state: Omit<ImportedState, 'customer' | 'mergedInto'>;
  readonly person?: Person;
  /** The number, where it comes from, of the complaint it turned out to be the same as. */
  readonly mergedInto?: string;
  readonly rest?: Readonly<Record<string, string>>;
}

/** Somebody whose complaint it is. */
export interface Person {
  /** Their number where the complaint comes from. */
  readonly id?: string;
  readonly facts: CustomerFacts;
}
