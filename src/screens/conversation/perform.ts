import {
  answer,
  promise,
  putOffers,
  settlePromises,
  withdrawPromise,
} from '../../desk/converse.ts';
import {
  addCustomer,
  changeCustomer,
  identifyCustomer,
  passCustomerQuestion,
} from '../../desk/customer.ts';
import type { Acted, Desk } from '../../desk/desk.ts';
import type { Conversation } from '../../rules/conversation.ts';
import type { Commit } from './fields/field.ts';

/** Carries out what the agent confirmed: one call of the desk. */
export function perform(desk: Desk, before: Conversation, commit: Commit): Promise<Acted> {
  switch (commit.kind) {
    case 'answer':
      return answer(desk, before, commit.answer);
    case 'identify':
      return identifyCustomer(desk, before, commit.customer);
    case 'add-customer':
      return addCustomer(desk, before, commit.facts);
    case 'fact':
      return changeCustomer(desk, before, commit.fact, commit.value);
    case 'pass':
      return passCustomerQuestion(desk, before, commit.question);
    case 'offers':
      return putOffers(desk, before, commit.offers);
    case 'promise':
      return promise(desk, before, commit.made);
    case 'withdraw':
      return withdrawPromise(desk, before, commit.n);
    case 'settle':
      return settlePromises(desk, before);
  }
}
