import { refusesText } from './answers.ts';
import { customerLanguages, questionNamed } from './questions.ts';
import type { CustomerFact, CustomerFacts } from './state.ts';
import { type Refusal, refuse } from './values.ts';

/** Every fact about a customer, in the order in which a page tells them. */
export const factNames = [
  'name',
  'phone',
  'email',
  'account',
  'address',
  'language',
] as const satisfies readonly CustomerFact[];

/** How somebody can be reached: the two facts that one question asks for (P2). */
export type Reach = { readonly fact: 'phone' | 'email'; readonly value: string };

/**
 * Reads what was typed to "how can we reach you".
 * @returns an email address when it looks like one, a phone number when it has at least five
 *   digits and nothing but what numbers are written with; undefined when it is neither
 */
export function readReach(text: string): Reach | undefined {
  const value = text.trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(value)) return { fact: 'email', value };
  const digits = value.replaceAll(/\D/g, '').length;
  if (digits >= 5 && digits <= 18 && /^[+\d\s().\-/]+(?:(?:x|ext\.?)\s*\d+)?$/iu.test(value)) {
    return { fact: 'phone', value };
  }
  return undefined;
}

/**
 * Whether a fact about a person can be written down.
 * @param value as typed; empty or null takes it away, which a name does not allow
 */
export function refusesFact(fact: CustomerFact, value: string | null): Refusal | undefined {
  const text = value?.trim() ?? '';
  const field = fact === 'name' ? 'customer' : fact;
  if (text === '') return fact === 'name' ? refuse('required', {}, field) : undefined;
  switch (fact) {
    case 'name':
      return refusesText(questionNamed('customer'), text);
    case 'phone':
    case 'email':
      return readReach(text)?.fact === fact
        ? refusesLength(text, questionNamed('reach').longest, field)
        : refuse(`not_${fact}`, {}, field);
    case 'account':
      return refusesLength(text, questionNamed('account').longest, field);
    case 'language':
      return customerLanguages.some((tag) => tag === text)
        ? undefined
        : refuse('unknown_choice', { given: text, known: customerLanguages.join(', ') }, field);
    default:
      return refusesLength(text, 500, field);
  }
}

function refusesLength(
  text: string,
  longest: number | undefined,
  field: string,
): Refusal | undefined {
  return longest !== undefined && text.length > longest
    ? refuse('too_long', { longest, given: text.length }, field)
    : undefined;
}

/** @returns every fault in what is to be written down about somebody; empty when there is none. */
export function refusesFacts(facts: CustomerFacts): readonly Refusal[] {
  const given = Object.entries(facts) as [CustomerFact, string | undefined][];
  return given.flatMap(([fact, value]) => refusesFact(fact, value ?? null) ?? []);
}

/** @returns the facts with blanks at their ends cut and empty ones left out. */
export function tidyFacts(facts: CustomerFacts): CustomerFacts {
  const kept = Object.entries(facts).flatMap(([fact, value]) => {
    const text: string = value?.trim() ?? '';
    return text === '' ? [] : [[fact, text]];
  });
  return { ...(Object.fromEntries(kept) as Partial<CustomerFacts>), name: facts.name.trim() };
}
