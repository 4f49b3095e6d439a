import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Context } from './context.ts';
import { Fault } from './fault.ts';

/**
 * @param file its name, `-` for standard input
 * @throws Fault `usage` when it cannot be read
 */
export async function fileBytes({ host }: Context, file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(host.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Fault('usage', 'cannot-read-file', { file, reason });
  }
}
