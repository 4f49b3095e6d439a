import { describeTerminal, type TerminalCapability } from '../terminal/capability.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';

/**
 * Makes sure that somebody is there to answer.
 * @param instead the option that does the same without a question
 * @returns what the terminal can do
 * @throws Fault `usage` that names the option
 */
export function requireAnswers(context: Context, instead: string): TerminalCapability {
  if (!context.settings.input) throw new Fault('usage', 'no-input', { instead });
  const terminal = terminalOf(context);
  if (!terminal.interactive) throw new Fault('usage', 'no-terminal', { instead });
  return terminal;
}

/** @returns what the terminal of this command can do. */
export function terminalOf({ host, settings }: Context): TerminalCapability {
  const { stdin, stdout, env } = host;
  const { columns, rows } = stdout;
  const { accessible } = settings;
  return describeTerminal({ stdin, stdout, env, columns, rows, accessible });
}
