import type { PeopleRefused } from '../desk/agents.ts';
import type { AgentRetired, AgentUnknown, PlaybookUnusable } from '../desk/open-desk.ts';
import type { PinsUnsupported } from '../desk/pin.ts';
import { refusalText } from '../desk/refusal-text.ts';
import { missingFile, storeFaultOf } from '../desk/store-fault.ts';
import type { Messages } from '../language/messages.ts';
import { faultText } from '../playbook/fault-text.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { isFault } from './fault.ts';
import { faultWords } from './fault-words.ts';
import type { Environment } from './settings.ts';

/** How a command ends that cannot go on, and what it says about that. */
export interface ToldFault {
  readonly exit: ExitCode;
  /** What happened, why, and what to do next; safe to print. */
  readonly lines: readonly SafeText[];
}

/** By its name: the file that a conversation is held in has a class of its own for the same thing. */
const isNamed = <Thrown extends Error>(error: unknown, name: string): error is Thrown =>
  error instanceof Error && error.name === name;

/**
 * The one place where errors become words and exit codes.
 * @param error whatever was thrown
 */
export function faultOf(words: Messages, error: unknown, env: Environment): ToldFault {
  if (isFault(error)) return told(exitCodes[error.exit], faultWords(words, error));
  if (isNamed<PlaybookUnusable>(error, 'PlaybookUnusable')) {
    const faults = error.faults.map((fault) => faultText(fault, words));
    return told(exitCodes.failed, [
      words.say('cli.playbook-unusable'),
      ...faults.map((fault) => `- ${fault}`),
      words.say('cli.playbook-unusable.next'),
    ]);
  }
  if (isNamed<AgentUnknown>(error, 'AgentUnknown')) {
    const known = error.known.join(', ');
    const { given } = error;
    const text =
      given === undefined
        ? words.say('cli.agent-unknown', { known })
        : words.say('cli.agent-not-here', { given, known });
    return told(exitCodes.usage, text.split('\n'));
  }
  if (isNamed<AgentRetired>(error, 'AgentRetired')) {
    const text = words.say('cli.agent-retired', { agent: error.agent });
    return told(exitCodes.refused, text.split('\n'));
  }
  if (isNamed<PeopleRefused>(error, 'PeopleRefused')) {
    return told(
      exitCodes.refused,
      error.refusals.map((refusal) => refusalText(words, refusal)),
    );
  }
  if (isNamed<PinsUnsupported>(error, 'PinsUnsupported')) {
    const text = words.say('cli.pins-unsupported', { node: error.node });
    return told(exitCodes.failed, text.split('\n'));
  }
  const store = storeFaultOf(error);
  if (store !== undefined) {
    const exit = store.code === 'locked' ? exitCodes.busy : exitCodes.failed;
    const key = missingFile(error) ? 'cli.store.missing' : `cli.store.${store.code}`;
    const facts = { path: '', reason: '', ...store.facts };
    const text = words.has(key) ? words.say(key, facts) : words.say('cli.store.failed', facts);
    return told(exit, text.split('\n'));
  }
  return unexpected(words, error, env);
}

/** A mistake of ours is one line; where it happened is shown to those who ask. */
function unexpected(words: Messages, error: unknown, { AMENDS_DEBUG }: Environment): ToldFault {
  const message = error instanceof Error ? error.message : String(error);
  const stack =
    error instanceof Error && AMENDS_DEBUG === '1' ? (error.stack ?? '').split('\n') : [];
  return told(exitCodes.failed, [words.say('cli.unexpected', { message }), ...stack]);
}

function told(exit: ExitCode, lines: readonly string[]): ToldFault {
  return { exit, lines: lines.map((line, at) => safeLine(at === 0 ? `amends: ${line}` : line)) };
}
