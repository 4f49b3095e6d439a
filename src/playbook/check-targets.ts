import { type CheckedFile, faultAt } from './check-file.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';

/** Targets that are counted from the same moment, each with those it must not outlast (P25). */
const within = [
  ['pickUp', ['acknowledge', 'answer', 'resolve']],
  ['acknowledge', ['answer', 'resolve']],
  ['aim', ['answer']],
  ['answer', ['resolve']],
] as const;

type Target = 'pickUp' | 'acknowledge' | 'aim' | 'answer' | 'resolve';
type Written = { readonly [Name in Target]?: number };

/**
 * Checks what the targets say of each other: an aim is inside the answer, nobody is answered before
 * they are heard, and nothing is resolved before it is answered. A rule that sets no target would
 * silently do nothing.
 */
export function checkTargets(file: CheckedFile<'playbook'>): readonly PlaybookFault[] {
  const { targets } = file.contents;
  return [
    ...tooLate(file, ['targets'], targets),
    ...targets.rules.flatMap((rule, index) => {
      const path = ['targets', 'rules', index];
      const { when: _, ...set } = rule;
      return Object.keys(set).length === 0
        ? [faultAt(file, path, 'rule_without_target', {})]
        : tooLate(file, path, set);
    }),
  ];
}

/** One fault a target at most: the nearest one that it outlasts is the one to look at. */
function tooLate(
  file: CheckedFile<'playbook'>,
  path: FieldPath,
  written: Written,
): readonly PlaybookFault[] {
  return within.flatMap(([name, others]) => {
    const hours = written[name];
    const other = others.find((each) => written[each] !== undefined);
    const most = other === undefined ? undefined : written[other];
    if (hours === undefined || other === undefined || most === undefined || hours <= most)
      return [];
    const facts = { found: spanText(hours), most: spanText(most), of: other };
    return [faultAt(file, [...path, name], 'target_too_late', facts)];
  });
}

/** As it is written: `10 h`, `15 min`. */
function spanText(hours: number): string {
  const minutes = Math.round(hours * 60);
  return minutes < 60 ? `${minutes} min` : `${Math.round(hours * 100) / 100} h`;
}
