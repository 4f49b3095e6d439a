import { Ended } from '../plain/ended.ts';
import { UnseenLines } from '../plain/unseen-lines.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';
import { fileBytes } from './file-bytes.ts';
import { requireAnswers } from './require-answers.ts';

/**
 * Reads a PIN from a file or from standard input: its first line. A PIN never stands on a command
 * line, where every process of the machine can read it.
 * @param file `-` for standard input
 * @throws Fault `usage` when it cannot be read
 */
export async function pinFromFile(context: Context, file: string): Promise<string> {
  const text = new TextDecoder().decode(await fileBytes(context, file));
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Asks for texts that nobody else is to see. */
export interface UnseenQuestions {
  /** @throws Fault `cancelled` on Ctrl+C, on Ctrl+D, and when nobody is there any more */
  ask(label: string): Promise<string>;
  /** Says something between two questions. */
  tell(line: string): void;
  /** Gives the terminal back. */
  close(): void;
}

/**
 * Opens the terminal for questions whose answers are not shown.
 * @param instead the option that does the same without a question
 * @throws Fault `usage` that names the option, where nobody can be asked
 */
export function askUnseen(context: Context, instead: string): UnseenQuestions {
  requireAnswers(context, instead);
  const { stdin, stdout } = context.host;
  const typed = new UnseenLines();
  const take = (chunk: Buffer): void => typed.take(chunk);
  const leave = (): void => typed.leave('left');
  stdin.setRawMode(true);
  stdin.on('data', take);
  stdin.once('end', leave);
  stdin.once('close', leave);
  stdin.resume();
  return {
    async ask(label) {
      stdout.write(`${safeLine(label)} `);
      try {
        return await typed.next();
      } catch (error) {
        throw error instanceof Ended ? new Fault('cancelled', 'pin-left') : error;
      } finally {
        stdout.write('\n');
      }
    },
    tell: (line) => void stdout.write(`${safeLine(line)}\n`),
    close() {
      stdin.off('data', take);
      stdin.off('end', leave);
      stdin.off('close', leave);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
