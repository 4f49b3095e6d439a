import type { SetUp } from '../../desk/set-up.ts';
import type { MessageKey, Messages } from '../../language/messages.ts';
import { roles } from '../../rules/playbook.ts';

/** One thing the first run asks. */
export interface SetUpQuestion {
  readonly name: keyof SetUp;
  readonly key: MessageKey;
  /** What holds when Enter is pressed on nothing. */
  readonly usual: string;
  readonly choices?: readonly string[];
  /** Whether it may stay empty. */
  readonly optional: boolean;
}

/** @returns what the first run asks, in order (P1: every greeting says the name and the team). */
export function setUpQuestions(
  words: Messages,
  usual: { readonly agent: string },
): readonly SetUpQuestion[] {
  const ask = (name: keyof SetUp, text: string, optional = false): SetUpQuestion => ({
    name,
    key: `cli.set-up.${name}`,
    usual: text,
    optional,
  });
  return [
    ask('business', ''),
    ask('agent', usual.agent),
    ask('team', words.say('cli.set-up.usual-team')),
    { ...ask('role', 'agent'), choices: roles },
    ask('reachUs', '', true),
  ];
}
