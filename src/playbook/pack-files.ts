import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaybookFault } from './playbook-fault.ts';
import { systemCode } from './read-file.ts';
import type { FileKind } from './schema.ts';

/** Where a file comes from: the owner's own folder, or the pack that ships with the program. */
export type Origin = 'own' | 'shipped';

/** A file of a playbook, before it is read. */
export interface PackFile {
  readonly kind: FileKind;
  /** Its name within its folder. */
  readonly name: string;
  readonly path: string;
  readonly origin: Origin;
}

/** Files that are the same in every language. */
const plainKinds = [
  'playbook',
  'hours',
  'channels',
  'products',
  'causes',
  'severities',
  'remedies',
  'authority',
] as const;
/** Files of which there is one a language: `lines.en.yaml`. */
const spokenKinds = ['lines', 'phrases'] as const;

const TAG = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*';
const KNOWN_NAME = new RegExp(
  `^(?:(?:${plainKinds.join('|')})|(?:${spokenKinds.join('|')})\\.${TAG})\\.yaml$`,
);
const KNOWN_NAMES = [
  ...plainKinds.map((kind) => `${kind}.yaml`),
  ...spokenKinds.map((kind) => `${kind}.<language>.yaml`),
].join(', ');

/**
 * Chooses the files of a playbook: the owner's own file before the shipped one of that name, the
 * language asked for before its base language, and English last.
 * @param language a language tag, such as `bg` or `pt-BR`
 */
export function choosePackFiles(
  folders: { readonly shipped: string; readonly own?: string | undefined },
  language: string,
): { readonly files: readonly PackFile[]; readonly faults: readonly PlaybookFault[] } {
  const faults: PlaybookFault[] = [];
  const own = folders.own === undefined ? [] : namesIn(folders.own, faults);
  const shipped = namesIn(folders.shipped, faults);
  for (const name of own) {
    if (!KNOWN_NAME.test(name)) {
      faults.push({ file: name, code: 'unknown_file', facts: { known: KNOWN_NAMES } });
    }
  }
  const find = (kind: FileKind, names: readonly string[]): PackFile => {
    for (const name of names) {
      if (folders.own !== undefined && own.includes(name)) {
        return { kind, name, path: join(folders.own, name), origin: 'own' };
      }
      if (shipped.includes(name)) break;
    }
    const name = names.find((candidate) => shipped.includes(candidate)) ?? names.at(-1) ?? kind;
    return { kind, name, path: join(folders.shipped, name), origin: 'shipped' };
  };
  const tags = languagesToTry(language);
  const files = [
    ...plainKinds.map((kind) => find(kind, [`${kind}.yaml`])),
    ...spokenKinds.map((kind) =>
      find(
        kind,
        tags.map((tag) => `${kind}.${tag}.yaml`),
      ),
    ),
  ];
  return { files, faults };
}

/**
 * @returns the tag itself, its base language, and English: `pt-BR`, `pt`, `en`; only English for
 *   what is no language tag, since it becomes a part of file names
 */
export const languagesToTry = (language: string): readonly string[] =>
  new RegExp(`^${TAG}$`).test(language)
    ? [...new Set([language, language.split('-')[0] ?? language, 'en'])]
    : ['en'];

/** Hidden files (of editors, of the system) are nobody's playbook. */
function namesIn(folder: string, faults: PlaybookFault[]): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    const reason = systemCode(error);
    const code =
      reason === 'ENOENT' ? 'missing_folder' : reason === 'ENOTDIR' ? 'not_a_folder' : 'unreadable';
    faults.push({ file: folder, code, facts: { reason } });
    return [];
  }
}
