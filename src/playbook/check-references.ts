import { OTHER_WISH } from '../rules/questions.ts';
import { type CheckedFile, faultAt } from './check-file.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';
import type { FileContents, FileKind } from './schema.ts';

/** All files of a playbook, each of the right shape. */
export type CheckedFiles = { readonly [Kind in FileKind]: CheckedFile<Kind> };

/** The ids that a playbook's lists define. */
export interface KnownIds {
  readonly channels: ReadonlySet<string>;
  readonly severities: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Groups, and `group/sub`. */
  readonly causes: ReadonlySet<string>;
  readonly remedies: ReadonlySet<string>;
  /** Remedies, and the wish that is on no list. */
  readonly wishes: ReadonlySet<string>;
}

/** @returns every id that other files may take from these. */
export function knownIds(files: CheckedFiles): KnownIds {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const { causes } = files.causes.contents;
  const groups = idsOf(causes);
  const remedies = idsOf(files.remedies.contents.remedies);
  return {
    channels: idsOf(files.channels.contents.channels),
    severities: idsOf(files.severities.contents.severities),
    groups,
    causes: new Set([
      ...groups,
      ...causes.flatMap((group) => group.causes.map((cause) => `${group.id}/${cause.id}`)),
    ]),
    remedies,
    wishes: new Set([...remedies, OTHER_WISH]),
  };
}

/** An id that one file takes from another. */
interface Reference {
  readonly from: FileKind;
  readonly path: FieldPath;
  readonly of?: 'key';
  readonly id: string;
  readonly list: keyof KnownIds;
}

const definedIn: Readonly<Record<keyof KnownIds, FileKind>> = {
  channels: 'channels',
  severities: 'severities',
  groups: 'causes',
  causes: 'causes',
  remedies: 'remedies',
  wishes: 'remedies',
};

/**
 * Checks that every id one file takes from another is defined there.
 *
 * Where the owner replaced a list, what the shipped files say of its former entries is no fault
 * (assemble.ts leaves it out): a new list of causes must not force new lines on anybody.
 */
export function checkReferences(files: CheckedFiles): readonly PlaybookFault[] {
  const known = knownIds(files);
  return references(files).flatMap(({ from, path, of, id, list }) => {
    const file = files[from];
    const defining = files[definedIn[list]];
    if (known[list].has(id)) return [];
    if (file.origin === 'shipped' && defining.origin === 'own') return [];
    const facts = { found: id, list: defining.name, known: [...known[list]].join(', ') };
    return [faultAt(file, path, 'unknown_id', facts, of)];
  });
}

function references(files: CheckedFiles): readonly Reference[] {
  const { targets } = files.playbook.contents;
  return [
    ...Object.keys(targets.answerBySeverity).map(
      (id): Reference => ({
        from: 'playbook',
        path: ['targets', 'answerBySeverity', id],
        of: 'key',
        id,
        list: 'severities',
      }),
    ),
    ...targets.rules.flatMap(({ when }, index) => {
      const path = ['targets', 'rules', index, 'when'];
      return [
        ...listed('playbook', [...path, 'severity'], when.severity, 'severities'),
        ...listed('playbook', [...path, 'channel'], when.channel, 'channels'),
      ];
    }),
    ...files.remedies.contents.remedies.flatMap((remedy, index) => [
      ...listed('remedies', ['remedies', index, 'fitsWishes'], remedy.fitsWishes, 'wishes'),
      ...listed('remedies', ['remedies', index, 'fitsCauses'], remedy.fitsCauses, 'causes'),
    ]),
    ...Object.entries(files.authority.contents.authority).flatMap(([role, { remedies }]) =>
      Object.keys(remedies).map(
        (id): Reference => ({
          from: 'authority',
          path: ['authority', role, 'remedies', id],
          of: 'key',
          id,
          list: 'remedies',
        }),
      ),
    ),
    ...lineReferences(files.lines.contents),
  ];
}

function lineReferences({ lines }: FileContents['lines']): readonly Reference[] {
  return Object.entries(lines).flatMap(([moment, said]) =>
    (said ?? []).flatMap(({ when }, index) => {
      const path = ['lines', moment, index, 'when'];
      return [
        ...listed('lines', [...path, 'channel'], when.channel, 'channels'),
        ...listed('lines', [...path, 'severity'], when.severity, 'severities'),
        ...listed('lines', [...path, 'cause'], when.cause, 'groups'),
        ...listed('lines', [...path, 'wish'], when.wish, 'wishes'),
      ];
    }),
  );
}

const listed = (
  from: FileKind,
  path: FieldPath,
  ids: readonly string[] | undefined,
  list: keyof KnownIds,
): readonly Reference[] =>
  (ids ?? []).map((id, index) => ({ from, path: [...path, index], id, list }));
