import type { Conversation } from './conversation.ts';
import { openOffers } from './offers.ts';
import { openPromises } from './promises.ts';
import type { QuestionName } from './questions.ts';
import type { Offer, Promised } from './state.ts';

/**
 * What whoever takes over must know, so that the customer tells the story once (P8): who it is,
 * what happened, what they want, what was said and promised, and what need not be asked again.
 */
export interface CaseSummary {
  readonly customer?: string;
  /** The main points as restated, else their own words. */
  readonly story?: string;
  readonly confirmed: boolean;
  readonly product?: string;
  readonly cause?: string;
  readonly wish?: string;
  readonly wishDetail?: string;
  readonly apologised: boolean;
  readonly offers: readonly Offer[];
  readonly chosen?: number | 'neither';
  readonly promises: readonly Promised[];
  /** Questions that have their answer: nobody asks them again. */
  readonly known: readonly QuestionName[];
}

/** @returns the facts of a case for a hand-over, a call-back or the line at the foot of the screen. */
export function summarise({ state, customer }: Conversation): CaseSummary {
  const { answers } = state;
  const story = answers.restated ?? answers.words;
  return {
    ...(customer === undefined ? {} : { customer: customer.name }),
    ...(story === undefined ? {} : { story }),
    confirmed: answers.confirmed === true,
    ...(answers.product === undefined ? {} : { product: answers.product }),
    ...(answers.cause === undefined ? {} : { cause: answers.cause }),
    ...(answers.wish === undefined ? {} : { wish: answers.wish }),
    ...(answers.wish_detail === undefined ? {} : { wishDetail: answers.wish_detail }),
    apologised: answers.apology !== undefined,
    offers: openOffers(state),
    ...(answers.chosen === undefined ? {} : { chosen: answers.chosen }),
    promises: openPromises(state),
    known: Object.keys(answers) as QuestionName[],
  };
}
