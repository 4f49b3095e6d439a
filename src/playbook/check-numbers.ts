import type { Role } from '../rules/playbook.ts';
import type { Money } from '../rules/values.ts';
import { faultAt } from './check-file.ts';
import type { CheckedFiles } from './check-references.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';
import type { FileContents } from './schema.ts';

/**
 * Checks what the numbers say of each other: one currency throughout, a sum a customer only with the
 * days it holds for (P21), and a usual size only where the remedy is measured that way.
 */
export function checkNumbers(files: CheckedFiles): readonly PlaybookFault[] {
  const { currency } = files.playbook.contents;
  const foreign = sums(files).flatMap(({ kind, path, sum }) =>
    sum.currency === currency
      ? []
      : [faultAt(files[kind], path, 'other_currency', { found: sum.currency, currency })],
  );
  const sizes = files.remedies.contents.remedies.flatMap((remedy, index) =>
    sizesOutOfMeasure(remedy).map((field) =>
      faultAt(files.remedies, ['remedies', index, field], 'other_measure', {
        measure: remedy.measure,
      }),
    ),
  );
  return [...foreign, ...halfOfPair(files), ...sizes];
}

function sizesOutOfMeasure(
  remedy: FileContents['remedies']['remedies'][number],
): readonly ('usualAmount' | 'usualPercent')[] {
  return [
    ...(remedy.usualAmount !== undefined && remedy.measure !== 'amount'
      ? (['usualAmount'] as const)
      : []),
    ...(remedy.usualPercent !== undefined && remedy.measure !== 'percent'
      ? (['usualPercent'] as const)
      : []),
  ];
}

interface NamedSum {
  readonly kind: 'remedies' | 'authority';
  readonly path: FieldPath;
  readonly sum: Money;
}

function sums(files: CheckedFiles): readonly NamedSum[] {
  const at = (kind: NamedSum['kind'], path: FieldPath, sum: Money | undefined) =>
    sum === undefined ? [] : [{ kind, path, sum }];
  const remedies = files.remedies.contents.remedies.flatMap((remedy, index) => [
    ...at('remedies', ['remedies', index, 'usualAmount'], remedy.usualAmount),
    ...at('remedies', ['remedies', index, 'cost'], remedy.cost),
  ]);
  const limits = writtenLimits(files).flatMap(({ path, limit }) => [
    ...at('authority', [...path, 'amount'], limit.amount),
    ...at('authority', [...path, 'sum'], limit.sum),
  ]);
  return [...remedies, ...limits];
}

/** `sum` and `days` say something only together. */
function halfOfPair(files: CheckedFiles): readonly PlaybookFault[] {
  return writtenLimits(files).flatMap(({ path, limit }) => {
    if ((limit.sum === undefined) === (limit.days === undefined)) return [];
    const found = limit.sum === undefined ? 'days' : 'sum';
    const other = found === 'sum' ? 'days' : 'sum';
    return [faultAt(files.authority, [...path, found], 'needs_beside', { other })];
  });
}

type WrittenLimit = FileContents['authority']['authority'][Role]['limit'];

/** Every limit that is more than a word, with the way to it. */
function writtenLimits(files: CheckedFiles): readonly {
  readonly path: FieldPath;
  readonly limit: Exclude<WrittenLimit, string>;
}[] {
  return Object.entries(files.authority.contents.authority).flatMap(([role, given]) =>
    [
      { path: ['authority', role, 'limit'], limit: given.limit },
      ...Object.entries(given.remedies).map(([id, limit]) => ({
        path: ['authority', role, 'remedies', id],
        limit,
      })),
    ].flatMap(({ path, limit }) => (typeof limit === 'string' ? [] : [{ path, limit }])),
  );
}
