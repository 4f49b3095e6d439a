import type { PromiseMade } from '../../../desk/converse.ts';
import type { Messages } from '../../../language/messages.ts';
import type { SpokenTime } from '../../../language/spoken-time.ts';
import type { Conversation, Occasion } from '../../../rules/conversation.ts';
import type { Answered, OfferPut } from '../../../rules/events.ts';
import type { Question, QuestionName } from '../../../rules/questions.ts';
import type { CustomerFact, CustomerFacts } from '../../../rules/state.ts';
import type { CustomerId, Refusal } from '../../../rules/values.ts';
import type { TextBuffer } from '../../kit/text-buffer.ts';
import type { ChoiceField } from './choice.ts';
import type { CustomerField } from './customer.ts';
import type { OffersField } from './offers.ts';
import type { PromisesField } from './promises.ts';
import type { TextField } from './text.ts';
import type { WhenField } from './when.ts';

/** The field in hand: what is typed and picked, before it is confirmed. Each kind has its file. */
export type Field =
  | TextField
  | ChoiceField
  | CustomerField
  | WhenField
  | OffersField
  | PromisesField;

/** What a field looks at. */
export interface FieldContext {
  readonly conversation: Conversation;
  readonly occasion: Occasion;
  readonly words: Messages;
  readonly spoken: SpokenTime;
  /** IANA time zone of the desk. */
  readonly zone: string;
  /** How wide the field is drawn, in columns; moving up and down in a text depends on it. */
  readonly columns: number;
  readonly rows: number;
}

/** What the agent confirmed: one call of the desk. */
export type Commit =
  | { readonly kind: 'answer'; readonly answer: Answered }
  | { readonly kind: 'identify'; readonly customer: CustomerId }
  | { readonly kind: 'add-customer'; readonly facts: CustomerFacts }
  | { readonly kind: 'fact'; readonly fact: CustomerFact; readonly value: string }
  | { readonly kind: 'pass'; readonly question: QuestionName }
  | { readonly kind: 'offers'; readonly offers: readonly OfferPut[] }
  | { readonly kind: 'promise'; readonly made: PromiseMade }
  | { readonly kind: 'withdraw'; readonly n: number }
  | { readonly kind: 'settle' };

/**
 * What Enter comes to: something for the desk, nothing new (the answer stands as it was), a fault
 * to be told beside the field, or the field itself a part further on.
 */
export type Submission =
  | { readonly commit: Commit }
  | { readonly same: true }
  | { readonly refusal: Refusal }
  | { readonly field: Field };

/** The parts that every field with typing has. */
export interface Typed {
  readonly question: Question;
  readonly buffer: TextBuffer;
}
