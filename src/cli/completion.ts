import { readFileSync } from 'node:fs';
import { safeLine } from '../terminal/safe-text.ts';
import { type Shell, shells } from './completion/known-values.ts';
import { suggest } from './completion/suggest.ts';
import type { Suggestion } from './completion/suggestion.ts';
import { readLine, wordsTo } from './completion/typed-line.ts';
import type { Context } from './context.ts';
import { dataFile } from './data-file.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { createProgram } from './program.ts';
import { settle } from './settings.ts';
import { similarTo } from './similar.ts';

export interface CompletionFlags {
  /** Which word is in hand, as a shell counts them: the first one behind `amends` is 1. */
  readonly words?: string;
}

/** Prints the script for a shell; with `--words`, which that script uses, what fits where the cursor stands. */
export async function completion(
  context: Context,
  flags: CompletionFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  if (flags.words !== undefined) {
    await complete(context, Number(flags.words), operands);
    return exitCodes.done;
  }
  const [given = ''] = operands;
  const shell = shells.find((each) => each === given);
  if (shell === undefined) {
    const known = shells.join(', ');
    throw new Fault('usage', 'unknown-shell', { given, known }, similarTo(given, shells));
  }
  const script = scriptOf(shell);
  if (script === undefined) throw new Error(`there is no script for ${shell}`);
  await context.out.write(readFileSync(script));
  return exitCodes.done;
}

/** PowerShell's own ending is another one than its name. */
const scriptOf = (shell: Shell): string | undefined =>
  dataFile('completions', `amends.${shell === 'pwsh' ? 'ps1' : shell}`);

/** Whoever presses Tab is typing: whatever goes wrong here is no answer, and never an error. */
async function complete(context: Context, at: number, typed: readonly string[]): Promise<void> {
  try {
    const suggestion = await suggestionFor(context, at, typed);
    await context.out.write(`${[suggestion.kind, ...linesOf(suggestion)].join('\n')}\n`);
  } catch {
    // An empty answer.
  }
}

async function suggestionFor(
  context: Context,
  at: number,
  typed: readonly string[],
): Promise<Suggestion> {
  const { before, begun } = wordsTo(typed, at);
  const { program } = await createProgram(before, async () => context);
  const line = readLine(program, before, begun);
  const { host } = context;
  const settings = await settle(line.flags, { env: host.env, outIsTerminal: false });
  const suggestion = await suggest(line, settings, await context.words());
  if (suggestion.kind !== 'words') return suggestion;
  // Case makes no difference, and of several values with commas only the last is in hand.
  const typedOf = line.begun.toLowerCase();
  const taken = line.kept.replace(/^.*=/, '').split(',');
  const fitting = suggestion.words.filter(
    ({ value }) => value.toLowerCase().startsWith(typedOf) && !taken.includes(value),
  );
  return {
    kind: 'words',
    words: fitting.map(({ value, says }) => ({ value: `${line.kept}${value}`, says })),
  };
}

/** One suggestion a line, a tab before what it is. What has a control character in it is left out. */
const linesOf = (suggestion: Suggestion): readonly string[] =>
  suggestion.kind === 'words'
    ? suggestion.words
        .filter(({ value }) => safeLine(value) === value)
        .map(({ value, says }) => (says ? `${value}\t${safeLine(says)}` : value))
    : [];
