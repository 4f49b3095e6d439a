import { OTHER_WISH } from '../rules/questions.ts';
import { faultAt } from './check-file.ts';
import type { CheckedFiles } from './check-references.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';
import type { FileKind } from './schema.ts';

/** A list whose entries are told apart by their ids. */
interface IdList {
  readonly kind: FileKind;
  readonly path: FieldPath;
  readonly entries: readonly { readonly id: string; readonly usual?: boolean }[];
}

/** Checks that no id is given twice in a list, and that at most one entry is the usual one. */
export function checkLists(files: CheckedFiles): readonly PlaybookFault[] {
  return idLists(files).flatMap(({ kind, path, entries }) => {
    const file = files[kind];
    const usual = entries.findIndex((entry) => entry.usual === true);
    return entries.flatMap((entry, index) => {
      const faults: PlaybookFault[] = [];
      const first = entries.findIndex(({ id }) => id === entry.id);
      if (first !== index) {
        const { line } = file.tree.placeOf([...path, first, 'id']);
        const facts = { found: entry.id, first: line };
        faults.push(faultAt(file, [...path, index, 'id'], 'duplicate_id', facts));
      }
      if (entry.usual === true && usual !== index) {
        const facts = { first: entries[usual]?.id ?? '' };
        faults.push(faultAt(file, [...path, index, 'usual'], 'two_usual', facts));
      }
      if (kind === 'remedies' && entry.id === OTHER_WISH) {
        faults.push(faultAt(file, [...path, index, 'id'], 'reserved_id', { found: OTHER_WISH }));
      }
      return faults;
    });
  });
}

function idLists(files: CheckedFiles): readonly IdList[] {
  const { causes } = files.causes.contents;
  return [
    { kind: 'channels', path: ['channels'], entries: files.channels.contents.channels },
    { kind: 'products', path: ['products'], entries: files.products.contents.products },
    { kind: 'severities', path: ['severities'], entries: files.severities.contents.severities },
    { kind: 'remedies', path: ['remedies'], entries: files.remedies.contents.remedies },
    { kind: 'phrases', path: ['phrases'], entries: files.phrases.contents.phrases },
    { kind: 'causes', path: ['causes'], entries: causes },
    ...causes.map(
      (group, index): IdList => ({
        kind: 'causes',
        path: ['causes', index, 'causes'],
        entries: group.causes,
      }),
    ),
  ];
}
