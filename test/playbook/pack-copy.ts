import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMessages } from '../../src/language/messages.ts';
import { faultText } from '../../src/playbook/fault-text.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import type { PlaybookFault } from '../../src/playbook/playbook-fault.ts';
import type { Playbook } from '../../src/rules/playbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const shippedFolder = join(import.meta.dirname, '..', '..', 'data', 'playbooks');
export const pack = 'small-business';

/** @returns the shipped playbook, which holds. */
export async function shippedPlaybook(): Promise<Playbook> {
  const load = await loadPlaybook({ pack, language: 'en', shippedFolder });
  if (!load.ok) throw new Error(saidOf(load.faults).join('\n'));
  return load.playbook;
}

/** @returns an empty folder for an owner's own files. */
export function emptyOwnFolder(): string {
  const folder = join(temporaryFolder(), 'own');
  mkdirSync(folder);
  return folder;
}

/** @returns a copy of the shipped packs that can be changed. */
export function copyOfPacks(): string {
  const folder = join(temporaryFolder(), 'packs');
  cpSync(shippedFolder, folder, { recursive: true });
  return folder;
}

/** Puts a shipped file, changed, into an own folder. Fails when the change changes nothing. */
export function changed(own: string, name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(shippedFolder, pack, name), 'utf8');
  const after = text.replace(from, to);
  if (after === text) throw new Error(`${name} has no ${from}`);
  writeFileSync(join(own, name), after);
}

/** Loads the shipped pack with an own folder over it. */
export const loadOwn = (ownFolder: string, language = 'en') =>
  loadPlaybook({ pack, language, ownFolder, shippedFolder });

/** @returns the faults of the pack with that own folder over it; none when it holds. */
export async function faultsOf(ownFolder: string): Promise<readonly PlaybookFault[]> {
  const load = await loadOwn(ownFolder);
  return load.ok ? [] : load.faults;
}

const messages = createMessages('en');

export const saidOf = (faults: readonly PlaybookFault[]): readonly string[] =>
  faults.map((fault) => faultText(fault, messages));

/** The one fault of an own folder, with how it is said. Fails when there are more, or none. */
export async function onlyFault(own: string) {
  const faults = await faultsOf(own);
  const [fault] = faults;
  if (fault === undefined || faults.length > 1) {
    throw new Error(`one fault was expected, not: ${saidOf(faults).join('; ') || 'none'}`);
  }
  return { ...fault, said: saidOf([fault])[0] };
}

/** The one fault of an own folder with just this file in it. */
export async function faultOf(name: string, content: string | Uint8Array) {
  const own = emptyOwnFolder();
  writeFileSync(join(own, name), content);
  return onlyFault(own);
}

/** The one fault of a shipped file with one change. */
export async function faultOfChange(name: string, from: string | RegExp, to: string) {
  const own = emptyOwnFolder();
  changed(own, name, from, to);
  return onlyFault(own);
}
