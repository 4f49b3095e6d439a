import type { ReadStream, WriteStream } from 'node:tty';
import type { Messages } from '../language/messages.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import type { Environment, Settings } from './settings.ts';
import type { Writer } from './writer.ts';

/** As much of the process as commands touch; handed in, never reached for. */
export interface Host {
  readonly env: Environment;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
}

/** What every command works with. */
export interface Context {
  readonly host: Host;
  readonly settings: Settings;
  /** Standard output: data and nothing else. */
  readonly out: Writer;
  /** Says something on standard error; `-q` keeps it quiet, so never a fault. */
  note(text: SafeText): Promise<void>;
  /** Says on standard error why something was not done; nothing keeps it quiet. */
  tell(lines: readonly SafeText[]): Promise<void>;
  /** What the program says, loaded at the first use. */
  words(): Promise<Messages>;
}
