import { assemble } from './assemble.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { checkHours } from './check-hours.ts';
import { checkLists } from './check-lists.ts';
import { checkNumbers } from './check-numbers.ts';
import { type CheckedFiles, checkReferences } from './check-references.ts';
import { checkScript } from './check-script.ts';
import { checkTargets } from './check-targets.ts';
import { choosePackFiles, type PackFile } from './pack-files.ts';
import type { PlaybookFault, PlaybookLoad } from './playbook-fault.ts';
import type { FileKind } from './schema.ts';

/**
 * Reads a playbook from its YAML files, checks it and puts it together. Loading this module costs
 * the YAML parser and the schemas: whoever only needs a shipped playbook takes shipped.ts.
 * @param folders the pack's folder, and the owner's own, whose files go before those of the pack
 * @param language a language tag; what is not there in it is taken in English
 * @returns the playbook, or every fault that could be told from the files as they are
 */
export function readPlaybook(
  folders: { readonly shipped: string; readonly own?: string | undefined },
  language: string,
): PlaybookLoad {
  const { files: chosen, faults: missing } = choosePackFiles(folders, language);
  if (missing.some(({ code }) => code !== 'unknown_file')) return { ok: false, faults: missing };
  const faults: PlaybookFault[] = [...missing];
  const check = <Kind extends FileKind>(kind: Kind): CheckedFile<Kind> | undefined => {
    const from = chosen.find((file): file is PackFile => file.kind === kind);
    if (from === undefined) return undefined;
    const result = checkFile(kind, from);
    if (result.ok) return result.file;
    faults.push(...result.faults);
    return undefined;
  };
  const files = complete({
    playbook: check('playbook'),
    hours: check('hours'),
    channels: check('channels'),
    products: check('products'),
    causes: check('causes'),
    severities: check('severities'),
    remedies: check('remedies'),
    authority: check('authority'),
    lines: check('lines'),
    phrases: check('phrases'),
  });
  // What files say of each other can only be judged when each of them holds.
  if (files === undefined) return { ok: false, faults };
  faults.push(
    ...checkLists(files),
    ...checkReferences(files),
    ...checkNumbers(files),
    ...checkTargets(files.playbook),
    ...checkHours(files.hours),
    ...checkScript(files),
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, playbook: assemble(files) };
}

type Files = { readonly [Kind in FileKind]: CheckedFile<Kind> | undefined };

function complete(files: Files): CheckedFiles | undefined {
  const isComplete = (all: Files): all is CheckedFiles =>
    Object.values(all).every((file) => file !== undefined);
  return isComplete(files) ? files : undefined;
}
