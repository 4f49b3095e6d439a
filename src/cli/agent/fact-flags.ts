import { type OwnLimits, ownAuthority } from '../../desk/agents.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import { LANGUAGE_TAGS, type LanguageTag, readLanguageTag } from '../../language/language-tag.ts';
import type { Messages } from '../../language/messages.ts';
import { type Authority, type Playbook, type Role, roles } from '../../rules/playbook.ts';
import { Fault } from '../fault.ts';
import { similarTo } from '../similar.ts';

/** Facts about somebody, as typed. */
export interface FactFlags {
  readonly team?: string;
  readonly role?: string;
  /** `bg,en`: the main one first. */
  readonly languages?: string;
  readonly limitAmount?: string;
  readonly limitPercent?: string;
  readonly limitCustomer?: string;
  readonly limitDays?: string;
}

/** @throws Fault `usage` that names the roles there are */
export function readRole(given: string | undefined): Role | undefined {
  if (given === undefined) return undefined;
  const role = roles.find((known) => known === given.trim().toLowerCase());
  if (role !== undefined) return role;
  const values = { given, known: roles.join(', ') };
  throw new Fault('usage', 'unknown-role', values, similarTo(given, roles));
}

/**
 * @returns language tags, each once, in the order given
 * @throws Fault `usage` that names the languages there are
 */
export function readLanguages(given: string | undefined): readonly LanguageTag[] | undefined {
  if (given === undefined) return undefined;
  const tags = given.split(/[\s,]+/).filter((name) => name !== '');
  if (tags.length === 0) throw new Fault('usage', 'empty-option', { option: '--languages' });
  return [...new Set(tags.map(readLanguage))];
}

function readLanguage(given: string): LanguageTag {
  const tag = readLanguageTag(given);
  if (tag !== undefined) return tag;
  const values = { given, known: LANGUAGE_TAGS.join(', ') };
  throw new Fault('usage', 'unknown-spoken', values, similarTo(given, LANGUAGE_TAGS));
}

const options = {
  amount: '--limit-amount',
  percent: '--limit-percent',
  customer: '--limit-customer',
  days: '--limit-days',
} as const;

/**
 * Reads limits of somebody's own.
 * @param before what they had: what is not typed stays
 * @returns undefined when no limit was typed
 * @throws Fault `usage` that names the option
 */
export function readLimits(
  flags: FactFlags,
  before: Authority | null,
  { currency }: Playbook,
  words: Messages,
): Authority | undefined {
  const typed: OwnLimits = {
    amount: flags.limitAmount,
    percent: flags.limitPercent,
    customer: flags.limitCustomer,
    days: flags.limitDays,
  };
  if (Object.values(typed).every((one) => one === undefined)) return undefined;
  if ((typed.customer === undefined) !== (typed.days === undefined)) {
    const [first, second] = [options.customer, options.days];
    throw new Fault(
      'usage',
      'only-with',
      typed.days === undefined ? { first, second } : { first: second, second: first },
    );
  }
  const read = ownAuthority(typed, before, currency);
  if (read.ok) return read.authority;
  const [refusal] = read.refusals;
  const option = Object.entries(options).find(([name]) => name === refusal?.field)?.[1];
  throw new Fault('usage', 'bad-limit', {
    option: option ?? '',
    why: refusal === undefined ? '' : refusalText(words, refusal),
  });
}
