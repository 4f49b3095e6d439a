/** A playbook of the owner's own: the shipped files to change, or their sums in another currency. */

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decimalText, placesOf } from '../../language/money-text.ts';
import { readMoney } from '../../language/read-money.ts';
import { loadPlaybook, shippedPlaybooks } from '../../playbook/load-playbook.ts';
import type { PlaybookFault } from '../../playbook/playbook-fault.ts';

/** What is to become of the owner's folder. */
export interface OwnPlaybookWish {
  /** The folder; made when it is not there. */
  readonly folder: string;
  /** Every shipped file that is not in it yet is copied into it. */
  readonly copy: boolean;
  /** An ISO 4217 code in which all sums are to stand; without it they stay as they are. */
  readonly currency?: string | undefined;
}

/** Files that are to be written, by name; none when everything is there already. */
export interface OwnPlaybookPlan {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

export type OwnPlaybookPlanned =
  | { readonly ok: true; readonly plan: OwnPlaybookPlan }
  | { readonly ok: false; readonly faults: readonly PlaybookFault[] };

/** The files in which sums stand, and the one that names the currency. */
const inMoney = ['playbook.yaml', 'remedies.yaml', 'authority.yaml'];

/**
 * Works out which files an own playbook takes, and checks the playbook that they make; nothing is
 * written. Sums keep their number: 50 euro become 50 of the other currency, since no rate is true for
 * long and a limit is a round sum. The owner looks them through.
 * @returns the files, or why the playbook could not be used with them
 * @throws Error of the system when a folder cannot be read
 */
export async function planOwnPlaybook(wish: OwnPlaybookWish): Promise<OwnPlaybookPlanned> {
  const { folder, copy, currency } = wish;
  const isThere = existsSync(folder);
  if (!isThere && !copy && currency === undefined) {
    return { ok: false, faults: [{ file: folder, code: 'missing_folder', facts: {} }] };
  }
  const shipped = join(shippedPlaybooks(), 'small-business');
  const own = isThere ? filesIn(folder) : [];
  const textOf = (name: string): string =>
    readFileSync(join(own.includes(name) ? folder : shipped, name), 'utf8');
  const files = new Map<string, string>();
  if (copy) {
    for (const name of filesIn(shipped)) if (!own.includes(name)) files.set(name, textOf(name));
  }
  const before = /^currency:[ \t]*["']?([A-Z]{3})\b/m.exec(textOf('playbook.yaml'))?.[1];
  if (currency !== undefined && before !== undefined && before !== currency) {
    for (const name of inMoney) files.set(name, inCurrency(textOf(name), before, currency));
  }
  const faults = await faultsWith(folder, own, files);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: { folder, files } };
}

/** Makes sure that the folder is there and can be written. @throws Error of the system */
export function requireWritable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  accessSync(folder, constants.W_OK);
}

/** Writes the files of a plan, each whole or not at all. @throws Error of the system */
export function writeOwnPlaybook({ folder, files }: OwnPlaybookPlan): void {
  requireWritable(folder);
  for (const [name, text] of files) {
    // Hidden files are nobody's playbook, so half a file is none.
    const half = join(folder, `.${name}.new`);
    writeFileSync(half, text);
    renameSync(half, join(folder, name));
  }
}

/** Hidden files are nobody's playbook. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => !name.startsWith('.'));

/** @returns a file of a playbook with its sums in another currency, as many decimals as that has. */
function inCurrency(text: string, from: string, to: string): string {
  const named = text.replace(new RegExp(`^(currency:[ \\t]*["']?)${from}\\b`, 'm'), `$1${to}`);
  return named.replaceAll(
    new RegExp(`(\\d[\\d.,]*)([ \\t]*)${from}\\b`, 'g'),
    (all, sum, blank) => {
      const read = readMoney(String(sum), from);
      if (read === undefined) return all;
      const minor = Math.round((read.minor / 10 ** placesOf(from)) * 10 ** placesOf(to));
      return `${decimalText(minor, to)}${blank}${to}`;
    },
  );
}

/** The playbook is read as it would be, from a folder that is gone afterwards. */
async function faultsWith(
  folder: string,
  own: readonly string[],
  files: ReadonlyMap<string, string>,
): Promise<readonly PlaybookFault[]> {
  const tried = mkdtempSync(join(tmpdir(), 'amends-playbook-'));
  try {
    for (const name of own) writeFileSync(join(tried, name), readFileSync(join(folder, name)));
    for (const [name, text] of files) writeFileSync(join(tried, name), text);
    const pack = 'small-business';
    const loaded = await loadPlaybook({ pack, language: 'en', ownFolder: tried });
    return loaded.ok ? [] : loaded.faults;
  } finally {
    rmSync(tried, { recursive: true, force: true });
  }
}
