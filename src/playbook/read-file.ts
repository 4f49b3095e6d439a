import { readFileSync, statSync } from 'node:fs';
import type { PlaybookFaultCode } from './playbook-fault.ts';

/** No playbook file comes near this; what does is something else. */
export const MOST_BYTES = 1024 * 1024;

export type FileRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: PlaybookFaultCode; readonly reason: string };

/**
 * Reads a small text file. Never throws, and never waits on a pipe that looks like a file.
 * @param path of a UTF-8 file of at most 1 MiB; a byte order mark is dropped
 */
export function readTextFile(path: string): FileRead {
  const no = (code: PlaybookFaultCode, reason = ''): FileRead => ({ ok: false, code, reason });
  try {
    const found = statSync(path);
    if (!found.isFile()) return no('not_a_file');
    if (found.size > MOST_BYTES) return no('too_large');
    const bytes = readFileSync(path);
    try {
      return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return no('not_utf8');
    }
  } catch (error) {
    const reason = systemCode(error);
    return reason === 'ENOENT' ? no('missing_file') : no('unreadable', reason);
  }
}

/** @returns the system's short name for what went wrong, such as `EACCES`. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
