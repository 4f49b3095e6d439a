import { customerLanguages } from '../../rules/questions.ts';
import type { CustomerFacts } from '../../rules/state.ts';
import type { Person } from './draft.ts';
import { RowRefused } from './row-problem.ts';
import type { RowValues } from './row-values.ts';

/**
 * @returns whose complaint it is, as a row tells it; undefined for nobody's. Without a name they are
 *   called by what else is known of them. @throws RowRefused
 */
export function personFrom(values: RowValues): Person | undefined {
  const {
    customer_name: name,
    customer_phone: phone,
    customer_email: email,
    customer_account: account,
    customer_address: address,
    customer_language: language,
    customer_id: id,
  } = values.texts(
    'customer_name',
    'customer_phone',
    'customer_email',
    'customer_account',
    'customer_address',
    'customer_language',
    'customer_id',
  );
  const called = name ?? email ?? phone ?? account;
  if (called === undefined) return undefined;
  if (language !== undefined && !customerLanguages.some((tag) => tag === language)) {
    const known = customerLanguages.join(', ');
    throw new RowRefused('not-a-choice', { text: language, known }, 'customer_language');
  }
  const facts: CustomerFacts = {
    name: called,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(account === undefined ? {} : { account }),
    ...(address === undefined ? {} : { address }),
    ...(language === undefined ? {} : { language }),
  };
  return { facts, ...(id === undefined ? {} : { id: id.trim() }) };
}
