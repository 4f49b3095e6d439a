import { describe, expect, test } from 'vitest';
import { byCommand } from '../../src/cli/act/by-command.ts';
import { refusalText } from '../../src/desk/refusal-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { refuse } from '../../src/rules/values.ts';
import { refusedHere } from '../../src/screens/complaint/how-by-keys.ts';

const words = createMessages('en');

/** What a stage, or what is missing, does not allow, and what would allow it. */
const closed: readonly (readonly [code: string, command: string, key: string])[] = [
  ['is_closed', 'amends reopen C-1001', 's'],
  ['is_resolved', 'amends reopen C-1001', 's'],
  ['not_resolved', 'amends resolve C-1001', 'r'],
  ['not_finished', 'amends resume C-1001', 'Enter'],
  ['no_callback', 'amends callback C-1001 --at WHEN', 'c'],
];

describe('what would allow what was refused', () => {
  test.for(closed)(
    '%s is told by its command in a shell, by its key on the page, and by its name elsewhere',
    ([code, command, key]) => {
      const refusal = refuse(code, { reference: 'C-1001' });
      expect(refusalText(words, refusal, byCommand)).toMatch(new RegExp(`: ${command}$`));
      expect(refusedHere(words, refusal)).toMatch(new RegExp(` \\(${key}\\)\\.$`));
      const named = refusalText(words, refusal);
      expect(named).toMatch(/ (first|it first)\.$/);
      expect(named).not.toContain('amends');
    },
  );

  test('an event that no longer counts is looked for in the log', () => {
    const refusal = refuse('no_such_event', { n: 7 }, 'event');
    expect(refusalText(words, refusal, byCommand)).toMatch(/: amends log$/);
    expect(refusedHere(words, refusal)).toMatch(/ \(1\)\.$/);
  });
});
