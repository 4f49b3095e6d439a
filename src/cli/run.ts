import { CommanderError } from 'commander';
import type { Messages } from '../language/messages.ts';
import { inAscii } from '../terminal/ascii-signs.ts';
import { describeTerminal } from '../terminal/capability.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { Context, Host } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { helpAsked, refuseStray } from './help-asked.ts';
import { createProgram, type Printed } from './program.ts';
import { settle } from './settings.ts';
import { OutputClosed, type Writer, writerOf } from './writer.ts';

/**
 * Runs one command line.
 * @param args what stands behind `amends`
 * @returns the exit code; output may still be on its way, so never exit before it is gone
 */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const out = writerOf(host.stdout);
  // Looked at only when there is something to say: it takes a millisecond to open.
  const err: Writer = { write: (data) => writerOf(host.stderr).write(data) };
  const say = (text: SafeText): Promise<void> =>
    // Where nobody listens, the command itself still goes on.
    err.write(hasUnicode(host) ? text : inAscii(text)).catch(() => {});
  let language: Context['settings']['language'] = 'en';
  let words: Messages | undefined;
  const speak = async (): Promise<Messages> => {
    if (words === undefined) {
      const { loadWords } = await import('./words.ts');
      words = loadWords(language);
    }
    return words;
  };
  const tell = (lines: readonly SafeText[]) => say(`${lines.join('\n')}\n` as SafeText);
  const asked = helpAsked(args);
  const { program, printed } = await createProgram(asked.args, async (flags) => {
    const settings = await settle(flags, {
      env: host.env,
      outIsTerminal: host.stdout.isTTY === true,
    });
    language = settings.language;
    const note = async (text: SafeText) => {
      if (!settings.quiet) await say(`${text}\n` as SafeText);
    };
    return { host, settings, out, words: speak, tell, note };
  });
  try {
    try {
      await program.parseAsync([...asked.args], { from: 'user' });
      return printed.exit;
    } catch (error) {
      if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
      if (printed.helpFor !== undefined) refuseStray(asked.words, printed.helpFor);
      await out.write(await textOf(printed, speak));
      return exitCodes.done;
    }
  } catch (error) {
    if (error instanceof OutputClosed) return exitCodes.done;
    const { faultOf } = await import('./fault-lines.ts');
    const { exit, lines } = faultOf(await speak(), error, host.env);
    await tell(lines);
    return exit;
  }
}

/** `--help` is put into words only now: no other command pays for them. */
async function textOf(printed: Printed, speak: () => Promise<Messages>): Promise<string> {
  if (printed.helpFor === undefined) return printed.said;
  const { helpText } = await import('./help.ts');
  return helpText(printed.helpFor, await speak());
}

/** Whether the terminal behind standard error draws more than ASCII. */
const hasUnicode = ({ stdin, stderr, env }: Host): boolean =>
  describeTerminal({ stdin, stdout: stderr, env }).unicode;
