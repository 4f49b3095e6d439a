import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportFile } from '../../desk/import/file-shape.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';

/** A file to import. */
export interface ImportSource extends ImportFile {
  /** Takes away what was kept of standard input. */
  readonly remove: () => Promise<void>;
}

const piece = 256 * 1024;

/**
 * Opens a file to import. Standard input, and whatever else can be read only once, is kept in a file
 * of its own for its owner's eyes only, since an import looks twice.
 * @throws Fault `usage` when it cannot be read
 */
export async function importSource({ host }: Context, file: string): Promise<ImportSource> {
  try {
    const found = file === '-' ? undefined : await stat(file);
    if (found?.isDirectory())
      throw new Fault('usage', 'cannot-read-file', { file, reason: 'EISDIR' });
    if (found?.isFile()) return sourceOf(file, found.size, async () => {});
    const folder = await mkdtemp(join(tmpdir(), 'amends-import-'));
    const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const kept = join(folder, 'input');
      const from = file === '-' ? host.stdin : createReadStream(file);
      await pipeline(from, createWriteStream(kept, { mode: 0o600 }));
      return sourceOf(kept, (await stat(kept)).size, remove);
    } catch (error) {
      await remove();
      throw error;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('usage', 'cannot-read-file', { file, reason });
  }
}

async function sourceOf(
  path: string,
  size: number,
  remove: () => Promise<void>,
): Promise<ImportSource> {
  const open = async function* (): AsyncGenerator<Uint8Array, void> {
    try {
      yield* createReadStream(path, { highWaterMark: piece });
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      if (reason === undefined) throw error;
      throw new Fault('usage', 'cannot-read-file', { file: path, reason });
    }
  };
  // Looked at once here, so that a file nobody may read is told before a desk is opened.
  for await (const _ of open()) break;
  return { open, size, remove };
}
