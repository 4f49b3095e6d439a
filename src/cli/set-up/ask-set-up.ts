import { AROUND_THE_CLOCK, readWeek } from '../../desk/set-up/hours-text.ts';
import type { Colleague } from '../../desk/set-up.ts';
import { readLanguageTag } from '../../language/language-tag.ts';
import type { Messages } from '../../language/messages.ts';
import { type Role, roles } from '../../rules/playbook.ts';
import type { TerminalCapability } from '../../terminal/capability.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { readCurrency, readZone } from './read-given.ts';
import {
  colleagueQuestions,
  heldHours,
  type Proposed,
  type SetUpQuestion,
  setUpQuestions,
} from './set-up-question.ts';
import type { WantedSetUp } from './wanted.ts';

/** Asks one question. @returns the answer; undefined when the person would rather stop */
export type AskOne = (question: SetUpQuestion, label: string) => Promise<string | undefined>;

/** A way to ask, which gives the terminal back when it is closed. */
export interface Asker {
  readonly ask: AskOne;
  close(): void;
}

/**
 * Asks whose desk this is, who works at it, and when. Enter takes what is proposed, so that a desk
 * stands within a minute.
 * @throws Fault `cancelled` when it is left; nothing was written then
 */
export async function askSetUp(
  context: Context,
  terminal: TerminalCapability,
  proposed: Omit<Proposed, 'language'>,
): Promise<WantedSetUp> {
  const words = await context.words();
  const { host, settings } = context;
  const isNew = proposed.before.isNew;
  const welcome = words.say(isNew ? 'cli.set-up.welcome' : 'cli.set-up.once-more');
  host.stdout.write(`${safeLine(welcome)}\n`);
  const asker = await (terminal.accessible
    ? import('./ask-in-lines.ts').then(({ askInLines }) => askInLines(host, words))
    : import('./ask-by-prompt.ts').then(({ askByPrompt }) => askByPrompt(context)));
  const ask = async (question: SetUpQuestion): Promise<string> => {
    const answer = await asker.ask(question, words.say(question.key));
    if (answer === undefined) throw new Fault('cancelled', 'set-up-left');
    return answer;
  };
  try {
    return await askAll(ask, words, { ...proposed, language: settings.language });
  } finally {
    asker.close();
  }
}

type Ask = (question: SetUpQuestion) => Promise<string>;

async function askAll(ask: Ask, words: Messages, proposed: Proposed): Promise<WantedSetUp> {
  const { before, playbook } = proposed;
  const questions = setUpQuestions(words, proposed);
  const business = await ask(questions.business);
  const agent = await ask(questions.agent);
  const team = await ask(questions.team);
  const role = roleIn(await ask(questions.role));
  const reachUs = await ask(questions.reachUs);
  const language = readLanguageTag(await ask(questions.language));
  const zone = readZone(await ask(questions.zone)) ?? before.zone;
  const hours = await askHours(ask, questions);
  const currency = readCurrency(await ask(questions.currency));
  const others = before.isNew ? await askOthers(ask, words, agent) : [];
  // Who speaks several languages keeps them, as long as the main one is the same.
  const isMain = language === before.languages[0];
  const languages = language === undefined || isMain ? undefined : [language];
  const read = readWeek(hours);
  const isHeld = hours === heldHours(before, playbook);
  return {
    setUp: { business, agent, team, role, reachUs, languages, others },
    zone,
    hours: isHeld || !read.ok ? undefined : { week: { times: read.week } },
    currency: currency === playbook.currency ? undefined : currency,
  };
}

async function askHours(
  ask: Ask,
  { hours, otherHours }: Readonly<Record<'hours' | 'otherHours', SetUpQuestion>>,
): Promise<string> {
  const picked = await ask(hours);
  const isHours = picked === hours.usual || picked === AROUND_THE_CLOCK;
  return isHours ? picked : ask(otherHours);
}

async function askOthers(ask: Ask, words: Messages, agent: string): Promise<readonly Colleague[]> {
  const others: Colleague[] = [];
  for (;;) {
    const [who, what] = colleagueQuestions(words, [{ name: agent }, ...others]);
    const name = await ask(who);
    if (name === '') return others;
    others.push({ name, role: roleIn(await ask(what)) });
  }
}

const roleIn = (answer: string): Role => roles.find((known) => known === answer) ?? 'agent';
