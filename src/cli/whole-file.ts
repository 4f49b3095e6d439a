import { open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from './fault.ts';
import type { Writer } from './writer.ts';

/**
 * Writes a file that is whole or not there at all: under another name first, for its owner's eyes
 * only, and then put in place at once. A file of that name stays as it was until then.
 * @throws Fault `failed` when the folder is not there or cannot be written, or the disk is full;
 *   `cancelled` on Ctrl+C
 */
export async function writeWholeFile(
  file: string,
  write: (out: Writer) => Promise<void>,
): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await write({
        write: async (data) => {
          if (stopped) throw new Fault('cancelled', 'export-stopped', { file });
          await handle.appendFile(data);
        },
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await unlink(part).catch(() => {});
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    // What the record itself says of its faults has other codes, in small letters.
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new Fault('failed', 'cannot-write-file', { file, reason: code });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
