import type { Given } from '../../desk/actions/action.ts';
import type { ActionName } from '../../desk/actions/names.ts';
import type { Millis } from '../../rules/values.ts';
import type { SamplePerson } from './sample-people.ts';

/** Who works at the sample desk. */
export type SampleAgent = 'Sam' | 'Lejla' | 'Ana';

/** Something that is done after the conversation: how many hours ago, what, with which answers, by whom. */
export type Deed = readonly [ago: number, action: ActionName, given: Given, by?: SampleAgent];

/** A sample complaint and what became of it. */
export interface Story {
  readonly who: SamplePerson;
  /** Sam, unless it says otherwise. */
  readonly by?: SampleAgent;
  /** How many hours ago somebody took it up. */
  readonly ago: number;
  /** How many hours ago it reached the desk, where that was before. */
  readonly received?: number;
  readonly told: Told;
  readonly deeds?: readonly Deed[];
}

/** What was said in the conversation; what is left out has its usual answer. */
export interface Told {
  readonly channel: string;
  readonly words: string;
  readonly restated: string;
  readonly product: string;
  readonly cause: string;
  readonly severity?: string;
  readonly wish: string;
  readonly fault?: 'ours' | 'theirs' | 'unknown';
  readonly offers: readonly {
    readonly remedy: string;
    readonly amount?: string;
    readonly percent?: number;
  }[];
  readonly chosen: string;
  readonly done?: string;
  /** What is promised, and in how many hours from now: less than nothing is late. */
  readonly promise?: readonly [what: string, hours: number];
}

/** A conversation that was left half way: how many hours ago, and what they had said by then. */
export interface Unfinished {
  readonly who: SamplePerson;
  readonly by?: SampleAgent;
  readonly ago: number;
  readonly channel: string;
  readonly words?: string;
}

/** @returns the moment so many hours from now; what is behind us has a minus. */
export type Hours = (fromNow: number) => Millis;
