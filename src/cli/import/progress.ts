import type { ImportCounts } from '../../desk/import/import-tally.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { writerOf } from '../writer.ts';
import type { ImportSource } from './import-source.ts';

/** How often it is said, in milliseconds: on a line that is drawn anew, and as lines. */
const redrawn = 250;
const line = 10_000;

/** Says on standard error how far an import is, how fast, and how long it still takes. */
export interface Progress {
  /** @param bytes how far into the file it is */
  readonly tell: (counts: ImportCounts, bytes: number) => void;
  /** Clears the line that was drawn anew. */
  readonly end: () => Promise<void>;
}

export async function startProgress(context: Context, source: ImportSource): Promise<Progress> {
  const { host, settings } = context;
  const words = await context.words();
  const err = writerOf(host.stderr);
  const draws = host.stderr.isTTY === true && !settings.accessible && host.env['TERM'] !== 'dumb';
  const started = performance.now();
  let next = started + (draws ? redrawn : line);
  let drawn = false;
  let writing = Promise.resolve();
  const tell = (counts: ImportCounts, bytes: number): void => {
    const now = performance.now();
    if (settings.quiet || now < next) return;
    next = now + (draws ? redrawn : line);
    const seconds = (now - started) / 1000;
    const share = Math.min(1, bytes / Math.max(1, source.size));
    const text = safeLine(
      words.say('cli.import.progress', {
        share: Math.floor(share * 100),
        rows: counts.rows,
        rate: Math.round(counts.rows / seconds),
        left: Math.ceil((seconds / Math.max(share, 0.001)) * (1 - share)),
      }),
    );
    drawn = draws;
    writing = writing
      .then(() => err.write(draws ? `\r\u001b[K${text}` : `${text}\n`))
      .catch(() => {});
  };
  const end = async (): Promise<void> => {
    await writing;
    if (drawn) await err.write('\r\u001b[K').catch(() => {});
  };
  return { tell, end };
}
