import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from './errors.ts';
import { storeErrorOf } from './sqlite-errors.ts';

/**
 * Sees to the file before SQLite opens it. A new one is made for its owner's eyes only, and SQLite
 * gives its -wal and -shm the same mode; folders that are missing are made the same way.
 * @param path of the database
 * @throws StoreError `cannot-open` when it is missing and not to be made, cannot be made, or is a
 * folder; `readonly` when it is to be written and may not be
 */
export function prepareFile(
  path: string,
  { readonly, create }: { readonly readonly: boolean; readonly create: boolean },
): void {
  const found = lookAt(path);
  if (found !== undefined) {
    // SQLite opens it without a word, and then calls it a disk that fails.
    if (found.isDirectory()) throw new StoreError('cannot-open', { path, reason: 'EISDIR' });
    if (!readonly) requireWritable(path);
    return;
  }
  if (readonly || !create) throw new StoreError('cannot-open', { path, reason: 'missing' });
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    // Another process was quicker: the file is there, which is all we want.
    if (existsSync(path)) return;
    throw storeErrorOf(error, path);
  }
}

/** @returns what is there, or undefined when nothing is. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw storeErrorOf(error, path);
  }
}

/** SQLite would open what it cannot write without a word, and fail at the first answer. */
function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new StoreError('readonly', { path }, error);
  }
}
