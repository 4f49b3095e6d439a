import type { SetUp } from '../../desk/set-up.ts';
import { roles } from '../../rules/playbook.ts';
import type { TerminalCapability } from '../../terminal/capability.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { type SetUpQuestion, setUpQuestions } from './set-up-question.ts';

/** Asks one question. @returns the answer; undefined when the person would rather stop */
export type AskOne = (question: SetUpQuestion, label: string) => Promise<string | undefined>;

/**
 * Asks whose desk this is and who works at it, before the first conversation.
 * @param usual what is proposed
 * @throws Fault `cancelled` when it is left; nothing was written then
 */
export async function askSetUp(
  context: Context,
  terminal: TerminalCapability,
  usual: { readonly agent: string },
): Promise<SetUp> {
  const words = await context.words();
  const { host } = context;
  host.stdout.write(`${safeLine(words.say('cli.set-up.welcome'))}\n`);
  const asker = await (terminal.accessible
    ? import('./ask-in-lines.ts').then(({ askInLines }) => askInLines(host, words))
    : import('./ask-by-prompt.ts').then(({ askByPrompt }) => askByPrompt(context)));
  const answers: Partial<Record<keyof SetUp, string>> = {};
  try {
    for (const question of setUpQuestions(words, usual)) {
      const answer = await asker.ask(question, words.say(question.key));
      if (answer === undefined) throw new Fault('cancelled', 'set-up-left');
      answers[question.name] = answer;
    }
  } finally {
    asker.close();
  }
  const { business = '', agent = '', team = '', reachUs = '' } = answers;
  const role = roles.find((known) => known === answers.role) ?? 'agent';
  return { business, agent, team, role, reachUs };
}

/** A way to ask, which gives the terminal back when it is closed. */
export interface Asker {
  readonly ask: AskOne;
  close(): void;
}
