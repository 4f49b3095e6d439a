import type { ReadRecord } from '../desk/read-record.ts';
import { readingPlaybook } from '../desk/reading-playbook.ts';
import { zoneOf } from '../desk/zone.ts';
import type { Messages } from '../language/messages.ts';
import { createSpokenTime, type SpokenTime } from '../language/spoken-time.ts';
import type { Playbook } from '../rules/playbook.ts';
import { inAscii } from '../terminal/ascii-signs.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { compiledPlaybooks } from './compiled-playbooks.ts';
import type { Context } from './context.ts';
import { type Paint, paintFor } from './output/paint.ts';
import { terminalOf } from './require-answers.ts';

/** What a page for people is written with. */
export interface Pen {
  readonly words: Messages;
  readonly spoken: SpokenTime;
  readonly paint: Paint;
  /** The columns of the terminal, or undefined where nothing needs to fit. */
  readonly columns: number | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @returns the pen for this command's standard output. */
export async function penFor(context: Context, record: ReadRecord | undefined): Promise<Pen> {
  const words = await context.words();
  const { stdout } = context.host;
  return {
    words,
    spoken: createSpokenTime(words, await zoneOf(record?.read)),
    paint: paintFor(context),
    columns: stdout.isTTY === true ? stdout.columns || 80 : undefined,
    now: Date.now(),
  };
}

/** @returns the playbook for its words: what people read names no ids. */
export function playbookFor({ settings }: Context): Promise<Playbook> {
  const { language, playbook: ownFolder } = settings;
  return readingPlaybook({ language, ownFolder, compiledFolder: compiledPlaybooks() });
}

/** Writes lines for people on standard output, in signs which their terminal has. */
export function writeLines(context: Context, lines: readonly SafeText[]): Promise<void> {
  const text = `${lines.join('\n')}\n` as SafeText;
  return context.out.write(terminalOf(context).unicode ? text : inAscii(text));
}
