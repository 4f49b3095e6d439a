import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Playbook } from '../rules/playbook.ts';
import { languagesToTry } from './pack-files.ts';
import type { PlaybookLoad } from './playbook-fault.ts';
import { readTextFile } from './read-file.ts';

/** @returns the name of a pack's compiled file: `small-business.en.json`. */
export const compiledName = (pack: string, language: string): string => `${pack}.${language}.json`;

/**
 * Reads a playbook as the build compiled and checked it (see compile.ts): neither YAML nor schemas
 * are loaded, since the first screen waits for this.
 * @param folder where the compiled playbooks are
 * @param language a language tag; a pack that lacks it is read in English
 */
export function readShipped(folder: string, pack: string, language: string): PlaybookLoad {
  for (const tag of languagesToTry(language)) {
    const file = compiledName(pack, tag);
    const read = readTextFile(join(folder, file));
    if (read.ok) return parse(file, read.text);
    if (read.code !== 'missing_file') {
      return { ok: false, faults: [{ file, code: read.code, facts: { reason: read.reason } }] };
    }
  }
  return missingPack(folder, pack);
}

/**
 * @param folder of packs, as YAML or compiled
 * @returns the fault of a pack that is not in it, with those that are
 */
export function missingPack(folder: string, pack: string): PlaybookLoad {
  const facts = { pack, known: packsIn(folder).join(', ') || '-' };
  return { ok: false, faults: [{ file: folder, code: 'missing_pack', facts }] };
}

function packsIn(folder: string): readonly string[] {
  try {
    const packs = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() || entry.name.endsWith('.json') ? [entry.name.split('.')[0] ?? ''] : [],
    );
    return [...new Set(packs)].sort();
  } catch {
    // There is no such folder, so there are no packs in it: the fault names the folder.
    return [];
  }
}

/** What the build wrote was checked there; only a damaged installation fails here. */
function parse(file: string, text: string): PlaybookLoad {
  try {
    return { ok: true, playbook: JSON.parse(text) as Playbook };
  } catch {
    return { ok: false, faults: [{ file, code: 'not_compiled', facts: {} }] };
  }
}
