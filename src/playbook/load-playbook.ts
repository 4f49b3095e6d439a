import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaybookLoad } from './playbook-fault.ts';
import { missingPack, readShipped } from './shipped.ts';

/** Which playbook to load, and where from. */
export interface PlaybookSource {
  /** The pack's name: a folder of `shippedFolder`. */
  readonly pack: string;
  /** A language tag; lines and phrases that are not there in it are taken in English. */
  readonly language: string;
  /** The owner's own folder: a file in it replaces the pack's file of that name. */
  readonly ownFolder?: string | undefined;
  /** The packs as YAML, one folder each: `data/playbooks`. */
  readonly shippedFolder?: string | undefined;
  /** The packs as the build compiled them; without it the YAML is read. */
  readonly compiledFolder?: string | undefined;
}

/**
 * Loads a playbook. Without an own folder a compiled one is read, which takes a millisecond;
 * with one, the YAML parser and the schemas are loaded as well.
 * @returns the playbook, or all faults as data; never throws for what is in files or folders
 */
export async function loadPlaybook(source: PlaybookSource): Promise<PlaybookLoad> {
  const { pack, language, ownFolder, compiledFolder } = source;
  const packs = source.shippedFolder ?? shippedPlaybooks();
  // A pack is a name, never a way out of the folder of packs.
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(pack)) return missingPack(packs, pack);
  if (ownFolder === undefined && compiledFolder !== undefined) {
    return readShipped(compiledFolder, pack, language);
  }
  const shipped = join(packs, pack);
  if (!existsSync(shipped)) return missingPack(packs, pack);
  const { readPlaybook } = await import('./read-playbook.ts');
  return readPlaybook({ shipped, own: ownFolder }, language);
}

/** @returns `data/playbooks` beside `src` or `dist`, whichever this runs from. */
export function shippedPlaybooks(): string {
  const above = ['..', join('..', '..')].map((up) =>
    join(import.meta.dirname, up, 'data', 'playbooks'),
  );
  return above.find((folder) => existsSync(folder)) ?? above[0] ?? '';
}
