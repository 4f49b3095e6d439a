import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlaybookFault, PlaybookLoad } from './playbook-fault.ts';
import { readPlaybook } from './read-playbook.ts';
import { compiledName } from './shipped.ts';

/**
 * Reads and checks a shipped pack for the build.
 * @param folder the pack's folder of YAML files
 * @param language a language tag
 * @returns the playbook, plain enough for JSON, or everything that is wrong with it
 */
export const compilePlaybook = (folder: string, language: string): PlaybookLoad =>
  readPlaybook({ shipped: folder }, language);

/**
 * Compiles every pack in every language it has lines or phrases in, for shipped.ts to read.
 * Nothing is written when anything is wrong: the build fails on a broken playbook.
 * @param from the folder of packs: `data/playbooks`
 * @param to where the JSON files go; made when it is not there
 * @returns the faults by pack; empty when all packs were written
 */
export function compilePacks(
  from: string,
  to: string,
): readonly { readonly pack: string; readonly faults: readonly PlaybookFault[] }[] {
  const packs = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(from, name));
  const compiled = packs.flatMap((folder) =>
    languagesOf(folder).map((language) => ({
      pack: basename(folder),
      language,
      load: compilePlaybook(folder, language),
    })),
  );
  const broken = compiled.flatMap(({ pack, load }) =>
    load.ok ? [] : [{ pack, faults: load.faults }],
  );
  if (broken.length > 0) return broken;
  mkdirSync(to, { recursive: true });
  for (const { pack, language, load } of compiled) {
    if (load.ok)
      writeFileSync(join(to, compiledName(pack, language)), JSON.stringify(load.playbook));
  }
  return [];
}

/** @returns the languages a pack speaks, English among them. */
function languagesOf(folder: string): readonly string[] {
  const spoken = readdirSync(folder).flatMap((name) => {
    const tag = /^(?:lines|phrases)\.([A-Za-z0-9-]+)\.yaml$/.exec(name)?.[1];
    return tag === undefined ? [] : [tag];
  });
  return [...new Set(['en', ...spoken])].sort();
}
