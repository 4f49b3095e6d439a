import { namedAs, refusesName, tidyName } from '../../desk/agents/agent-name.ts';
import type { SetUpBefore } from '../../desk/open-for-set-up.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import { AROUND_THE_CLOCK, readWeek, weekText } from '../../desk/set-up/hours-text.ts';
import { LANGUAGE_NAMES, LANGUAGE_TAGS, readLanguageTag } from '../../language/language-tag.ts';
import type { MessageKey, Messages } from '../../language/messages.ts';
import { type Playbook, roles } from '../../rules/playbook.ts';
import { isFault } from '../fault.ts';
import { readCurrency, readZone } from './read-given.ts';

/** What the set-up asks for; `cli.set-up.<name>` is how it asks. */
export type Asked =
  | 'business'
  | 'agent'
  | 'team'
  | 'role'
  | 'reachUs'
  | 'language'
  | 'zone'
  | 'hours'
  | 'otherHours'
  | 'currency'
  | 'other'
  | 'otherRole';

/** One thing the set-up asks. */
export interface SetUpQuestion {
  readonly name: Asked;
  readonly key: MessageKey;
  /** What holds when Enter is pressed on nothing. */
  readonly usual: string;
  readonly choices?: readonly string[];
  /** Whether it may stay empty. */
  readonly optional: boolean;
  /** @returns why something cannot be the answer, to be said beside it */
  readonly refuses?: (typed: string) => string | undefined;
}

/** What is proposed: how the desk is set up, and what the playbook says. */
export interface Proposed {
  readonly before: SetUpBefore;
  readonly playbook: Pick<Playbook, 'currency' | 'hours'>;
  /** The language that the program speaks now. */
  readonly language: string;
}

/** The hours proposed to a desk that has none: as most offices have them. */
const officeHours = 'mon-fri 09:00-17:00';

/** @returns what the set-up asks, by name (P1: every greeting says the name and the team). */
export function setUpQuestions(
  words: Messages,
  { before, playbook, language }: Proposed,
): Readonly<Record<Exclude<Asked, 'other' | 'otherRole'>, SetUpQuestion>> {
  const ask = (name: Asked, usual: string, more: Partial<SetUpQuestion> = {}): SetUpQuestion => ({
    name,
    key: `cli.set-up.${name}`,
    usual,
    optional: false,
    ...more,
  });
  const spoken = readLanguageTag(before.languages[0] ?? language);
  return {
    business: ask('business', before.business),
    agent: ask('agent', before.agent, { refuses: (typed) => nameFault(words, typed) }),
    team: ask('team', before.team || words.say('cli.set-up.usual-team')),
    role: ask('role', before.role, { choices: roles }),
    reachUs: ask('reachUs', before.reachUs, { optional: true }),
    language: ask('language', LANGUAGE_NAMES[spoken ?? 'en'], {
      choices: LANGUAGE_TAGS.map((tag) => LANGUAGE_NAMES[tag]),
    }),
    zone: ask('zone', before.zone, { refuses: faultIn(words, readZone) }),
    hours: hoursQuestion(words, { before, playbook }),
    otherHours: ask('otherHours', officeHours, {
      refuses: (typed) => {
        const read = readWeek(typed);
        return read.ok ? undefined : refusalText(words, read.refusal);
      },
    }),
    currency: ask('currency', playbook.currency, { refuses: faultIn(words, readCurrency) }),
  };
}

/** What holds first, so that Enter keeps it; around the clock one choice away. */
function hoursQuestion(
  words: Messages,
  { before, playbook }: Pick<Proposed, 'before' | 'playbook'>,
): SetUpQuestion {
  const holds = heldHours(before, playbook);
  const usual = holds ?? officeHours;
  const choices = new Set([usual, AROUND_THE_CLOCK, words.say('cli.set-up.other-hours')]);
  return { name: 'hours', key: 'cli.set-up.hours', usual, optional: false, choices: [...choices] };
}

/** @returns the hours that hold, or would by the playbook; undefined where nobody has said any. */
export function heldHours(
  { hours }: SetUpBefore,
  playbook: Pick<Playbook, 'hours'>,
): string | undefined {
  if (hours !== undefined) return weekText(hours.week);
  return playbook.hours.week === undefined ? undefined : weekText(playbook.hours.week);
}

/** @returns the question who else works here, and the one for their role. */
export function colleagueQuestions(
  words: Messages,
  here: readonly { readonly name: string }[],
): readonly [SetUpQuestion, SetUpQuestion] {
  const refuses = (typed: string): string | undefined => {
    const same = namedAs(here, tidyName(typed));
    return same === undefined
      ? nameFault(words, typed)
      : words.say('refusal.agent_exists', { agent: same.name });
  };
  const other = { key: 'cli.set-up.other', usual: '', optional: true, refuses } as const;
  const role = { key: 'cli.set-up.otherRole', usual: 'agent', optional: false } as const;
  return [
    { name: 'other', ...other },
    { name: 'otherRole', ...role, choices: roles },
  ];
}

function nameFault(words: Messages, typed: string): string | undefined {
  const refusal = refusesName(tidyName(typed));
  return refusal && refusalText(words, refusal);
}

/** A fault of an option, said in one line. */
const faultIn =
  (words: Messages, read: (typed: string) => unknown) =>
  (typed: string): string | undefined => {
    try {
      read(typed);
      return undefined;
    } catch (error) {
      if (!isFault(error)) throw error;
      const { similar } = error;
      const meant = similar === undefined ? [] : [words.say('cli.did-you-mean', { similar })];
      return [...words.say(`cli.fault.${error.fault}`, error.values).split('\n'), ...meant].join(
        ' ',
      );
    }
  };
