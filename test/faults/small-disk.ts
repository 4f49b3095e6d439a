import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { atTestEnd } from '../support/at-test-end.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  /** Where it is: a home for a desk. */
  readonly folder: string;
  /** Takes all of its room. */
  fill(): void;
  /** Gives the room back. */
  makeRoom(): void;
  /** From now on nothing can be written to it. @throws Error while a file is open for writing */
  forbidWriting(): void;
}

/** Why a test cannot have a disk of its own. */
export const needsMounting = 'a disk of its own can be mounted only by root on Linux';

let answer: boolean | undefined;

/** @returns whether this account, on this system, may mount a disk */
export function canMount(): boolean {
  if (answer !== undefined) return answer;
  try {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder], { stdio: 'pipe' });
    answer = true;
  } catch {
    answer = false;
  }
  return answer;
}

/**
 * Mounts a disk of four megabytes; it is gone when the test ends.
 * @throws Error when that is not allowed: ask `canMount` first
 */
export function smallDisk(): SmallDisk {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', folder]);
  // Lazily: a program that was killed a moment ago may still be about to go.
  atTestEnd(() => void execFileSync('umount', ['-l', folder]));
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      try {
        for (let size = 65_536; size >= 1; ) {
          try {
            if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
          } catch {
            size = Math.floor(size / 2);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    makeRoom() {
      rmSync(filler, { force: true });
    },
    forbidWriting() {
      execFileSync('mount', ['-o', 'remount,ro', folder]);
    },
  };
}
