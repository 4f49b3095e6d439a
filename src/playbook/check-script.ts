import { variablesIn } from '../rules/wording.ts';
import { type CheckedFile, faultAt } from './check-file.ts';
import type { CheckedFiles } from './check-references.ts';
import type { FieldPath, PlaybookFault } from './playbook-fault.ts';
import { lineVariables, remedyVariables } from './script-words.ts';

/**
 * Checks the variables of what is said: a name that nobody fills, or a brace that belongs to none,
 * would reach the customer's ear as it stands (P15).
 */
export function checkScript(files: CheckedFiles): readonly PlaybookFault[] {
  const lines = Object.entries(files.lines.contents.lines).flatMap(([moment, said]) =>
    (said ?? []).flatMap((line, index) =>
      checkSay(files.lines, ['lines', moment, index, 'say'], line.say, lineVariables),
    ),
  );
  const remedies = files.remedies.contents.remedies.flatMap((remedy, index) => {
    const path = ['remedies', index, 'say'];
    // A sum is only known for a remedy that is measured by one.
    const allowed = remedyVariables.filter((name) => name === 'product' || name === remedy.measure);
    return checkSay(files.remedies, path, remedy.say, allowed);
  });
  return [...lines, ...remedies];
}

function checkSay(
  file: CheckedFile,
  path: FieldPath,
  say: string,
  allowed: readonly string[],
): readonly PlaybookFault[] {
  const known = allowed.map((name) => `{${name}}`).join(', ');
  const unknown = variablesIn(say).filter((name) => !allowed.includes(name));
  const rest = say.replaceAll(/\{[a-z_]+\}/g, '');
  return [
    ...unknown.map((name) =>
      faultAt(file, path, 'unknown_variable', { found: `{${name}}`, known }),
    ),
    ...(/[{}]/.test(rest) ? [faultAt(file, path, 'stray_brace', { known })] : []),
  ];
}
