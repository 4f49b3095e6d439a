import { describeTerminal, type TerminalCapability } from '../terminal/capability.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';

/**
 * Makes sure that somebody is there to answer.
 * @param instead the option that does the same without a question
 * @returns what the terminal can do
 * @throws Fault `usage` that names the option
 */
export function requireAnswers({ host, settings }: Context, instead: string): TerminalCapability {
  if (!settings.input) throw new Fault('usage', 'no-input', { instead });
  const { stdin, stdout, env } = host;
  const terminal = describeTerminal({
    stdin,
    stdout,
    env,
    columns: stdout.columns,
    rows: stdout.rows,
    accessible: settings.accessible,
  });
  if (!terminal.interactive) throw new Fault('usage', 'no-terminal', { instead });
  return terminal;
}
