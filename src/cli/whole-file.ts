import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from './fault.ts';
import type { Writer } from './writer.ts';

/**
 * Writes a file that is whole or not there at all: under another name first, for its owner's eyes
 * only, and then put in place at once. A file of that name stays as it was until then; a link stays a
 * link. A device or a pipe cannot be put in place, and is written to as it is.
 * @throws Fault `failed` when the folder is not there or cannot be written, or the disk is full;
 *   `cancelled` on Ctrl+C
 */
export async function writeWholeFile(
  file: string,
  write: (out: Writer) => Promise<void>,
): Promise<void> {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const straight = await isNoFile(file);
    const target = await realpath(file).catch(() => file);
    const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
    const handle = await (straight ? open(target, 'w') : open(part, 'wx', 0o600));
    try {
      try {
        await write({
          write: async (data) => {
            if (stopped) throw new Fault('cancelled', 'export-stopped', { file });
            await handle.appendFile(data);
          },
        });
        if (!straight) await handle.sync();
      } finally {
        await handle.close();
      }
      if (!straight) await rename(part, target);
    } catch (error) {
      if (!straight) await unlink(part).catch(() => {});
      throw error;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    // What the record itself says of its faults has other codes, in small letters.
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new Fault('failed', 'cannot-write-file', { file, reason: code });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** @returns whether there is something of that name that is no file: a device, a pipe, a folder. */
export async function isNoFile(name: string): Promise<boolean> {
  const there = await stat(name).catch(() => undefined);
  return there !== undefined && !there.isFile();
}
